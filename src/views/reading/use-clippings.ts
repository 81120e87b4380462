import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ClippingRow } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import { wordsOf } from '../log/trouble.ts';

/** The clippings of one article, kept true to the store. */
export interface Clippings {
  rows: readonly ClippingRow[];
  /** Why they could not be read, in a sentence. */
  trouble: string | null;
  /** Reads them again; resolves when they are shown. */
  reload(): Promise<void>;
}

/** Follows the clippings of the article at `url`; none while there is no article. */
export function useClippings(store: Store, url: string | null): Clippings {
  const [state, setState] = useState<Omit<Clippings, 'reload'>>({ rows: [], trouble: null });
  const turn = useRef(0);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    if (url === null) return setState({ rows: [], trouble: null });
    try {
      const rows = await store.clippingsOf(url);
      if (mine === turn.current) setState({ rows, trouble: null });
    } catch (error) {
      if (mine === turn.current) setState((state) => ({ ...state, trouble: wordsOf(error) }));
    }
  }, [store, url]);

  useEffect(() => {
    const leaving = new AbortController();
    void reload();
    store.subscribe(({ articleUrls, kind }) => {
      if (url !== null && (kind === 'all' || articleUrls.includes(url))) void reload();
    }, leaving.signal);
    return () => {
      leaving.abort();
      turn.current += 1;
    };
  }, [store, url, reload]);

  return { ...state, reload };
}
