import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseHash, printHash, type ViewQuery } from './view-query.ts';

/** Changes a part of the view; `push` makes the browser's Back return to what was shown before. */
export type ChangeView = (change: Partial<ViewQuery>, push?: boolean) => void;

/** The view the page's address asks for, and the way to change it. */
export function useViewQuery(): [ViewQuery, ChangeView] {
  const [query, setQuery] = useState<ViewQuery>(() => parseHash(location.hash));

  useEffect(() => {
    const follow = (): void => setQuery(parseHash(location.hash));
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);

  const change = useCallback<ChangeView>((part, push = false) => {
    // From the address, not from the last render: two changes in one turn must both stand.
    const next = { ...parseHash(location.hash), ...part };
    const address = `${location.pathname}${location.search}${printHash(next)}`;
    if (push) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setQuery(next);
  }, []);

  return [query, change];
}
