import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ArticleRow, ReadingLog, SetAsideRow } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import { reflectionsOf } from '../../log/reflections-of.ts';
import { textFragmentUrl } from '../../log/text-fragment.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { PageBar } from '../../ui/page-bar.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { type Away, AwayPage } from './away-page.tsx';
import { ClippingList } from './clipping-list.tsx';
import { copyClipping } from './copy-clipping.ts';
import { Detail, type DetailActions } from './detail.tsx';
import { EmptyLog } from './empty-log.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { ImportButton } from './import-button.tsx';
import { ListHead } from './list-head.tsx';
import { matching } from './matching.ts';
import { NoMatch } from './no-match.tsx';
import { saveExport } from './save-export.ts';
import { SearchField } from './search-field.tsx';
import { SetAsideNotice } from './set-aside-rows.tsx';
import { countsOf, newestFirst, partOf } from './shown.ts';
import { TodayStrip } from './today-strip.tsx';
import { wordsOf } from './trouble.ts';
import { useDeletions, withDeleted } from './use-deletions.ts';
import { useFocusRequest } from './use-focus-request.ts';
import { useIndex } from './use-index.ts';
import { useSavedViews } from './use-saved-views.ts';
import { useViewQuery } from './use-view-query.ts';
import { parseHash, viewOf } from './view-query.ts';

interface LogScreenProps {
  client: ViewClient;
  store: Store;
  log: ReadingLog;
  setAside: readonly SetAsideRow[];
  /** Why what is shown may be old, as a sentence. */
  stale: string | null;
  /** While only the newest clippings are there: how far the reading of the rest is. */
  opening: { done: number; all: number } | null;
  now: Date;
}

/** The log once it is open: find, read, correct, answer, take out, bring in. */
export function LogScreen({ client, store, log, setAside, stale, opening, now }: LogScreenProps) {
  const [query, change] = useViewQuery();
  const [beside, setBeside] = useState<string | null>(null);
  const [away, setAway] = useState<Away | null>(null);
  const [trouble, setTrouble] = useState('');
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, string>>(new Map());
  const { deletions, remove, undo } = useDeletions(store);
  const requestFocus = useFocusRequest();
  const saved = useSavedViews(client);

  const whole = useMemo(() => withDeleted(log, deletions), [log, deletions]);
  const alive = useMemo(() => new Map(log.clippings.map((row) => [row.id, row])), [log]);
  const articles = useMemo(() => new Map(whole.articles.map((row) => [row.url, row])), [whole]);
  const partial = opening !== null;
  const counts = useMemo(() => (partial ? null : countsOf(log, now)), [log, partial, now]);
  const index = useIndex(whole);
  // The open clipping is no part of what is searched for: opening one does not search again.
  const view = viewOf(query);
  const {
    pieces,
    clippings: shown,
    words,
    taken,
  } = useMemo(() => matching(index, whole, alive, parseHash(view), now), [index, whole, alive, view, now]);

  const asked = query.clipping === null ? undefined : alive.get(query.clipping);
  const current = asked ?? (beside === null ? undefined : alive.get(beside)) ?? shown[0];

  const changed = useCallback((url: string) => void client.clippingsChanged([url]), [client]);
  const articleOf = (url: string): ArticleRow | null => articles.get(url) ?? null;

  const open = (id: string): void => {
    setBeside(id);
    change({ clipping: id }, query.clipping === null);
    requestFocus('detail');
  };

  const deleteClipping = async (id: string): Promise<void> => {
    const at = shown.findIndex((row) => row.id === id);
    try {
      const deleted = await remove(id);
      setTrouble('');
      setBeside((shown[at + 1] ?? shown[at - 1])?.id ?? null);
      change({ clipping: null });
      requestFocus({ undo: id });
      if (deleted) changed(deleted.clipping.articleUrl);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };

  const undoDelete = async (id: string): Promise<void> => {
    try {
      const back = await undo(id);
      setTrouble('');
      setBeside(id);
      requestFocus({ row: id });
      if (back) changed(back.clipping.articleUrl);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };

  const actions: DetailActions = {
    async saveNote(id, note) {
      try {
        await store.setNote(id, note);
        setUnsaved((last) => (last.has(id) ? new Map([...last].filter(([key]) => key !== id)) : last));
      } catch (error) {
        // Kept here, so that the words are still there when the reader comes back to this clipping.
        setUnsaved((last) => new Map(last).set(id, note));
        throw new Error(wordsOf(error), { cause: error });
      }
    },
    async saveTags(id, tags) {
      const row = await store.setTags(id, tags);
      changed(row.articleUrl);
    },
    async openOnPage(clipping) {
      const href = textFragmentUrl(clipping.articleUrl, clipping.selectors.quote);
      const answer = await client.openArticle(href ?? clipping.articleUrl);
      return answer.ok ? '' : answer.message;
    },
    async copy(clipping, kind) {
      const part = partOf(whole, [clipping]);
      const article = articleOf(clipping.articleUrl);
      if (article === null)
        return 'Its article is not in the log, so there is nothing to cite. Nothing was copied.';
      return await copyClipping(kind, article, clipping, part.reflections);
    },
    remove: (id) => void deleteClipping(id),
    close() {
      change({ clipping: null });
      if (current) requestFocus({ row: current.id });
    },
  };

  const restore = (file: File): void => setAway({ kind: 'file', file });
  const bar = (
    <>
      <SkipLink target="list">Skip to clippings</SkipLink>
      <PageBar
        here="log"
        end={
          log.clippings.length > 0 &&
          !partial &&
          away === null && (
            <>
              <ImportButton kind="text" choose={restore}>
                Import
              </ImportButton>
              <ExportMenu
                shown={shown.length}
                all={log.clippings.length}
                save={async (kind, everything, watch) =>
                  // What is shown may hold more than is kept: answers of what was deleted, for its undo.
                  saveExport(kind, everything ? await store.log() : partOf(log, shown), now, watch)
                }
                make={(kind, everything) =>
                  setAway({ kind, clippings: everything ? newestFirst(log.clippings) : shown })
                }
              />
            </>
          )
        }
      >
        {log.clippings.length > 0 && away === null && (
          <SearchField text={query.text} onText={(text) => change({ text })} />
        )}
      </PageBar>
    </>
  );

  if (away !== null)
    return (
      <>
        {bar}
        <AwayPage
          away={away}
          store={store}
          client={client}
          log={log}
          now={now}
          choose={restore}
          leave={() => {
            setAway(null);
            requestFocus('list');
          }}
        />
      </>
    );

  if (whole.clippings.length === 0)
    return (
      <>
        {bar}
        {setAside.length > 0 && <SetAsideNotice rows={setAside} />}
        <EmptyLog restore={restore} />
      </>
    );

  return (
    <>
      {bar}
      <div class="log" data-open={asked ? '' : undefined}>
        <Filters query={query} counts={counts} change={change} saved={saved} />
        {!partial && (
          <TodayStrip
            log={log}
            store={store}
            now={now}
            changed={changed}
            focusHere={() => requestFocus('today')}
          />
        )}
        <main class="list" id="list" tabIndex={-1}>
          {setAside.length > 0 && <SetAsideNotice rows={setAside} />}
          {(trouble || stale) && (
            <p class="list__trouble" role="alert">
              {[trouble, stale].filter(Boolean).join(' ')}
            </p>
          )}
          <ListHead
            query={query}
            name={saved.views.find((each) => each.view === view)?.name}
            shown={shown.length}
            all={log.clippings.length}
            taken={taken}
            opening={opening}
            change={change}
            now={now}
          />
          {query.clipping !== null && !asked && !partial && !deletions.has(query.clipping) && (
            <p class="list__trouble" role="status">
              The clipping this address names is not in the log.
            </p>
          )}
          <ClippingList
            pieces={pieces}
            words={words}
            query={query}
            current={current?.id ?? null}
            now={now}
            open={open}
            undo={(id) => void undoDelete(id)}
          />
          {pieces.length === 0 && !partial && (
            <NoMatch query={query} change={change} focusList={() => requestFocus('list')} />
          )}
        </main>
        {current && (
          <Detail
            key={current.id}
            clipping={current}
            article={articleOf(current.articleUrl)}
            reflections={reflectionsOf(current, log.reflections)}
            unsaved={unsaved.get(current.id)}
            href={textFragmentUrl(current.articleUrl, current.selectors.quote)}
            now={now}
            actions={actions}
          />
        )}
      </div>
    </>
  );
}
