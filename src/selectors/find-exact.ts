import { type Candidate, choose, SAME_SIDE, surerSide, weigh } from './context.ts';
import type { Selectors } from './selectors.ts';

/** A quote this long is itself enough; a shorter one needs its context, or to stand where it stood. */
const LONG_ENOUGH = 32;
/** So many places are weighed with care; the rest are sorted out by a quicker look. */
const FINALISTS = 8;

/** The quote word for word, or why it is not to be had. */
export type ExactResult = Candidate | 'absent' | 'ambiguous';

/** Finds the quote word for word. Of several places the one whose context or position fits is taken, or none. */
export function findExact(text: string, selectors: Selectors): ExactResult {
  const { exact, prefix, suffix } = selectors.quote;
  if (exact === '') return 'absent';
  const { start } = selectors.position;
  if (text.startsWith(prefix + exact + suffix, start - prefix.length) && start >= prefix.length)
    return weigh(text, start, start + exact.length, selectors);

  const starts: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) starts.push(at);
  if (starts.length === 0) return 'absent';
  const finalists = shortlist(text, starts, selectors).map((at) =>
    weigh(text, at, at + exact.length, selectors),
  );
  const best = choose(finalists);
  if (!best) return 'ambiguous';
  const sure = exact.length >= LONG_ENOUGH || best.distance === 0 || surerSide(best) >= SAME_SIDE;
  return sure ? best : 'ambiguous';
}

/** The places that share most characters with the context, nearest first among equals. */
function shortlist(text: string, starts: readonly number[], { quote, position }: Selectors): number[] {
  if (starts.length <= FINALISTS) return [...starts];
  return starts
    .map((at) => ({
      at,
      shared: sharedBefore(text, at, quote.prefix) + sharedAfter(text, at + quote.exact.length, quote.suffix),
    }))
    .sort((a, b) => b.shared - a.shared || Math.abs(a.at - position.start) - Math.abs(b.at - position.start))
    .slice(0, FINALISTS)
    .map(({ at }) => at);
}

function sharedBefore(text: string, end: number, prefix: string): number {
  let count = 0;
  while (
    count < prefix.length &&
    text.charCodeAt(end - 1 - count) === prefix.charCodeAt(prefix.length - 1 - count)
  )
    count++;
  return count;
}

function sharedAfter(text: string, start: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text.charCodeAt(start + count) === suffix.charCodeAt(count)) count++;
  return count;
}
