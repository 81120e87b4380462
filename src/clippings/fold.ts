import type { Span } from '../classifier/classifier.ts';

// Marks stay with their letter here, so that a word in two forms of Unicode is cut at the same places.
const word = /[\p{L}\p{N}\p{M}]+/gu;
const between = /[^\p{L}\p{N}\p{M}]+/gu;
const asciiBetween = /[\0-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g;
const notAscii = /[^\0-\x7f]+/g;

/** Folded runs: a log has few different ones (quotes, dashes, accents), and many of each. */
const runs = new Map<string, string>();
const MOST_RUNS = 5000;

function foldedRun(run: string): string {
  const known = runs.get(run);
  if (known !== undefined) return known;
  const made = run
    .replace(between, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (runs.size < MOST_RUNS) runs.set(run, made);
  return made;
}

/**
 * Text as search compares it: lower case, no diacritics, compatibility forms undone (Unicode NFKD: ligatures,
 * full width), words parted by single spaces, with one before the first. `'Pérez ﬁnds'` gives `' perez finds'`.
 */
export const folded = (text: string): string =>
  ` ${text.replace(notAscii, foldedRun)}`.toLowerCase().replace(asciiBetween, ' ').trimEnd();

/** The folded words of what a reader typed, each once. */
export const searchWords = (typed: string): string[] => [
  ...new Set(
    folded(typed)
      .split(' ')
      .filter((part) => part !== ''),
  ),
];

/**
 * Where the words of a search begin words of a text, for showing the match.
 *
 * @param words as `searchWords` gives them
 * @returns UTF-16 spans in order, none touching another; the part that was typed, or the whole word where folding
 * changed its length
 */
export function matchSpans(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = [];
  if (words.length === 0) return spans;
  for (const found of text.matchAll(word)) {
    const [original] = found;
    const parts = folded(original).slice(1);
    const hits = words.filter((typed) => ` ${parts}`.includes(` ${typed}`));
    if (hits.length === 0) continue;
    const longest = Math.max(...hits.map((hit) => hit.length));
    const sameLength = parts.length === original.length && hits.some((hit) => parts.startsWith(hit));
    spans.push({ start: found.index, end: found.index + (sameLength ? longest : original.length) });
  }
  return spans;
}
