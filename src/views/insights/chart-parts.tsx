import { createElement } from 'preact';
import { GLYPHS, GRID } from '../../framework/glyphs.ts';
import type { TagId } from '../../framework/tag-ids.ts';

/** Below this width in px a row's name stands over its bar instead of beside it. */
export const NARROW = 460;
/** Where bars begin beside names, and the room for the number after them, in px. */
export const NAMES = 176;
export const NUMBERS = 40;

/** A tag's glyph within a chart, at a place of it. */
export const ChartGlyph = ({ tag, x, y }: { tag: TagId; x: number; y: number }) => (
  <svg
    class="chart__glyph"
    aria-hidden="true"
    x={x}
    y={y}
    width="16"
    height="16"
    viewBox={`0 0 ${GRID} ${GRID}`}
  >
    {GLYPHS[tag].map(({ tag: shape, attrs }) => createElement(shape, { ...attrs }))}
  </svg>
);

/** How many labels to skip, so that each has its room. */
export const everyOf = (step: number, room: number): number => Math.max(1, Math.ceil(room / step));

/** A name cut to what fits, in letters of about 7 px. */
export function fitted(name: string, width: number): string {
  const letters = Math.max(4, Math.floor(width / 7));
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}
