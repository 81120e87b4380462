import type { Store } from '../../clippings/store.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import { Button } from '../../ui/button.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { First } from '../reading/first.tsx';
import { Head } from '../reading/head.tsx';
import { markedTags } from '../reading/rows.ts';
import type { ArticleView } from '../reading/use-article.ts';
import { listWords } from '../reading/words.ts';
import { Passages } from './passages.tsx';
import { StoryRow } from './story-row.tsx';

interface ListScreenProps {
  view: ArticleView;
  reading: TabReading;
  store: Store;
}

/** A list of stories that was read: which are worth the click. The site's order stands. */
export function ListScreen({ view, reading, store }: ListScreenProps) {
  const marked = reading.passages.filter((story) => markedTags(story).length > 0);
  const kept = { ...view, rows: view.rows.filter(isKept), shown: view.rows.filter(isKept) };
  const busy = kept.rows.length > 0 || view.selection || view.clipper.trouble;
  return (
    <>
      <SkipLink target="passages">Skip to the headlines</SkipLink>
      <header>
        <Head reading={reading} onMarks={view.setMarks}>
          <First indices={view.first} what="list" onShow={view.show} />
          <p class="balance__words">{listWords(reading, marked.length)}</p>
        </Head>
      </header>
      <main class="popup__body" id="passages" tabIndex={-1} aria-label="Marked headlines">
        {busy && <Passages view={kept} store={store} selecting />}
        <ol>
          {marked.map((story) => (
            <StoryRow
              key={story.index}
              story={story}
              first={view.first.includes(story.index)}
              onShow={view.show}
            />
          ))}
        </ol>
        <p class="popup__end">
          <span class="hint">Is this one article?</span>
          <Button kind="text" small onClick={() => view.read(true)}>
            Read it as one
          </Button>
        </p>
      </main>
    </>
  );
}

const isKept = ({ clipping, deleted }: ArticleView['rows'][number]): boolean =>
  clipping !== null || deleted !== null;
