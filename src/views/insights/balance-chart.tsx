import { type Insights, totalOf } from '../../log/insights.ts';
import { everyOf } from './chart-parts.tsx';
import { periodLabel } from './insight-words.ts';

const TALLEST = 130;
const EACH = 15;
const BETWEEN = 22;
const HEAD = 18;
const AXIS = 34;

/** Long above, short below, neither as a number between two lines; a bar for each period. */
export function BalanceChart({ insights, width }: { insights: Insights; width: number }) {
  const { periods, span } = insights;
  const longest = Math.max(0, ...periods.map(({ long }) => long));
  const shortest = Math.max(0, ...periods.map(({ short }) => short));
  const unit = Math.min(EACH, TALLEST / Math.max(1, longest, shortest));
  const top = HEAD + longest * unit;
  const bottom = top + BETWEEN;
  const height = bottom + shortest * unit + HEAD + AXIS;
  const step = width / periods.length;
  const bar = Math.max(2, Math.min(26, step * 0.5));
  const numbers = step >= 20;
  const every = everyOf(step, span.unit === 'week' ? 56 : 76);
  const { long, short, neither } = insights.balance;
  return (
    <svg
      class="chart"
      width={width}
      height={height}
      role="img"
      aria-label={`Passages kept by ${span.unit}. Long game ${long} in all, short game ${short}, neither ${neither}. The numbers are in the table below.`}
    >
      <line class="chart__base" x1="0" x2={width} y1={top} y2={top} />
      <line class="chart__base" x1="0" x2={width} y1={bottom} y2={bottom} />
      {periods.map((each, at) => {
        const middle = step * (at + 0.5);
        const period = span.periods[at];
        const up = each.long * unit;
        const down = each.short * unit;
        return (
          <g key={period?.from}>
            {each.long > 0 && (
              <rect class="chart__long" x={middle - bar / 2} y={top - up} width={bar} height={up} />
            )}
            {each.short > 0 && (
              <rect
                class="chart__short"
                x={middle - bar / 2}
                y={bottom + 0.75}
                width={bar}
                height={Math.max(1, down - 0.75)}
              />
            )}
            {numbers && each.long > 0 && (
              <text x={middle} y={top - up - 6} text-anchor="middle">
                {each.long}
              </text>
            )}
            {numbers && (
              <text class="chart__mid" x={middle} y={top + 15} text-anchor="middle">
                {each.neither === 0 && totalOf(each) > 0 ? '' : each.neither}
              </text>
            )}
            {numbers && each.short > 0 && (
              <text x={middle} y={bottom + down + 14} text-anchor="middle">
                {each.short}
              </text>
            )}
            {at % every === 0 && period && (
              <text
                x={at === 0 && step < 56 ? 0 : middle}
                y={height - 8}
                text-anchor={at === 0 && step < 56 ? 'start' : 'middle'}
              >
                {periodLabel(span.unit, period)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
