import type { TagGroup } from '../../framework/tag-ids.ts';
import { GROUP_NAMES, tagName } from '../../framework/tag-names.ts';
import type { Insights } from '../../log/insights.ts';
import { ChartGlyph, NAMES, NARROW, NUMBERS } from './chart-parts.tsx';

const GROUPS: readonly TagGroup[] = ['condition', 'signal', 'lens'];
const HEAD = 26;
const GAP = 18;

/** How many passages each of the 17 ideas has, most first in each group; a dotted line where there is none. */
export function TagsChart({ insights, width }: { insights: Insights; width: number }) {
  const narrow = width < NARROW;
  const row = narrow ? 44 : 28;
  const from = narrow ? 0 : NAMES;
  const room = Math.max(20, width - from - NUMBERS);
  const most = Math.max(1, ...insights.coverage.map(({ count }) => count));
  let y = 0;
  const groups = GROUPS.map((group) => {
    const head = y;
    const rows = insights.coverage
      .filter(({ tag }) => tagName(tag).group === group)
      .sort((a, b) => b.count - a.count);
    y += HEAD + rows.length * row + GAP;
    return { group, head, rows };
  });
  const met = insights.coverage.filter(({ count }) => count > 0).length;
  return (
    <svg
      class="chart"
      width={width}
      height={y - GAP}
      role="img"
      aria-label={`Passages on each of the 17 ideas, ${met} of which have some. The numbers are in the table below.`}
    >
      {groups.map(({ group, head, rows }) => (
        <g key={group} data-group={group}>
          <text class="chart__group" x="0" y={head + 13}>
            {GROUP_NAMES[group]}
          </text>
          {rows.map(({ tag, count }, at) => {
            const top = head + HEAD + at * row;
            const middle = top + (narrow ? 33 : 14);
            return (
              <g key={tag}>
                <ChartGlyph tag={tag} x={0} y={top + 6} />
                <text class={count > 0 ? 'chart__name' : 'chart__none-name'} x="24" y={top + 18}>
                  {tagName(tag).shortName}
                </text>
                {count > 0 ? (
                  <rect
                    class="chart__bar"
                    x={from}
                    y={middle - 5}
                    width={Math.max(2, (room * count) / most)}
                    height="10"
                  />
                ) : (
                  <line class="chart__none" x1={from} x2={from + room} y1={middle} y2={middle} />
                )}
                <text x={width} y={middle + 4} text-anchor="end">
                  {count > 0 ? count : 'none'}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
