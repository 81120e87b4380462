import { isoDay } from './day.ts';

/** How far back insights look: the last 12 weeks, the school year (from 1 August), or everything. */
export type SpanId = 'weeks' | 'year' | 'all';

export type Unit = 'week' | 'month' | 'quarter';

/** A stretch of days of the reader's own calendar, `YYYY-MM-DD`, both included. */
export interface Period {
  from: string;
  to: string;
}

/** A time cut into periods that follow one another without a gap. */
export interface TimeSpan {
  id: SpanId;
  unit: Unit;
  periods: Period[];
}

const WEEKS = 12;
/** More periods than these make bars too thin to see: then longer ones are taken. */
const MOST_WEEKS = 53;
const MOST_MONTHS = 60;
/** The month a school year begins in, 0-based: August. */
const FIRST_MONTH = 7;

const day = (date: Date, days: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);

/** The Monday of a day's week (ISO 8601). */
export const mondayOf = (date: Date): Date => day(date, -((date.getDay() + 6) % 7));

const MONTHS_IN = { month: 1, quarter: 3 } as const;

/** When the period that holds a day begins, and when the next one does. */
function bounds(unit: Unit, date: Date): [Date, Date] {
  if (unit === 'week') return [mondayOf(date), day(mondayOf(date), 7)];
  const months = MONTHS_IN[unit];
  const month = Math.floor(date.getMonth() / months) * months;
  return [new Date(date.getFullYear(), month, 1), new Date(date.getFullYear(), month + months, 1)];
}

/** The periods from the one that holds `first` to the one that holds `last`. */
function periodsOf(unit: Unit, first: Date, last: Date): Period[] {
  const periods: Period[] = [];
  for (let [from, next] = bounds(unit, first); from <= last; [from, next] = bounds(unit, next))
    periods.push({ from: isoDay(from), to: isoDay(day(next, -1)) });
  return periods;
}

/**
 * A time that ends with the period that holds `now`.
 *
 * @param first the day the oldest clipping was kept; null where there is none
 */
export function timeSpan(id: SpanId, now: Date, first: Date | null): TimeSpan {
  const since = (): Date => {
    if (id === 'weeks') return day(now, -7 * (WEEKS - 1));
    if (id === 'all') return first !== null && first < now ? first : now;
    return new Date(now.getFullYear() - (now.getMonth() < FIRST_MONTH ? 1 : 0), FIRST_MONTH, 1);
  };
  for (const [unit, most] of [
    ['week', MOST_WEEKS],
    ['month', MOST_MONTHS],
  ] as const) {
    const periods = periodsOf(unit, since(), now);
    if (periods.length <= most) return { id, unit, periods };
  }
  return { id, unit: 'quarter', periods: periodsOf('quarter', since(), now) };
}
