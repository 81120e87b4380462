import { describe } from '../selectors/describe.ts';
import { createFinder } from '../selectors/find-quote.ts';
import type { AnchorState, Selectors } from '../selectors/selectors.ts';
import type { PageText } from './page-text.ts';

const SLICE_MS = 8;

/** Where a clipping's words are in the page. `range` is null when they were not found. */
export interface AnchorResult {
  id: string;
  state: AnchorState;
  range: Range | null;
}

/**
 * Finds the words of every clipping in the page, in the order given. Gives the thread back through `pause` after
 * every 8 ms of work.
 *
 * @throws the signal's reason when aborted
 */
export async function anchorAll(
  pageText: PageText,
  clippings: readonly { id: string; selectors: Selectors }[],
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<AnchorResult[]> {
  const finder = createFinder(pageText.text);
  const results: AnchorResult[] = [];
  let since = performance.now();
  for (const { id, selectors } of clippings) {
    signal.throwIfAborted();
    const found = finder.find(selectors);
    const range = found && pageText.rangeOf(found.start, found.end);
    results.push(
      found && range ? { id, state: found.state, range } : { id, state: 'not-found', range: null },
    );
    if (performance.now() - since < SLICE_MS) continue;
    await pause();
    since = performance.now();
  }
  signal.throwIfAborted();
  return results;
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
