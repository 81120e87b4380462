import type { Selectors } from './selectors.ts';

/** A stretch of the text in which a quote may begin: the least and the greatest start. */
export interface StartZone {
  from: number;
  to: number;
}

const SEEDS = 24;
const SEED_LENGTH = 12;
const SHORT_SEED_LENGTH = 8;
/** A seed found more often than this is a common phrase and tells nothing. */
const COMMON = 24;
const ZONES = 4;

/**
 * Where in `text` a quote that was edited may begin, likeliest first. Seeds (short cuts of the quote) are looked up
 * word for word and each hit votes for the start that it implies; the context and the old position vote as well.
 * Costs a bounded number of plain searches, however long text and quote are: no alignment is tried elsewhere.
 */
export function startZones(text: string, { quote, position }: Selectors, slack: number): StartZone[] {
  const width = Math.max(16, slack);
  const votes = new Map<number, { from: number; to: number; count: number }>();
  const vote = (start: number) => {
    const bucket = Math.floor(start / width);
    const known = votes.get(bucket);
    if (!known) votes.set(bucket, { from: start, to: start, count: 1 });
    else {
      known.from = Math.min(known.from, start);
      known.to = Math.max(known.to, start);
      known.count++;
    }
  };

  const { exact, prefix, suffix } = quote;
  const length = exact.length < 4 * SEED_LENGTH ? SHORT_SEED_LENGTH : SEED_LENGTH;
  const last = exact.length - length;
  const stride = Math.max(1, Math.floor(last / SEEDS));
  for (let at = 0; at <= last; at += stride)
    for (const hit of hits(text, exact.slice(at, at + length))) vote(hit - at);
  const beside = [
    ...hits(text, prefix.slice(-16)).map((hit) => hit + Math.min(16, prefix.length)),
    ...hits(text, suffix.slice(0, 16)).map((hit) => hit - exact.length),
    position.start,
  ];
  for (const start of beside) vote(start);

  const zones = [...votes.values()].sort((a, b) => b.count - a.count).slice(0, ZONES);
  // What context and position point at is looked into even where the quote's own words voted elsewhere.
  return [...zones, ...beside.slice(-ZONES).map((start) => ({ from: start, to: start }))]
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(text.length, Math.max(0, to)) }))
    .filter(
      (zone, at, all) =>
        all.findIndex(({ from, to }) => from - width <= zone.from && zone.to <= to + width) === at,
    );
}

/** Every start of `seed`, or none when it is too common or too short to tell. */
function hits(text: string, seed: string): number[] {
  if (seed.length < SHORT_SEED_LENGTH) return [];
  const found: number[] = [];
  for (let at = text.indexOf(seed); at !== -1; at = text.indexOf(seed, at + 1)) {
    if (found.length === COMMON) return [];
    found.push(at);
  }
  return found;
}
