import { useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { Finding } from '../reading/finding.tsx';
import { Head } from '../reading/head.tsx';
import { Progress } from '../reading/progress.tsx';
import {
  Failed,
  Framed,
  NoArticle,
  NothingMarked,
  OtherLanguage,
  Protected,
  Refused,
} from '../reading/states.tsx';
import { TroubleLine } from '../reading/trouble-line.tsx';
import type { ArticleView } from '../reading/use-article.ts';
import { ArticleScreen } from './article-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { Passages } from './passages.tsx';

interface ScreenProps {
  view: ArticleView;
  client: ViewClient;
  store: Store;
  /** There is no tab at all: a page of the browser's own. */
  noTab: boolean;
}

/** What is shown above the footer, by what was found and how far the reading is. */
export function Screen({ view, client, store, noTab }: ScreenProps) {
  const { reading, refused, clipper } = view;
  const [anyway, setAnyway] = useState<string | null>(null);
  const trouble = <TroubleLine>{clipper.trouble}</TroubleLine>;

  if (noTab || reading?.what === 'protected') {
    return (
      <main>
        <Protected client={client} />
      </main>
    );
  }
  if (!reading) {
    if (!refused) return <Finding />;
    return (
      <main>
        <Refused message={refused} onRead={() => view.read(false)} />
      </main>
    );
  }
  if (reading.phase === 'failed' && anyway !== reading.document) {
    const onShow = view.rows.length > 0 ? () => setAnyway(reading.document) : undefined;
    return (
      <main>
        {trouble}
        <Failed reading={reading} onRead={() => view.read(false)} onShow={onShow} />
      </main>
    );
  }
  if (reading.phase === 'finding') return <Finding reading={reading} />;
  if (reading.phase === 'reading') {
    return (
      <main>
        {trouble}
        <Head reading={reading}>
          <Progress reading={reading} />
        </Head>
      </main>
    );
  }
  return <Found view={view} reading={reading} client={client} store={store} />;
}

function Found({ view, reading, client, store }: Omit<ScreenProps, 'noTab'> & { reading: TabReading }) {
  const { clipper, selection } = view;
  const onClip = (request: NonNullable<typeof selection>) => void clipper.clip(request);
  const onRead = () => view.read(true);
  const kept = view.rows.length > 0 && <Passages view={view} store={store} />;
  const trouble = kept ? null : <TroubleLine>{clipper.trouble}</TroubleLine>;

  switch (reading.what) {
    case 'list':
      return <ListScreen view={view} reading={reading} store={store} />;
    case 'frame': {
      const open = (url: string) => {
        void client.openArticle(url).then((answer) => answer.ok || clipper.report(answer.message));
      };
      return (
        <main>
          <TroubleLine>{clipper.trouble}</TroubleLine>
          <Framed frameUrl={reading.frameUrl} onOpen={open} />
        </main>
      );
    }
    case 'language':
      return (
        <main>
          {trouble}
          <OtherLanguage reading={reading} onRead={onRead} />
          {kept}
        </main>
      );
    case 'article':
      if (view.rows.some(({ passage }) => passage) || reading.phase === 'stopped') {
        return <ArticleScreen view={view} reading={reading} store={store} />;
      }
      return (
        <main>
          {trouble}
          <Head reading={reading} />
          <NothingMarked total={reading.total} selection={selection} onClip={onClip} />
          {kept}
        </main>
      );
    default:
      return (
        <main>
          {trouble}
          <NoArticle selection={selection} onClip={onClip} onRead={onRead} />
          {kept}
        </main>
      );
  }
}
