import type { RowTypes, StoreName } from './database.ts';
import type { Rows } from './rows.ts';
import type { ReadingLog, SetAsideRow } from './schema.ts';
import { labelled } from './set-aside.ts';
import { withEveryArticle } from './with-every-article.ts';

/** Rows fetched and parsed at a time: a few milliseconds' work. */
const PIECE = 400;

/**
 * Every row that can be read. They come in pieces, each by a request of its own, so that the page has its turn between
 * two of them; it is one transaction all the same.
 *
 * @param onStep called with the rows read so far, and the rows in all
 */
export async function wholeLog(
  rows: Rows,
  onStep?: (step: { done: number; all: number }) => void,
): Promise<ReadingLog> {
  const stores = ['articles', 'clippings', 'reflections'] as const;
  const counts = await Promise.all(stores.map((store) => rows.tx.objectStore(store).count()));
  const all = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const step = (count: number): void => {
    done += count;
    onStep?.({ done, all });
  };
  const articles = await allOf(rows, 'articles', step);
  const clippings = await allOf(rows, 'clippings', step);
  const reflections = await allOf(rows, 'reflections', step);
  return { articles, clippings, reflections };
}

/** Every row of one store that can be read, in the order of their keys, in pieces. */
export async function allOf<S extends StoreName>(
  rows: Rows,
  name: S,
  step?: (count: number) => void,
): Promise<RowTypes[S][]> {
  const store = rows.tx.objectStore<StoreName>(name);
  const piece = (after: string | undefined): Promise<[string[], unknown[]]> => {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    return Promise.all([store.getAllKeys(range, PIECE), store.getAll(range, PIECE)]);
  };
  const found: RowTypes[S][] = [];
  let coming = piece(undefined);
  for (;;) {
    const [keys, raws] = await coming;
    const last = keys.length < PIECE;
    // Asked for before these are parsed: the database reads meanwhile.
    if (!last) coming = piece(keys.at(-1));
    raws.forEach((raw, at) => {
      const row = rows.parse(name, keys[at] ?? '', raw);
      if (row !== null) found.push(row);
    });
    step?.(raws.length);
    if (last) return found;
  }
}

/** The same with an article for every clipping: what views and exports may rely on. */
export const logWithArticles = async (...how: Parameters<typeof wholeLog>): Promise<ReadingLog> =>
  withEveryArticle(await wholeLog(...how));

/** The clippings kept last, newest first, with their articles and answers; and how many clippings there are in all. */
export async function newestRows(rows: Rows, count: number): Promise<{ log: ReadingLog; all: number }> {
  const store = rows.tx.objectStore('clippings');
  const all = await store.count();
  const clippings: ReadingLog['clippings'] = [];
  let cursor = await store.index('createdAt').openCursor(null, 'prev');
  while (cursor !== null && clippings.length < count) {
    const row = rows.parse('clippings', cursor.primaryKey, cursor.value);
    if (row !== null) clippings.push(row);
    cursor = await cursor.continue();
  }
  const urls = [...new Set(clippings.map(({ articleUrl }) => articleUrl))];
  const [articles, reflections] = await Promise.all([
    Promise.all(urls.map((url) => rows.get('articles', url))),
    Promise.all(clippings.map(({ id }) => rows.all('reflections', { name: 'clippingId', value: id }))),
  ]);
  const log = {
    articles: articles.filter((article) => article !== null),
    clippings,
    reflections: reflections.flat(),
  };
  return { log: withEveryArticle(log), all };
}

/** How many clippings are due at an instant, by the index alone; and how many answers were given since another. */
export async function countQuestions(
  rows: Rows,
  at: string,
  since: string,
): Promise<{ due: number; answered: number }> {
  const due = await rows.tx.objectStore('clippings').index('dueAt').count(IDBKeyRange.upperBound(at));
  const answers = await allOf(rows, 'reflections');
  return {
    due,
    answered: answers.filter(({ answeredAt }) => Date.parse(answeredAt) >= Date.parse(since)).length,
  };
}

/** The rows that were set aside, newest first. */
export const setAsideRows = async ({ tx }: Rows): Promise<SetAsideRow[]> =>
  labelled(await tx.objectStore('setAside').getAll());
