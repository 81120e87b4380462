import { countedTags } from '../clippings/counted-tags.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import { type Balance, balanceOf } from '../framework/balance.ts';
import { TAG_IDS, type TagId } from '../framework/tag-ids.ts';

/** The balance of clippings: only tags that are clear, likely or the reader's own count. */
export const clippingBalance = (clippings: readonly ClippingRow[]): Balance =>
  balanceOf(clippings.map(countedTags));

/** How many clippings carry each of the 17 tags (clear, likely or the reader's own), in the codebook's order. */
export function tagCounts(clippings: readonly ClippingRow[]): { tag: TagId; count: number }[] {
  const counts = new Map<TagId, number>();
  for (const clipping of clippings)
    for (const tag of new Set(countedTags(clipping))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return TAG_IDS.map((tag) => ({ tag, count: counts.get(tag) ?? 0 }));
}
