import { FIRST_QUESTION_DAYS, startOfDayIn } from '../clippings/first-question.ts';
import type { ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { tagById } from '../framework/tags.ts';
import { reflectionsOf } from './reflections-of.ts';

/**
 * Days to the first question, then from each answer to the next question. Growing gaps, after the expanding rehearsal
 * of Landauer and Bjork (1978): a thought is met again when it has begun to fade. The last gap repeats.
 */
export const QUESTION_DAYS: readonly number[] = [FIRST_QUESTION_DAYS, 21, 60, 180];

/** Questions for a clipping that carries no tag. */
const OPEN_QUESTIONS: readonly string[] = [
  'What made you keep this?',
  'Who on your team should read this, and what would you ask them about it?',
  'What have you seen in your own schools since that speaks for this, or against it?',
];

/**
 * When to ask again after an answer.
 *
 * @param answered how many answers the clipping has, the new one included; 1 or more
 * @returns the start of a day, as an ISO 8601 instant
 */
export function nextDue(answered: number, now: Date): string {
  const at = Math.min(Math.max(answered, 1), QUESTION_DAYS.length - 1);
  return startOfDayIn(QUESTION_DAYS[at] ?? FIRST_QUESTION_DAYS, now);
}

/** When to ask again after "not now": tomorrow. ("Done with this one" is `null`.) */
export const notNow = (now: Date): string => startOfDayIn(1, now);

/** The clippings due for a question, those that have waited longest first. */
export function dueClippings(log: Pick<ReadingLog, 'clippings'>, now: Date): ClippingRow[] {
  return log.clippings
    .flatMap((clipping) => {
      const due = clipping.dueAt === null ? Number.NaN : Date.parse(clipping.dueAt);
      return due <= now.getTime() ? [{ clipping, due, created: Date.parse(clipping.createdAt) }] : [];
    })
    .sort((a, b) => a.due - b.due || a.created - b.created || (a.clipping.id < b.clipping.id ? -1 : 1))
    .map(({ clipping }) => clipping);
}

/** Questions that a day has, at most: what waits beyond them waits in silence, so that a log is never a debt. */
export const QUESTIONS_A_DAY = 3;

/** When the reader's own day began, as an ISO 8601 instant. */
export const dayBegan = (now: Date): string => startOfDayIn(0, now);

/** How many questions a day still has, when so many are due and so many were answered since it began. */
export const leftToday = (due: number, answered: number): number =>
  Math.max(0, Math.min(due, QUESTIONS_A_DAY - answered));

/** The clippings that a question is put to today, those that have waited longest first. */
export function todaysClippings(
  log: Pick<ReadingLog, 'clippings' | 'reflections'>,
  now: Date,
): ClippingRow[] {
  const began = Date.parse(dayBegan(now));
  const answered = log.reflections.filter(({ answeredAt }) => Date.parse(answeredAt) >= began).length;
  const due = dueClippings(log, now);
  return due.slice(0, leftToday(due.length, answered));
}

/** The first question of each tag, then the second of each, and so on. */
function questionsOf(clipping: Pick<ClippingRow, 'tags'>): string[] {
  const lists = clipping.tags.map(({ tag }) => tagById(tag).questions);
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  const inTurn = Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? []));
  return [...new Set(inTurn.flat())];
}

/**
 * The question to put to a clipping now: from those of its tags, in turn, each clipping beginning at its own place so
 * that two of one tag are not asked the same. The same log gives the same question; never the last one asked again.
 *
 * @param reflections those of the whole log, or of this clipping
 */
export function questionFor(
  clipping: Pick<ClippingRow, 'id' | 'tags'>,
  reflections: readonly ReflectionRow[],
): string {
  const own = questionsOf(clipping);
  const questions = own.length > 0 ? own : OPEN_QUESTIONS;
  const asked = reflectionsOf(clipping, reflections);
  const last = asked.at(-1)?.question;
  const begin = [...clipping.id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const at = begin + asked.length;
  const turn = (step: number): string => questions[(at + step) % questions.length] ?? '';
  return turn(0) === last ? turn(1) : turn(0);
}
