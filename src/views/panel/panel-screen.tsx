import { useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { Finding } from '../reading/finding.tsx';
import { Footer } from '../reading/footer.tsx';
import { Head } from '../reading/head.tsx';
import { Failed, Framed, NoArticle, NothingMarked, OtherLanguage, Protected } from '../reading/states.tsx';
import { TroubleLine } from '../reading/trouble-line.tsx';
import type { ArticleView } from '../reading/use-article.ts';
import { Along } from './along.tsx';

interface PanelScreenProps {
  view: ArticleView;
  client: ViewClient;
  store: Store;
}

/** What the panel shows of a tab that was read. */
export function PanelScreen({ view, client, store }: PanelScreenProps) {
  const { reading, rows } = view;
  const [anyway, setAnyway] = useState<string | null>(null);
  const failed = reading?.phase === 'failed' && anyway !== reading.document;
  const found = reading && reading.phase !== 'finding' && !failed;
  if (found && (rows.length > 0 || reading.what === 'list' || reading.phase === 'reading')) {
    return <Along view={view} reading={reading} client={client} store={store} />;
  }
  return (
    <>
      <div class="panel__said">
        <TroubleLine>{view.clipper.trouble ?? view.clippings.trouble}</TroubleLine>
        <Said
          view={view}
          client={client}
          onShow={rows.length > 0 ? () => setAnyway(reading?.document ?? null) : undefined}
        />
      </div>
      <Footer client={client} />
    </>
  );
}

type SaidProps = Omit<PanelScreenProps, 'store'> & { onShow?: () => void };

function Said({ view, client, onShow }: SaidProps) {
  const { reading, selection, clipper } = view;
  const onClip = (request: NonNullable<typeof selection>) => void clipper.clip(request);
  const onRead = () => view.read(true);
  if (!reading || reading.phase === 'finding') return <Finding reading={reading ?? undefined} />;
  if (reading.phase === 'failed') {
    return (
      <main>
        <Failed reading={reading} onRead={() => view.read(false)} onShow={onShow} />
      </main>
    );
  }
  const open = (url: string) => {
    void client.openArticle(url).then((answer) => answer.ok || clipper.report(answer.message));
  };
  return (
    <main>
      {reading.what === 'protected' && <Protected client={client} />}
      {reading.what === 'frame' && <Framed frameUrl={reading.frameUrl} onOpen={open} />}
      {reading.what === 'language' && <OtherLanguage reading={reading} onRead={onRead} />}
      {reading.what === 'article' && (
        <>
          <Head reading={reading} />
          <NothingMarked total={reading.total} selection={selection} onClip={onClip} />
        </>
      )}
      {(reading.what === 'nothing' || reading.what === 'unknown') && (
        <NoArticle selection={selection} onClip={onClip} onRead={onRead} />
      )}
    </main>
  );
}
