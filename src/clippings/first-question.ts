/** Days from the clip to its first question: long enough to have forgotten the wording, short enough to care. */
export const FIRST_QUESTION_DAYS = 7;

/**
 * The start of the reader's own day, `days` days from `now`, as an ISO 8601 instant: what is due tomorrow is due
 * from the first minute of tomorrow, also where the clocks change in between.
 */
export function startOfDayIn(days: number, now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
}
