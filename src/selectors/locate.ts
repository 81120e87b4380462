import { createFinder } from './find-quote.ts';
import type { AnchorState, Selectors } from './selectors.ts';

/** A quote to look for, and the id its answer comes back with. */
export interface Quote {
  id: string;
  selectors: Selectors;
}

/** Where a quote is: half-open UTF-16 offsets in the text; both 0 when it was not found. */
export interface Located {
  id: string;
  state: AnchorState;
  start: number;
  end: number;
}

/** Longest stretch of work before the thread is given back, in milliseconds. */
const SLICE_MS = 8;

/**
 * Looks for many quotes in one text, in the order given; gives the thread back through `pause` after every 8 ms of
 * work.
 *
 * @throws the signal's reason when aborted
 */
export async function locateAll(
  text: string,
  quotes: readonly Quote[],
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<Located[]> {
  signal.throwIfAborted();
  const finder = createFinder(text);
  const located: Located[] = [];
  let since = performance.now();
  for (const { id, selectors } of quotes) {
    const found = finder.find(selectors);
    located.push(
      found
        ? { id, state: found.state, start: found.start, end: found.end }
        : { id, state: 'not-found', start: 0, end: 0 },
    );
    if (performance.now() - since < SLICE_MS) continue;
    await pause();
    signal.throwIfAborted();
    since = performance.now();
  }
  return located;
}
