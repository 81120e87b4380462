import { splitsPair } from './code-points.ts';
import type { Selectors } from './selectors.ts';

/** Characters of context kept on either side of a quote, in UTF-16 code units. */
export const CONTEXT = 32;

/**
 * Makes the selectors of `text.slice(start, end)` (W3C TextQuoteSelector and TextPositionSelector, UTF-16). Never
 * cuts a surrogate pair: the quote grows to hold a pair it would split, the context shrinks to leave it out.
 *
 * @throws RangeError when there is no text between `start` and `end`
 */
export function describe(text: string, start: number, end: number): Selectors {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`No text from ${start} to ${end} in a text of ${text.length} characters`);
  const from = splitsPair(text, start) ? start - 1 : start;
  const to = splitsPair(text, end) ? end + 1 : end;
  const before = Math.max(0, from - CONTEXT);
  const after = Math.min(text.length, to + CONTEXT);
  return {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
      suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after),
    },
    position: { start: from, end: to },
  };
}
