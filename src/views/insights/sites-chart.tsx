import { type Insights, totalOf } from '../../log/insights.ts';
import { fitted, NAMES, NARROW, NUMBERS } from './chart-parts.tsx';

/** Sites drawn: the table has them all. */
export const MOST_SITES = 8;
const GAP = 3;

/** For each site a bar as long as what was kept from it: short hollow, neither a line, long filled. */
export function SitesChart({ insights, width }: { insights: Insights; width: number }) {
  const sites = insights.sites.slice(0, MOST_SITES);
  const narrow = width < NARROW;
  const row = narrow ? 48 : 32;
  const from = narrow ? 0 : NAMES;
  const room = Math.max(20, width - from - NUMBERS);
  const most = Math.max(1, ...sites.map(({ balance }) => totalOf(balance)));
  return (
    <svg
      class="chart"
      width={width}
      height={Math.max(1, sites.length) * row}
      role="img"
      aria-label="Passages kept from each site, short, neither and long. The numbers are in the table below."
    >
      {sites.map(({ site, balance }, at) => {
        const middle = at * row + (narrow ? 34 : 16);
        const length = (count: number): number => (room * count) / most;
        const [short, neither, long] = [length(balance.short), length(balance.neither), length(balance.long)];
        return (
          <g key={site}>
            <text class="chart__name" x="0" y={at * row + (narrow ? 18 : 20)}>
              {fitted(site, narrow ? width : NAMES - 16)}
            </text>
            {short > 0 && (
              <rect
                class="chart__short"
                x={from + 0.75}
                y={middle - 4.25}
                width={Math.max(1, short - GAP)}
                height="8.5"
              />
            )}
            {neither > 0 && (
              <line
                class="chart__base"
                x1={from + short}
                x2={from + short + Math.max(1, neither - GAP)}
                y1={middle}
                y2={middle}
              />
            )}
            {long > 0 && (
              <rect
                class="chart__long"
                x={from + short + neither}
                y={middle - 5}
                width={Math.max(2, long)}
                height="10"
              />
            )}
            <text x={width} y={middle + 4} text-anchor="end">
              {totalOf(balance)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
