import { useEffect, useState } from 'preact/hooks';
import type { TabReading } from '../../messages/tab-reading.ts';
import type { TabClient } from '../../messages/view-client.ts';
import { wordsOf } from '../log/trouble.ts';

/** What a view knows of one tab. */
export interface TabState {
  /** Whether the tab's last known state was looked up: until then null says nothing. */
  known: boolean;
  reading: TabReading | null;
  /** Why the tab could not be read, in a sentence. */
  refused: string | null;
}

const UNKNOWN: TabState = { known: false, reading: null, refused: null };

/**
 * Follows a tab: its last known state at once, then every later one.
 *
 * @param tab `undefined` while it is not known which, `null` when there is none
 * @param press whether to read the tab: only what the reader's gesture opened may
 */
export function useTabReading(tab: TabClient | null | undefined, press: boolean): TabState {
  const [state, setState] = useState<TabState>(UNKNOWN);

  useEffect(() => {
    setState(tab === null ? { ...UNKNOWN, known: true } : UNKNOWN);
    if (!tab) return;
    const leaving = new AbortController();
    const update = (change: (state: TabState) => TabState) => {
      if (!leaving.signal.aborted) setState(change);
    };
    const refuse = (message: string) => update((state) => ({ ...state, known: true, refused: message }));
    // Watched before it is asked for: a state that comes in between must not be missed, nor be undone by an older one.
    tab.watch((reading) => update(() => ({ known: true, reading, refused: null })), leaving.signal);
    tab.last().then(
      (last) => update((state) => ({ ...state, known: true, reading: state.reading ?? last })),
      (error: unknown) => refuse(wordsOf(error)),
    );
    if (press) {
      tab.read(false).then(
        (answer) => answer.ok || refuse(answer.message),
        (error: unknown) => refuse(wordsOf(error)),
      );
    }
    return () => leaving.abort();
  }, [tab, press]);

  return state;
}
