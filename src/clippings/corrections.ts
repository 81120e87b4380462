import { byTag, type Lesson, standingLessons } from '../classifier/teaching/lesson.ts';
import type { TagId } from '../framework/tag-ids.ts';
import type { ClippingRow } from './schema.ts';

type Corrected = Pick<ClippingRow, 'tags' | 'removedTags'>;

const givenTags = ({ tags }: Corrected): TagId[] =>
  tags.filter(({ source }) => source === 'reader').map(({ tag }) => tag);

/** Whether the reader has given this tag to a clipping, or taken it away. */
export const isCorrected = (clipping: Corrected, tag: TagId): boolean =>
  givenTags(clipping).includes(tag) || clipping.removedTags.includes(tag);

/**
 * What a reader's corrections of clippings teach, oldest clipping first. Taking back a tag that was given, or deleting
 * the clipping, takes the lesson away; giving back one that was taken away teaches that it belongs there.
 */
export function correctionsOf(clippings: readonly ClippingRow[]): Lesson[] {
  return clippings
    .map((clipping) => ({ clipping, order: `${clipping.createdAt} ${clipping.id}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .flatMap(({ clipping }) => [
      ...givenTags(clipping).map((tag) => ({ text: clipping.quote, tag, given: true })),
      ...clipping.removedTags.map((tag) => ({ text: clipping.quote, tag, given: false })),
    ]);
}

/** How often a tag was given and taken away, by the lessons that stand. */
export interface TagCorrections {
  tag: TagId;
  given: number;
  taken: number;
}

/** What was taught of each tag that was taught at all, in the codebook's order. */
export const taughtTags = (clippings: readonly ClippingRow[]): TagCorrections[] =>
  byTag(standingLessons(correctionsOf(clippings))).map(({ tag, lessons }) => {
    const given = lessons.filter((lesson) => lesson.given).length;
    return { tag, given, taken: lessons.length - given };
  });
