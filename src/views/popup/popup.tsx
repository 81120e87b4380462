import { useEffect, useState } from 'preact/hooks';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import type { Store } from '../../clippings/store.ts';
import type { TabClient, ViewClient } from '../../messages/view-client.ts';
import { Button } from '../../ui/button.tsx';
import { Footer } from '../reading/footer.tsx';
import { useArticle } from '../reading/use-article.ts';
import './popup.css';
import { Screen } from './screen.tsx';

interface PopupProps {
  client: ViewClient;
  store: Store;
  surface: 'popup';
  /** What time it is; the system's clock unless a test says otherwise. */
  now?: () => Date;
}

const clock = () => new Date();

/** The popup: opening it reads the tab, and nothing is awaited before it is drawn. */
export function Popup({ client, store, surface, now = clock }: PopupProps) {
  const [tab, setTab] = useState<TabClient | null | undefined>(undefined);
  useEffect(() => {
    client.activeTab().then(setTab, () => setTab(null)); // no tab to be had is a page of the browser's own
  }, [client]);
  const view = useArticle({ client, store, tab, press: true, now });
  const reading = view.reading?.phase === 'reading';
  const passages = view.rows.length > 0 || view.reading?.what === 'list';
  return (
    <div class="popup" data-surface={surface}>
      <Screen view={view} client={client} store={store} noTab={tab === null} />
      <Footer client={client} onPanelRefused={passages && !reading ? view.clipper.report : undefined}>
        {reading && (
          <Button kind="text" onClick={view.stop}>
            Stop reading
          </Button>
        )}
      </Footer>
    </div>
  );
}
