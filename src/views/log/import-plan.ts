import { withEveryArticle } from '../../clippings/made-up-article.ts';
import { mergeLogs } from '../../clippings/merge.ts';
import type { ClippingRow, ReadingLog } from '../../clippings/schema.ts';

/** What an import would do, before it does. */
export interface ImportPlan {
  added: ClippingRow[];
  /** Notes and answers that come with the new ones. */
  notes: number;
  answers: number;
  /** Clippings that are here and newer in the file: what stands here, and what would. */
  updated: { here: ClippingRow; there: ClippingRow }[];
  /** Clippings here that only gain answers. */
  answered: number;
  unchanged: number;
}

/** Says what merging a file's log into this one would do, by the store's own rule. */
export function importPlan(current: ReadingLog, incoming: ReadingLog): ImportPlan {
  const { put, unchanged, updated: touched } = mergeLogs(current, withEveryArticle(incoming));
  const here = new Map(current.clippings.map((row) => [row.id, row]));
  const added = put.clippings.filter((row) => !here.has(row.id));
  const ids = new Set(added.map((row) => row.id));
  const updated = put.clippings.flatMap((there) => {
    const known = here.get(there.id);
    return known === undefined ? [] : [{ here: known, there }];
  });
  return {
    added,
    notes: added.filter((row) => row.note !== '').length,
    answers: put.reflections.filter((row) => ids.has(row.clippingId)).length,
    updated,
    answered: touched - updated.length,
    unchanged,
  };
}
