import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from './schema.ts';

/** What a merge would do. Counts are of clippings: one is updated when its row or one of its reflections is. */
export interface Merge {
  /** The rows to write; every other row of the current log stands. */
  put: ReadingLog;
  added: number;
  updated: number;
  unchanged: number;
}

/** Whether `a` is a later instant than `b`; both ISO 8601, with or without milliseconds. */
const isLater = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** Of rows with one key, the newest; of equally new ones the first: nothing is replaced without a reason. */
function newest<Row>(
  current: readonly Row[],
  incoming: readonly Row[],
  key: (row: Row) => string,
  time: (row: Row) => string,
): Row[] {
  const standing = new Map(current.map((row) => [key(row), row]));
  const put = new Map<string, Row>();
  for (const row of incoming) {
    const known = standing.get(key(row));
    if (known !== undefined && !isLater(time(row), time(known))) continue;
    standing.set(key(row), row);
    put.set(key(row), row);
  }
  return [...put.values()];
}

/**
 * Merges a log into another by id and time: the newer row wins, and of equally new ones the current stands. Nothing
 * is deleted. Pure: also what a dry run shows.
 */
export function mergeLogs(current: ReadingLog, incoming: ReadingLog): Merge {
  const put: ReadingLog = {
    articles: newest(
      current.articles,
      incoming.articles,
      (row: ArticleRow) => row.url,
      (row) => row.updatedAt,
    ),
    clippings: newest(
      current.clippings,
      incoming.clippings,
      (row: ClippingRow) => row.id,
      (row) => row.updatedAt,
    ),
    reflections: newest(
      current.reflections,
      incoming.reflections,
      (row: ReflectionRow) => row.id,
      (row) => row.answeredAt,
    ),
  };
  const had = new Set(current.clippings.map(({ id }) => id));
  const changed = new Set([
    ...put.clippings.map(({ id }) => id),
    ...put.reflections.map(({ clippingId }) => clippingId),
  ]);
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const id of new Set(incoming.clippings.map((clipping) => clipping.id)))
    counts[!had.has(id) ? 'added' : changed.has(id) ? 'updated' : 'unchanged'] += 1;
  return { put, ...counts };
}
