import type { TagId } from '../framework/tag-ids.ts';
import type { ClippingRow, ClippingTag } from './schema.ts';

/** Whether a clipping's tag counts in a balance: the reader's own always, the model's when it is clear or likely. */
export const isCounted = (tag: ClippingTag): boolean => tag.source === 'reader' || tag.word !== 'perhaps';

/** The tags of a clipping that count in a balance, in its own order. */
export const countedTags = (clipping: Pick<ClippingRow, 'tags'>): TagId[] =>
  clipping.tags.filter(isCounted).map(({ tag }) => tag);
