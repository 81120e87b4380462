import { useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { BalanceBar } from '../../ui/balance-bar.tsx';
import { totalOf } from '../../ui/balance-words.ts';
import { SelectionLine } from '../reading/clip-selection.tsx';
import { CopyClippings } from '../reading/copy-clippings.tsx';
import { First } from '../reading/first.tsx';
import { Head } from '../reading/head.tsx';
import { Progress } from '../reading/progress.tsx';
import type { Row } from '../reading/rows.ts';
import { TroubleLine } from '../reading/trouble-line.tsx';
import type { ArticleView } from '../reading/use-article.ts';
import { listWords } from '../reading/words.ts';
import { type GroupChoice, Groups, inGroup } from './groups.tsx';
import { PanelFooter } from './panel-footer.tsx';
import { PanelRow } from './panel-row.tsx';
import { useWalk } from './use-walk.ts';

const WALK = { keys: ['J', 'K'], does: 'next, back' };
const KEYS = [WALK, { keys: ['C'], does: 'clip' }, { keys: ['N'], does: 'note' }];

interface AlongProps {
  view: ArticleView;
  reading: TabReading;
  client: ViewClient;
  store: Store;
}

/** The passages along the page, or the headlines down a list. */
export function Along({ view, reading, client, store }: AlongProps) {
  const { before, balance, rows, clipper, clippings } = view;
  const [group, setGroup] = useState<GroupChoice>('all');
  const list = reading.what === 'list';
  const shown = list ? rows : rows.filter((row) => inGroup(row, group));
  const walk = useWalk(shown, clipper, list, view.showRow);

  const showFirst = (index: number) => {
    const row = rows.find((each) => each.index === index && each.passage);
    if (row) walk.choose(row);
    else view.show(index);
  };
  const open = (url: string) => {
    void client.openArticle(url).then((answer) => answer.ok || clipper.report(answer.message));
  };

  return (
    <>
      <header>
        <Head reading={reading} onMarks={view.setMarks}>
          {reading.phase === 'reading' ? (
            <Progress reading={reading} />
          ) : (
            <>
              {before ? (
                <p class="balance__words">
                  <strong>{before.when}</strong>
                  {before.rest}
                </p>
              ) : (
                <First indices={view.first} what={list ? 'list' : 'article'} onShow={showFirst} />
              )}
              {list && <p class="balance__words">{listWords(reading, rows.filter(isStory).length)}</p>}
              {!list && totalOf(balance) > 0 && <BalanceBar balance={balance} />}
            </>
          )}
        </Head>
        {!list && <Groups rows={rows} chosen={group} onChange={setGroup} />}
      </header>
      {/* Its keys work inside it only (WCAG 2.1.4). */}
      <main
        class="along"
        tabIndex={-1}
        aria-label={list ? 'Marked headlines, down the page' : 'Passages along the page'}
        onKeyDown={walk.onKeyDown}
      >
        <TroubleLine>{clipper.trouble ?? clippings.trouble}</TroubleLine>
        <SelectionLine selection={view.selection} onClip={(request) => void clipper.clip(request)} />
        <CopyClippings store={store} url={reading.page?.url ?? ''} count={clippings.rows.length} />
        <ol class="thread">
          {shown.map((row) => (
            <PanelRow
              key={row.key}
              row={row}
              kind={list && isStory(row) ? 'story' : 'passage'}
              first={row.index !== null && view.first.includes(row.index)}
              current={walk.current === row.key}
              clipper={clipper}
              onChoose={walk.choose}
              onOpen={open}
            />
          ))}
        </ol>
      </main>
      <PanelFooter client={client} keys={list ? [WALK] : KEYS} />
    </>
  );
}

const isStory = ({ passage }: Row): boolean => passage !== null;
