import type { Store } from '../../clippings/store.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import { BalanceBar } from '../../ui/balance-bar.tsx';
import { totalOf } from '../../ui/balance-words.ts';
import { SkipLink } from '../../ui/skip-link.tsx';
import { FilterChips } from '../reading/filter-chips.tsx';
import { First } from '../reading/first.tsx';
import { Head } from '../reading/head.tsx';
import type { ArticleView } from '../reading/use-article.ts';
import { Passages } from './passages.tsx';

interface ArticleScreenProps {
  view: ArticleView;
  reading: TabReading;
  store: Store;
}

/** An article that was read: what to read first, its balance, its tags, its passages. */
export function ArticleScreen({ view, reading, store }: ArticleScreenProps) {
  return (
    <>
      <SkipLink target="passages">Skip to the passages</SkipLink>
      <header>
        <Head reading={reading} onMarks={view.setMarks}>
          {view.clipper.open === null && <Summary view={view} reading={reading} />}
        </Head>
      </header>
      <main class="popup__body" id="passages" tabIndex={-1} aria-label="Passages">
        <Passages view={view} store={store} selecting />
      </main>
    </>
  );
}

/** What the article comes to. It makes room for a note while one is written. */
function Summary({ view, reading }: Omit<ArticleScreenProps, 'store'>) {
  const { before, balance, counts, chosen, choose } = view;
  return (
    <>
      {before ? (
        <p class="balance__words">
          <strong>{before.when}</strong>
          {before.rest}
        </p>
      ) : (
        <First indices={view.first} what="article" onShow={view.show} />
      )}
      {reading.phase === 'stopped' && (
        <p class="balance__words">
          <strong>Stopped.</strong>
          {` ${reading.read} of ${reading.total} paragraphs were read. `}
          <button type="button" class="link" onClick={() => view.read(false)}>
            Read again
          </button>
        </p>
      )}
      {totalOf(balance) > 0 && <BalanceBar balance={balance} />}
      <FilterChips counts={counts} chosen={chosen} onChange={choose} />
    </>
  );
}
