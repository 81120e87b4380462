import { useEffect, useState } from 'preact/hooks';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import type { Store } from '../../clippings/store.ts';
import type { TabClient, ViewClient } from '../../messages/view-client.ts';
import { useArticle } from '../reading/use-article.ts';
import './panel.css';
import { PanelScreen } from './panel-screen.tsx';
import { Unread } from './unread.tsx';

interface PanelProps {
  client: ViewClient;
  store: Store;
  /** What time it is; the system's clock unless a test says otherwise. */
  now?: () => Date;
}

const clock = () => new Date();

/** The side panel: follows the active tab. It reads none by itself: a click in it opens no page to us. */
export function Panel({ client, store, now = clock }: PanelProps) {
  const [tab, setTab] = useState<TabClient | null | undefined>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    client.watchActiveTab(setTab, leaving.signal);
    client.activeTab().then(
      (active) => leaving.signal.aborted || setTab((now) => (now === undefined ? active : now)),
      () => leaving.signal.aborted || setTab((now) => now ?? null), // no tab to be had is nothing to show
    );
    return () => leaving.abort();
  }, [client]);
  const view = useArticle({ client, store, tab, press: false, now });
  return (
    <div class="panel">
      {view.known && !view.reading ? (
        <Unread client={client} refused={view.refused} />
      ) : (
        <PanelScreen view={view} client={client} store={store} />
      )}
    </div>
  );
}
