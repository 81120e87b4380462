import { tagName } from '../../framework/tag-names.ts';
import type { Insights } from '../../log/insights.ts';
import { ChartGlyph, NAMES, NARROW, NUMBERS } from './chart-parts.tsx';
import { periodLabel } from './insight-words.ts';

const TALLEST = 36;
const EACH = 18;
const AXIS = 26;

/** A row of bars for each of the five signals, all on one scale. */
export function SignalsChart({ insights, width }: { insights: Insights; width: number }) {
  const { signals, span } = insights;
  const narrow = width < NARROW;
  const row = narrow ? 76 : 56;
  const from = narrow ? 0 : NAMES;
  const room = Math.max(20, width - from - NUMBERS);
  const step = room / span.periods.length;
  const bar = Math.max(1.5, Math.min(16, step * 0.55));
  const unit = Math.min(EACH, TALLEST / Math.max(1, ...signals.flatMap(({ counts }) => counts)));
  const height = row * signals.length + AXIS;
  const [first, last] = [span.periods[0], span.periods.at(-1)];
  return (
    <svg
      class="chart"
      width={width}
      height={height}
      role="img"
      aria-label={`Passages on each of the five signals by ${span.unit}. The numbers are in the table below.`}
    >
      {signals.map(({ tag, counts }, at) => {
        const base = row * (at + 1) - 8;
        const name = narrow ? row * at + 14 : base - 4;
        return (
          <g key={tag} data-group="signal">
            <ChartGlyph tag={tag} x={0} y={name - 12} />
            <text class="chart__name" x="24" y={name}>
              {tagName(tag).shortName}
            </text>
            {counts.map(
              (count, period) =>
                count > 0 && (
                  <rect
                    key={span.periods[period]?.from}
                    class="chart__bar"
                    x={from + step * (period + 0.5) - bar / 2}
                    y={base - count * unit}
                    width={bar}
                    height={count * unit}
                  />
                ),
            )}
            <line class="chart__base" x1={from} x2={from + room} y1={base} y2={base} />
            <text x={width} y={base - 4} text-anchor="end">
              {counts.reduce((sum, count) => sum + count, 0)}
            </text>
          </g>
        );
      })}
      {first && last && (
        <>
          <text x={from} y={height - 6}>
            {periodLabel(span.unit, first)}
          </text>
          {first !== last && (
            <text x={from + room} y={height - 6} text-anchor="end">
              {periodLabel(span.unit, last)}
            </text>
          )}
        </>
      )}
    </svg>
  );
}
