import type { ClippingTag } from '../clippings/schema.ts';
import { tagName } from '../framework/tag-names.ts';

/** A tag's short name, with the word where the model is not sure. */
export const tagWords = (tag: ClippingTag): string => {
  const { shortName } = tagName(tag.tag);
  return tag.source === 'model' && tag.word === 'perhaps' ? `${shortName} (perhaps)` : shortName;
};
