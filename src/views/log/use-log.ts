import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ClippingRow, ReadingLog, SetAsideRow } from '../../clippings/schema.ts';
import type { Store, StoreChange } from '../../clippings/store.ts';
import { told } from './in-slices.ts';
import { wordsOf } from './trouble.ts';

/** The log as it stands, kept true while the page is open. */
export type LogState =
  | { phase: 'opening' }
  | { phase: 'failed'; message: string; again(): void }
  | {
      phase: 'ready';
      log: ReadingLog;
      setAside: SetAsideRow[];
      stale: string | null;
      /** While only the newest clippings are there: how far the reading of the rest is. */
      opening: { done: number; all: number } | null;
    };

type Wanted = 'everything' | Set<string>;

/** Puts the fresh clippings of one article in the place of those the log had. */
const withArticle = (log: ReadingLog, url: string, fresh: ClippingRow[]): ReadingLog => ({
  ...log,
  clippings: [...log.clippings.filter((row) => row.articleUrl !== url), ...fresh],
});

/**
 * Reads the log and follows it. A change to clippings re-reads their articles only, so that a note saved with every
 * keystroke does not read ten thousand rows; anything else re-reads the whole log. Every clipping has its article.
 *
 * A read that fails later leaves what is shown as it is, and says so in `stale`.
 *
 * @param first so many clippings, the newest, are given before the rest of a longer log is read; 0 waits for all
 */
export function useLog(store: Store, first = 0): LogState {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<LogState>({ phase: 'opening' });
  const again = useCallback(() => setAttempt((last) => last + 1), []);

  useEffect(() => {
    const life = new AbortController();
    let log: ReadingLog | null = null;
    let setAside: SetAsideRow[] = [];
    let wanted: Wanted | null = 'everything';
    let reading = false;

    /** The newest of a long log, while the rest is read. They are only shown: `log` stays null. */
    const readNewest = async (): Promise<((step: { done: number; all: number }) => void) | undefined> => {
      if (first === 0) return undefined;
      const newest = await store.newest(first);
      if (newest.all <= newest.log.clippings.length || life.signal.aborted) return undefined;
      const show = (opening: { done: number; all: number }): void => {
        if (!life.signal.aborted)
          setState({ phase: 'ready', log: newest.log, setAside: [], stale: null, opening });
      };
      show({ done: 0, all: 0 });
      return told(show);
    };

    const readWanted = async (now: Wanted): Promise<void> => {
      if (now === 'everything' || log === null) {
        log = await store.log(log === null ? await readNewest() : undefined);
        setAside = await store.setAside();
        return;
      }
      for (const url of now) log = withArticle(log, url, await store.clippingsOf(url));
    };

    const read = async (): Promise<void> => {
      if (reading) return;
      reading = true;
      try {
        while (wanted !== null && !life.signal.aborted) {
          const now: Wanted = wanted;
          wanted = null;
          await readWanted(now);
        }
        if (log !== null && !life.signal.aborted)
          setState({ phase: 'ready', log, setAside, stale: null, opening: null });
      } catch (error) {
        wanted = 'everything';
        if (life.signal.aborted) return;
        if (log === null) setState({ phase: 'failed', message: wordsOf(error), again });
        else setState({ phase: 'ready', log, setAside, stale: wordsOf(error), opening: null });
      } finally {
        reading = false;
      }
    };

    const follow = ({ kind, articleUrls }: StoreChange): void => {
      const known = new Set(log?.articles.map((article) => article.url));
      if (kind !== 'clipping' || articleUrls.some((url) => !known.has(url))) wanted = 'everything';
      else if (wanted !== 'everything') wanted = new Set([...(wanted ?? []), ...articleUrls]);
      void read();
    };

    setState({ phase: 'opening' });
    store.subscribe(follow, life.signal);
    void read();
    return () => life.abort();
  }, [store, first, attempt, again]);

  return state;
}
