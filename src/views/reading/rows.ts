import type { ReadPassage } from '../../annotation/page-reading.ts';
import { isMarked } from '../../classifier/classifier.ts';
import { countedTags } from '../../clippings/counted-tags.ts';
import type { ClippingRow } from '../../clippings/schema.ts';
import type { DeletedClipping } from '../../clippings/store.ts';
import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import type { TabReading } from '../../messages/tab-reading.ts';

/** Where a clipping's words are in today's page. */
export type Fate = TabReading['clippings'][number]['state'];

/** One line of the list: a passage, a clipping, or both; or what was just deleted from either. */
export interface Row {
  key: string;
  /** 0-based place in reading order, or null for a clipping that is of no block. */
  index: number | null;
  passage: ReadPassage | null;
  clipping: ClippingRow | null;
  deleted: DeletedClipping | null;
  fate: Fate;
  /** Tags that are shown and counted: a reader's correction first, else what is marked. */
  tags: TagId[];
}

const order = new Map(TAG_IDS.map((id, at) => [id, at]));
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The tags of a passage that are marked on the page, surest first. */
export const markedTags = (passage: Pick<ReadPassage, 'tags'>): TagId[] =>
  passage.tags.filter(isMarked).map(({ tag }) => tag);

/** Where a page cuts the text of a passage that it sends. A clip has the whole text, so it goes on from there. */
const CUT_AT = 1_200;

/** Whether a clipping is of this whole passage. The quote decides: after an edit the block's number may lie. */
function isOf({ quote }: Pick<ClippingRow, 'quote'>, { text }: ReadPassage): boolean {
  const [kept, read] = [plain(quote), plain(text)];
  return text.length < CUT_AT ? kept === read : kept.startsWith(read);
}

function placeOf(clipping: ClippingRow, passages: readonly ReadPassage[]): number | null {
  const quote = plain(clipping.quote);
  const holds = (passage: ReadPassage) => isOf(clipping, passage) || plain(passage.text).includes(quote);
  return clipping.block ?? passages.find(holds)?.index ?? null;
}

/**
 * The lines of an article: every passage with a marked tag and every clipping, in reading order. What was not found
 * comes first, then clippings of no known place.
 *
 * @param deleted clippings deleted in this view, by id: each stands in its place until the view closes
 */
export function rowsOf(
  reading: Pick<TabReading, 'passages' | 'clippings'>,
  clippings: readonly ClippingRow[],
  deleted: ReadonlyMap<string, DeletedClipping>,
): Row[] {
  const fates = new Map(reading.clippings.map(({ id, state }) => [id, state]));
  const kept = clippings.filter(({ id }) => !deleted.has(id));
  const gone = [...deleted.values()];
  const rows: Row[] = [];
  const placed = new Set<string>();

  for (const passage of reading.passages) {
    const clipping = kept.find((row) => !placed.has(row.id) && isOf(row, passage)) ?? null;
    const trace = clipping
      ? null
      : (gone.find((each) => !placed.has(each.clipping.id) && isOf(each.clipping, passage)) ?? null);
    const tags = clipping ? countedTags(clipping) : markedTags(passage);
    if (tags.length === 0 && !clipping && !trace) continue;
    const id = clipping?.id ?? trace?.clipping.id;
    if (id) placed.add(id);
    rows.push({
      key: `passage-${passage.index}`,
      index: passage.index,
      passage,
      clipping,
      deleted: trace,
      fate: clipping ? (fates.get(clipping.id) ?? 'pending') : 'exact',
      tags,
    });
  }
  for (const clipping of kept) {
    if (placed.has(clipping.id)) continue;
    rows.push({
      key: clipping.id,
      index: placeOf(clipping, reading.passages),
      passage: null,
      clipping,
      deleted: null,
      fate: fates.get(clipping.id) ?? 'pending',
      tags: countedTags(clipping),
    });
  }
  for (const each of gone) {
    if (placed.has(each.clipping.id)) continue;
    const index = placeOf(each.clipping, reading.passages);
    rows.push({
      key: each.clipping.id,
      index,
      passage: null,
      clipping: null,
      deleted: each,
      fate: 'exact',
      tags: [],
    });
  }
  const rank = (row: Row): number => (row.clipping && row.fate === 'not-found' ? -2 : (row.index ?? -1));
  return rows.sort((a, b) => rank(a) - rank(b));
}

/** How often each tag is on the lines, most often first, then in the codebook's order. */
export function tagCounts(rows: readonly Row[]): { tag: TagId; count: number }[] {
  const counts = new Map<TagId, number>();
  for (const { tags } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (order.get(a.tag) ?? 0) - (order.get(b.tag) ?? 0));
}
