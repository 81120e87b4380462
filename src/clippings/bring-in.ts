import type { Changes } from './changes.ts';
import { ALL_STORES } from './database.ts';
import { mergeLogs } from './merge.ts';
import { allOf, wholeLog } from './read-log.ts';
import { keyOf, type LogKeys, replaceLogs } from './replace.ts';
import type { Rows } from './rows.ts';
import type { ReadingLog, SetAsideRow } from './schema.ts';
import { isKnownAside } from './set-aside.ts';
import type { ImportHow, ImportReport } from './store.ts';
import { StoreError } from './store-error.ts';
import { undoPlan } from './undo-import.ts';
import { withEveryArticle } from './with-every-article.ts';

/** What of the store an import needs. */
export interface ImportPlace {
  writing<T>(what: string, work: (rows: Rows) => Promise<T>): Promise<T>;
  changes: Changes;
}

/** Rows written before the thread is given back. */
const BATCH = 200;
const NOTHING: LogKeys = { articles: [], clippings: [], reflections: [] };

/** Brings a log in (see `Store.merge`), in one transaction: all or nothing. */
export async function bringIn(
  { writing, changes }: ImportPlace,
  log: ReadingLog,
  rejected: readonly SetAsideRow[],
  how: ImportHow = {},
): Promise<ImportReport> {
  const { report, urls } = await writing('The import could not be saved', async (rows) => {
    const [current, aside] = await Promise.all([wholeLog(rows), allOf(rows, 'setAside')]);
    const incoming = withEveryArticle(log);
    const plan = how.replace
      ? replaceLogs(current, incoming)
      : { ...mergeLogs(current, incoming), remove: NOTHING, removed: 0 };
    const { put, remove, ...counts } = plan;
    await change(rows, put, remove, how);
    const known = isKnownAside(aside);
    const fresh = rejected.filter((row) => !known(row));
    for (const row of fresh) rows.put('setAside', row);
    const undo = { put, before: standing(current, put, remove), aside: fresh.map(({ id }) => id) };
    return {
      report: { ...counts, rejected: [...rejected], undo },
      urls: touched(current, put, undo.before),
    };
  });
  if (urls.length > 0 || rejected.length > 0) changes.announce({ kind: 'import', articleUrls: urls });
  return report;
}

/** Takes an import back (see `Store.undoImport`), in one transaction. */
export async function takeBack(
  { writing, changes }: ImportPlace,
  { undo }: Pick<ImportReport, 'undo'>,
): Promise<{ kept: number; articleUrls: string[] }> {
  const done = await writing('The import could not be undone', async (rows) => {
    const current = await wholeLog(rows);
    const { put, remove, kept } = undoPlan(current, undo);
    await change(rows, put, remove, {});
    for (const id of undo.aside) rows.delete('setAside', id);
    return { kept, articleUrls: touched(current, put, standing(current, put, remove)) };
  });
  changes.announce({ kind: 'import', articleUrls: done.articleUrls });
  return done;
}

/** Deletes every row of every store (see `Store.wipe`), in one transaction. */
export async function wipe({ writing, changes }: ImportPlace): Promise<void> {
  const urls = await writing('The reading log could not be deleted', async (rows) => {
    const keys = await rows.tx.objectStore('articles').getAllKeys();
    for (const store of ALL_STORES) rows.clear(store);
    return keys;
  });
  changes.announce({ kind: 'all', articleUrls: urls });
}

async function change(rows: Rows, put: ReadingLog, remove: LogKeys, how: ImportHow): Promise<void> {
  const all = [put.articles, put.clippings, put.reflections, ...Object.values(remove)].reduce(
    (sum, list) => sum + list.length,
    0,
  );
  let done = 0;
  const next = async (): Promise<void> => {
    done += 1;
    if (done % BATCH !== 0) return;
    // The transaction lives while a request of its own is on its way: that is what is waited for.
    await rows.settled();
    how.onStep?.({ done, all });
    if (how.signal?.aborted)
      throw new StoreError('stopped', 'The import was stopped before its end. Nothing was changed.');
  };
  for (const store of ['articles', 'clippings', 'reflections'] as const) {
    for (const key of remove[store]) {
      rows.delete(store, key);
      await next();
    }
  }
  for (const row of put.articles) {
    rows.put('articles', row);
    await next();
  }
  for (const row of put.clippings) {
    rows.put('clippings', row);
    await next();
  }
  for (const row of put.reflections) {
    rows.put('reflections', row);
    await next();
  }
}

/** The rows of a log that a change writes over or deletes. */
function standing(current: ReadingLog, put: ReadingLog, remove: LogKeys): ReadingLog {
  const of = <Row extends { url: string } | { id: string }>(
    rows: readonly Row[],
    written: readonly Row[],
    gone: readonly string[],
  ): Row[] => {
    const keys = new Set([...written.map((row) => keyOf(row)), ...gone]);
    return rows.filter((row) => keys.has(keyOf(row)));
  };
  return {
    articles: of(current.articles, put.articles, remove.articles),
    clippings: of(current.clippings, put.clippings, remove.clippings),
    reflections: of(current.reflections, put.reflections, remove.reflections),
  };
}

/** The articles that a change concerns. */
function touched(current: ReadingLog, ...changed: readonly ReadingLog[]): string[] {
  const of = new Map(
    [current, ...changed].flatMap(({ clippings }) => clippings.map((row) => [row.id, row.articleUrl])),
  );
  return [
    ...new Set(
      changed.flatMap(({ articles, clippings, reflections }) => [
        ...articles.map(({ url }) => url),
        ...clippings.map(({ articleUrl }) => articleUrl),
        ...reflections.flatMap(({ clippingId }) => of.get(clippingId) ?? []),
      ]),
    ),
  ];
}
