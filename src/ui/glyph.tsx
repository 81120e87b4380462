import { createElement } from 'preact';
import { GLYPHS, GRID, ICONS, type IconId, LOGO, LOGO_GRID, type Shape } from '../framework/glyphs.ts';
import type { TagId } from '../framework/tag-ids.ts';

const drawn = (shapes: readonly Shape[]) => shapes.map(({ tag, attrs }) => createElement(tag, { ...attrs }));

interface DrawingProps {
  shapes: readonly Shape[];
  grid: number;
  class: string;
}

const Drawing = ({ shapes, grid, class: name }: DrawingProps) => (
  <svg class={name} viewBox={`0 0 ${grid} ${grid}`} aria-hidden="true" focusable="false">
    {drawn(shapes)}
  </svg>
);

const classOf = (small: boolean | undefined) => (small ? 'glyph glyph--small' : 'glyph');

/** A tag's glyph. It says nothing by itself: its name stands beside it, or in an accessible label. */
export const Glyph = ({ tag, small }: { tag: TagId; small?: boolean }) => (
  <Drawing shapes={GLYPHS[tag]} grid={GRID} class={classOf(small)} />
);

/** A control's icon. Like a glyph it needs a name beside it. */
export const Icon = ({ icon, small }: { icon: IconId; small?: boolean }) => (
  <Drawing shapes={ICONS[icon]} grid={GRID} class={classOf(small)} />
);

/** The logo, which is decoration wherever we show it. */
export const Logo = () => <Drawing shapes={LOGO} grid={LOGO_GRID} class="logo" />;
