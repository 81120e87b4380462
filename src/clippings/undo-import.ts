import { keyOf, type LogKeys } from './replace.ts';
import type { ReadingLog } from './schema.ts';

/** What is needed to take an import back. */
export interface ImportUndo {
  /** The rows as the import wrote them. */
  put: ReadingLog;
  /** The rows that stood where those are now, and those that were deleted. */
  before: ReadingLog;
  /** Ids of the rows that were set aside. */
  aside: string[];
}

/** What taking an import back would do. */
export interface UndoPlan {
  put: ReadingLog;
  remove: LogKeys;
  /** Clippings that were changed or deleted since: they stay as they are. */
  kept: number;
}

const byKey = <Row extends { url: string } | { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

/**
 * Takes an import back as far as nothing has been done since: a row that was edited or deleted after the import stays
 * so, with what belongs to it. (An edit is known by its time of change; a visit to the page is none.)
 */
export function undoPlan(current: ReadingLog, undo: ImportUndo): UndoPlan {
  const now = { articles: byKey(current.articles), clippings: byKey(current.clippings) };
  const answers = byKey(current.reflections);
  const before = {
    articles: byKey(undo.before.articles),
    clippings: byKey(undo.before.clippings),
    reflections: byKey(undo.before.reflections),
  };
  const written = new Set(
    [...undo.put.articles, ...undo.put.clippings, ...undo.put.reflections].map((row) => keyOf(row)),
  );
  const put: ReadingLog = { articles: [], clippings: [], reflections: [] };
  const remove: LogKeys = { articles: [], clippings: [], reflections: [] };
  const kept = new Set<string>();

  for (const row of undo.put.clippings) {
    const there = now.clippings.get(row.id);
    if (there?.updatedAt !== row.updatedAt) kept.add(row.id);
    else {
      const old = before.clippings.get(row.id);
      if (old) put.clippings.push(old);
      else remove.clippings.push(row.id);
    }
  }
  for (const row of undo.before.clippings)
    if (!written.has(row.id) && !now.clippings.has(row.id)) put.clippings.push(row);

  const ids = new Set([...now.clippings.keys(), ...put.clippings.map(({ id }) => id)]);
  for (const id of remove.clippings) ids.delete(id);

  for (const row of undo.put.reflections) {
    if (!answers.has(row.id) || kept.has(row.clippingId)) continue;
    const old = before.reflections.get(row.id);
    if (old && ids.has(old.clippingId)) put.reflections.push(old);
    else remove.reflections.push(row.id);
  }
  for (const row of undo.before.reflections)
    if (!written.has(row.id) && !answers.has(row.id) && ids.has(row.clippingId)) put.reflections.push(row);

  const urls = new Set(
    [...current.clippings, ...put.clippings].filter(({ id }) => ids.has(id)).map((row) => row.articleUrl),
  );
  for (const row of undo.put.articles) {
    const there = now.articles.get(row.url);
    if (there?.updatedAt !== row.updatedAt) continue;
    const old = before.articles.get(row.url);
    if (old) put.articles.push(old);
    else if (!urls.has(row.url)) remove.articles.push(row.url);
  }
  for (const row of undo.before.articles)
    if (!written.has(row.url) && !now.articles.has(row.url)) put.articles.push(row);
  return { put, remove, kept: kept.size };
}
