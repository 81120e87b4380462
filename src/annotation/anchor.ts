import { describe } from '../selectors/describe.ts';
import type { Located, Quote } from '../selectors/locate.ts';
import type { AnchorState, Selectors } from '../selectors/selectors.ts';
import type { PageText } from './page-text.ts';

/** Where a clipping's words are in the page. `range` is null when they were not found. */
export interface AnchorResult {
  id: string;
  state: AnchorState;
  range: Range | null;
}

/**
 * Looks for quotes in a text. It is asked for, not imported: the background does the comparing, off the page's own
 * thread, and the page carries none of its code.
 */
export type Locate = (text: string, quotes: readonly Quote[]) => Promise<Located[]>;

/** Finds the words of every clipping in the page, in the order given. Rejects as `locate` does. */
export async function anchorAll(
  pageText: PageText,
  clippings: readonly Quote[],
  locate: Locate,
): Promise<AnchorResult[]> {
  const quotes = clippings.map(({ id, selectors }) => ({ id, selectors }));
  return (await locate(pageText.text, quotes)).map(({ id, state, start, end }) => {
    const range = state === 'not-found' ? null : pageText.rangeOf(start, end);
    return range ? { id, state, range } : { id, state: 'not-found', range: null };
  });
}

/**
 * The words of a range as they are kept: quote and selectors, trimmed of white space, across blocks with one space
 * between them. Null when the range holds no words of the page.
 */
export function describeRange(
  pageText: PageText,
  range: Range,
): { quote: string; selectors: Selectors } | null {
  let start = pageText.offsetOf(range.startContainer, range.startOffset);
  let end = pageText.offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const { text } = pageText;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (start >= end) return null;
  const selectors = describe(text, start, end);
  return { quote: selectors.quote.exact, selectors };
}
