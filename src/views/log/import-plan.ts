import { mergeLogs } from '../../clippings/merge.ts';
import { replaceLogs } from '../../clippings/replace.ts';
import type { ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { withEveryArticle } from '../../clippings/with-every-article.ts';

/** What an import would do, before it does. */
export interface ImportPlan {
  /** Whether the file takes the log's place. */
  replace: boolean;
  added: ClippingRow[];
  /** Notes and answers that come with the new ones. */
  notes: number;
  answers: number;
  /** Clippings that are here and other in the file (newer, in a merge): what stands here, and what would. */
  updated: { here: ClippingRow; there: ClippingRow }[];
  /** Clippings here whose answers alone would change. */
  answered: number;
  unchanged: number;
  /** Clippings here that would be deleted, which only a replacement does. */
  removed: ClippingRow[];
  /** Whether there is anything to do. */
  changes: boolean;
}

/** Says what merging a file's log into this one, or replacing this one by it, would do, by the store's own rule. */
export function importPlan(current: ReadingLog, incoming: ReadingLog, replace = false): ImportPlan {
  const file = withEveryArticle(incoming);
  const none = { articles: [], clippings: [], reflections: [] };
  const {
    put,
    remove,
    unchanged,
    updated: touched,
  } = replace ? replaceLogs(current, file) : { ...mergeLogs(current, file), remove: none };
  const here = new Map(current.clippings.map((row) => [row.id, row]));
  const added = put.clippings.filter((row) => !here.has(row.id));
  const ids = new Set(added.map((row) => row.id));
  const updated = put.clippings.flatMap((there) => {
    const known = here.get(there.id);
    return known === undefined ? [] : [{ here: known, there }];
  });
  return {
    replace,
    added,
    notes: added.filter((row) => row.note !== '').length,
    answers: put.reflections.filter((row) => ids.has(row.clippingId)).length,
    updated,
    answered: touched - updated.length,
    unchanged,
    removed: remove.clippings.flatMap((id: string) => here.get(id) ?? []),
    changes: [put, remove].some(({ articles, clippings, reflections }) =>
      [articles, clippings, reflections].some((rows) => rows.length > 0),
    ),
  };
}
