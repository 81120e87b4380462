import { useEffect, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import { ClippingIndex } from '../../clippings/search.ts';
import type { Steps } from '../../log/import-read.ts';
import { inSlices, Stopped } from './in-slices.ts';

function* stepsOf(index: ClippingIndex, log: ReadingLog): Steps<void> {
  for (const _ of index.prepare(log)) yield { done: 0, all: 0 };
}

/** An index that follows a log. It folds what is new in slices, so that the first letter typed finds it ready. */
export function useIndex(log: ReadingLog): ClippingIndex {
  const [index] = useState(() => new ClippingIndex());
  useEffect(() => {
    const life = new AbortController();
    inSlices(stepsOf(index, log), { signal: life.signal }).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
    return () => life.abort();
  }, [index, log]);
  return index;
}
