import type { TaggedPassage } from '../classifier/classifier.ts';
import type { TagId } from '../framework/tag-ids.ts';
import type { AnnotatedPassage } from './annotations.ts';
import type { ReadPassage } from './page-reading.ts';
import type { Readable } from './units.ts';

/** A passage without the tags that the reader switched off. */
export function withoutTags(tagged: TaggedPassage, off: readonly TagId[]): TaggedPassage {
  if (off.length === 0) return tagged;
  const signals = tagged.signals
    .map((sentence) => ({ ...sentence, signals: sentence.signals.filter((id) => !off.includes(id)) }))
    .filter((sentence) => sentence.signals.length > 0);
  return { ...tagged, tags: tagged.tags.filter(({ tag }) => !off.includes(tag)), signals };
}

/** The passages with a tag to show, in reading order, as views list them. */
export function listed(
  readable: Readable,
  tagged: Iterable<TaggedPassage>,
  off: readonly TagId[],
): ReadPassage[] {
  return [...tagged]
    .map((passage) => withoutTags(passage, off))
    .filter((passage) => passage.tags.length > 0)
    .sort((a, b) => a.index - b.index)
    .flatMap((passage) => {
      const unit = readable.units[passage.index];
      return unit ? [{ ...passage, text: unit.text, teaser: unit.teaser, url: unit.url }] : [];
    });
}

/**
 * The same passages with their places, as they are marked on the page. Those in a same-origin frame are listed and
 * not marked: highlights and marks belong to one document.
 */
export function annotated(
  doc: Document,
  readable: Readable,
  tagged: Iterable<TaggedPassage>,
  off: readonly TagId[],
): AnnotatedPassage[] {
  const noun = readable.list ? 'headline' : 'paragraph';
  return [...tagged].flatMap((one) => {
    const unit = readable.units[one.index];
    const passage = withoutTags(one, off);
    return unit &&
      passage.tags.length > 0 &&
      unit.places.every(({ element }) => element.ownerDocument === doc)
      ? [{ passage, places: unit.places, noun, number: one.index + 1 }]
      : [];
  });
}
