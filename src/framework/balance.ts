import type { TagId } from './tag-ids.ts';

/** Which game a passage speaks to. */
export type Side = 'long' | 'short' | 'neither';

/**
 * Tags that make a passage a long-game one: it speaks of the learner, or of the future that learner
 * will meet. Every signal of the future counts, and the tags that turn schooling towards the learner.
 */
const LONG: ReadonlySet<TagId> = new Set<TagId>([
  'student-centered',
  'agency',
  'competencies',
  'open-walled',
  'ai',
  'jobs',
  'economy',
  'new-learning',
  'society',
]);

/**
 * Tags that make a passage a short-game one, unless it is a long-game one already: the culture,
 * the relationships and the control of today's organisation.
 */
const SHORT: ReadonlySet<TagId> = new Set<TagId>(['culture', 'shared-responsibility', 'over-control']);

/** How one tag counts in the balance, taken alone. */
export const sideOfTag = (tag: TagId): Side =>
  LONG.has(tag) ? 'long' : SHORT.has(tag) ? 'short' : 'neither';

/** How a passage with these tags counts: one long-game tag is enough; short only where there is none. */
export function sideOf(tags: Iterable<TagId>): Side {
  let side: Side = 'neither';
  for (const tag of tags) {
    if (LONG.has(tag)) return 'long';
    if (SHORT.has(tag)) side = 'short';
  }
  return side;
}

/** Passages on each side. */
export interface Balance {
  long: number;
  short: number;
  neither: number;
}

/** Counts passages by side; each element is the tags of one passage. */
export function balanceOf(passages: Iterable<Iterable<TagId>>): Balance {
  const balance: Balance = { long: 0, short: 0, neither: 0 };
  for (const tags of passages) balance[sideOf(tags)] += 1;
  return balance;
}
