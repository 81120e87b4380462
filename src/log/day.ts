export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "4 October 2026" in the reader's own calendar, for an ISO 8601 instant. */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** The day a page says it was published: written out where it is a plain ISO date, else as the page has it. */
export function publishedDay(published: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(published) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? published : `${Number(day)} ${name} ${year}`;
}

/** A day of the reader's own calendar as `YYYY-MM-DD`. */
export const isoDay = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
