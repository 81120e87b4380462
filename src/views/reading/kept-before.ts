import type { ClippingRow } from '../../clippings/schema.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import { countWord } from './words.ts';

/** What an earlier day left on this page: when, and in how many words it is still here. */
export interface KeptBefore {
  /** "You read this on 3 October" */
  when: string;
  /** What follows it: how much was kept, and what became of it. */
  rest: string;
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

function dayWords(day: Date, now: Date): string {
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year }).format(day);
}

const are = (count: number, what: string): string =>
  `${countWord(count)} ${count === 1 ? 'is' : 'are'} ${what}`;

function fate(clippings: readonly ClippingRow[], reading: TabReading): string {
  const states = new Map(reading.clippings.map(({ id, state }) => [id, state]));
  const lost = clippings.filter(({ id }) => states.get(id) === 'not-found').length;
  const here = clippings.filter(({ id }) => ['exact', 'near'].includes(states.get(id) ?? '')).length;
  // While some are still looked for, nothing is said of any.
  if (lost === 0 || here + lost < clippings.length) return '';
  if (here === 0) return ` The page has changed: ${lost === 1 ? 'it is not' : 'none is'} found.`;
  return ` The page has changed: ${are(here, 'still here')}, ${are(lost, 'not found')}.`;
}

/**
 * The sentence for an article that was clipped from on an earlier day, or null.
 *
 * @param clippings the article's clippings
 * @param now what today is: clippings of today are the reader's present business
 */
export function keptBefore(
  clippings: readonly ClippingRow[],
  reading: TabReading,
  now: Date,
): KeptBefore | null {
  const days = clippings.map(({ createdAt }) => new Date(createdAt)).filter((day) => !sameDay(day, now));
  const last = days.sort((a, b) => b.getTime() - a.getTime())[0];
  if (!last) return null;
  const passages = clippings.length === 1 ? 'one passage' : `${countWord(clippings.length)} passages`;
  return {
    when: `You read this on ${dayWords(last, now)}`,
    rest: ` and kept ${passages}.${fate(clippings, reading)}`,
  };
}
