import { useEffect, useState } from 'preact/hooks';
import type { ClipRequest } from '../../messages/clip-request.ts';
import type { TabClient } from '../../messages/view-client.ts';

/**
 * What is selected on the page, ready to be clipped; null when nothing is, undefined until that is known. It is asked
 * for anew whenever the reading changes its state or the reader comes back to this view: a view hears of no selection.
 *
 * @param state anything that tells one state of the page from another
 */
export function useSelection(
  tab: TabClient | null | undefined,
  state: string,
): ClipRequest | null | undefined {
  const [selection, setSelection] = useState<ClipRequest | null | undefined>(undefined);

  useEffect(() => {
    if (!tab) return setSelection(tab);
    const leaving = new AbortController();
    const ask = () =>
      tab.selection().then(
        (found) => leaving.signal.aborted || setSelection(found),
        () => leaving.signal.aborted || setSelection(null), // no page to ask is no selection to clip
      );
    void ask();
    window.addEventListener('focus', ask, { signal: leaving.signal });
    document.documentElement.addEventListener('pointerenter', ask, { signal: leaving.signal });
    return () => leaving.abort();
  }, [tab, state]);

  return selection;
}
