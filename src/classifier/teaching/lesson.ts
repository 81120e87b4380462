import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';

/** One correction by a reader: this text carries this tag, or does not. */
export interface Lesson {
  text: string;
  tag: TagId;
  given: boolean;
}

/** How many lessons of a tag are learned from: the newest ones. What a reader meant years ago fades. */
export const MOST_LESSONS = 200;

/**
 * The lessons that count: of those on one text and tag the last, of each tag the newest 200.
 *
 * @param lessons in the order in which they were taught
 * @returns in the same order
 */
export function standingLessons<L extends Lesson>(lessons: readonly L[]): L[] {
  const said = new Set<string>();
  const count = new Map<TagId, number>();
  const standing: L[] = [];
  for (const lesson of lessons.toReversed()) {
    const of = `${lesson.tag} ${lesson.text}`;
    const already = count.get(lesson.tag) ?? 0;
    if (said.has(of) || already === MOST_LESSONS) continue;
    said.add(of);
    count.set(lesson.tag, already + 1);
    standing.push(lesson);
  }
  return standing.reverse();
}

/** The lessons of each tag that was taught at all, in the codebook's order of tags. */
export function byTag<L extends Lesson>(lessons: readonly L[]): { tag: TagId; lessons: L[] }[] {
  const groups = Map.groupBy(lessons, ({ tag }) => tag);
  return TAG_IDS.flatMap((tag) => {
    const of = groups.get(tag);
    return of ? [{ tag, lessons: of }] : [];
  });
}
