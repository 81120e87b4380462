import type { TagId } from '../framework/tag-ids.ts';
import type { ClippingRow, ClippingTag } from './schema.ts';

/**
 * Makes exactly `wanted` stand on a clipping. A tag that is there keeps whose it is; any other becomes the reader's.
 * A model's tag that goes is remembered in `removedTags` until the reader wants it back; a reader's own is not.
 *
 * @param wanted tag ids; said twice counts once; their order is kept
 */
export function correctTags(
  current: Pick<ClippingRow, 'tags' | 'removedTags'>,
  wanted: readonly TagId[],
): Pick<ClippingRow, 'tags' | 'removedTags'> {
  const standing = new Set(wanted);
  const had = new Map(current.tags.map((tag) => [tag.tag, tag]));
  const gone = current.tags.filter((tag) => tag.source === 'model' && !standing.has(tag.tag));
  return {
    tags: [...standing].map((tag): ClippingTag => had.get(tag) ?? { tag, source: 'reader' }),
    removedTags: [...new Set([...current.removedTags, ...gone.map(({ tag }) => tag)])].filter(
      (tag) => !standing.has(tag),
    ),
  };
}
