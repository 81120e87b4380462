import type { Merge } from './merge.ts';
import type { ReadingLog } from './schema.ts';

/** Keys of rows, by store: an article's address, the others' ids. */
export type LogKeys = Record<keyof ReadingLog, string[]>;

/** What a replacement would do: a merge that also deletes. */
export interface Replacement extends Merge {
  remove: LogKeys;
  /** Clippings that would be deleted. */
  removed: number;
}

type Row = { url: string } | { id: string };
/** A row's key in its store. */
export const keyOf = (row: Row): string => ('url' in row ? row.url : row.id);

function differing<One extends Row>(current: readonly One[], incoming: readonly One[]): One[] {
  const standing = new Map(current.map((row) => [keyOf(row), JSON.stringify(row)]));
  const last = new Map(incoming.map((row) => [keyOf(row), row]));
  return [...last.values()].filter((row) => standing.get(keyOf(row)) !== JSON.stringify(row));
}

function gone(current: readonly Row[], incoming: readonly Row[]): string[] {
  const wanted = new Set(incoming.map(keyOf));
  return current.map(keyOf).filter((key) => !wanted.has(key));
}

/**
 * Puts a log in the place of another: afterwards there is what `incoming` holds and nothing else. Of rows with one key
 * in it the last counts. Pure: also what a dry run shows.
 */
export function replaceLogs(current: ReadingLog, incoming: ReadingLog): Replacement {
  const put: ReadingLog = {
    articles: differing(current.articles, incoming.articles),
    clippings: differing(current.clippings, incoming.clippings),
    reflections: differing(current.reflections, incoming.reflections),
  };
  const remove: LogKeys = {
    articles: gone(current.articles, incoming.articles),
    clippings: gone(current.clippings, incoming.clippings),
    reflections: gone(current.reflections, incoming.reflections),
  };
  const had = new Set(current.clippings.map(({ id }) => id));
  const clippingOf = new Map(current.reflections.map((row) => [row.id, row.clippingId]));
  const changed = new Set([
    ...put.clippings.map(({ id }) => id),
    ...put.reflections.map(({ clippingId }) => clippingId),
    ...remove.reflections.flatMap((id) => clippingOf.get(id) ?? []),
  ]);
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const id of new Set(incoming.clippings.map((row) => row.id)))
    counts[!had.has(id) ? 'added' : changed.has(id) ? 'updated' : 'unchanged'] += 1;
  return { put, remove, removed: remove.clippings.length, ...counts };
}
