import { isoDay, MONTHS } from '../../log/day.ts';
import type { Insights } from '../../log/insights.ts';
import { periodLabel } from './insight-words.ts';

const CELL = 20;
const LEFT = 40;
const HEAD = 20;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'] as const;

interface CalendarProps {
  insights: Insights;
  width: number;
  now: Date;
}

/** Days, or months where the time is long, each with a mark as large as what was kept. Nothing joins one to the next. */
export const CalendarChart = (props: CalendarProps) =>
  props.insights.span.unit === 'week' ? <Days {...props} /> : <Months {...props} />;

/** The side of a mark, in px: its area grows with the count, up to the fourth. */
const sideOf = (count: number, cell: number): number => (cell - 4) * Math.sqrt(Math.min(count, 4) / 4);

function Mark({ x, y, cell, count }: { x: number; y: number; cell: number; count: number }) {
  if (count === 0) return <circle class="chart__dot" cx={x + cell / 2} cy={y + cell / 2} r="1.5" />;
  const side = sideOf(count, cell);
  return (
    <rect
      class="chart__long"
      x={x + (cell - side) / 2}
      y={y + (cell - side) / 2}
      width={side}
      height={side}
      rx="1.5"
    />
  );
}

function Days({ insights, width, now }: CalendarProps) {
  const { span, days } = insights;
  const weeks = Math.max(1, Math.floor((width - LEFT) / CELL));
  const bands = Math.ceil(span.periods.length / weeks);
  const band = HEAD + CELL * 7 + 10;
  const today = isoDay(now);
  return (
    <svg
      class="chart"
      width={width}
      height={bands * band}
      role="img"
      aria-label={`Passages kept on each day, ${days.size} of which have some. The numbers are in the table below.`}
    >
      {span.periods.map((period, at) => {
        const x = LEFT + (at % weeks) * CELL;
        const y = Math.floor(at / weeks) * band;
        const monday = new Date(`${period.from}T12:00:00`);
        return (
          <g key={period.from}>
            {at % weeks === 0 &&
              WEEKDAYS.map((name, day) => (
                <text key={`${day} ${name}`} x="0" y={y + HEAD + day * CELL + 14}>
                  {name}
                </text>
              ))}
            {(at % weeks) % 4 === 0 && (
              <text x={x} y={y + 12}>
                {periodLabel('week', period)}
              </text>
            )}
            {WEEKDAYS.map((_, day) => {
              const date = isoDay(new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + day));
              if (date > today) return null;
              return (
                <Mark key={date} x={x} y={y + HEAD + day * CELL} cell={CELL} count={days.get(date) ?? 0} />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** Passages kept in each month that has any, by `YYYY-MM`. */
export function monthCounts({ days }: Pick<Insights, 'days'>): Map<string, number> {
  const months = new Map<string, number>();
  for (const [day, count] of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return months;
}

function Months({ insights, width, now }: CalendarProps) {
  const months = monthCounts(insights);
  const first = Number(insights.span.periods[0]?.from.slice(0, 4));
  const years = Array.from({ length: now.getFullYear() - first + 1 }, (_, n) => first + n);
  const cell = Math.min(44, (width - LEFT) / 12);
  const most = Math.max(1, ...months.values());
  return (
    <svg
      class="chart"
      width={width}
      height={HEAD + years.length * cell}
      role="img"
      aria-label={`Passages kept in each month, ${months.size} of which have some. The numbers are in the table below.`}
    >
      {MONTHS.map((month, at) => (
        <text key={month} x={LEFT + cell * (at + 0.5)} y="12" text-anchor="middle">
          {cell < 28 ? month[0] : month.slice(0, 3)}
        </text>
      ))}
      {years.map((year, row) => (
        <g key={year}>
          <text x="0" y={HEAD + cell * (row + 0.5) + 4}>
            {year}
          </text>
          {MONTHS.map((month, at) => {
            const count = months.get(`${year}-${String(at + 1).padStart(2, '0')}`) ?? 0;
            if (new Date(year, at, 1) > now) return null;
            return (
              <Mark
                key={month}
                x={LEFT + cell * at}
                y={HEAD + cell * row}
                cell={cell}
                count={count === 0 ? 0 : Math.max(0.4, (4 * count) / most)}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}
