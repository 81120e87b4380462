import type { TagId } from './tag-ids.ts';

/** One SVG element of a glyph, as data: it is built with DOM methods, never from a string. */
export interface Shape {
  tag: 'path' | 'circle' | 'rect' | 'ellipse';
  attrs: Readonly<Record<string, string>>;
}

/** Side of a glyph's or an icon's square grid, in SVG user units. */
export const GRID = 16;
/** Side of the logo's square grid, in SVG user units. */
export const LOGO_GRID = 20;

// Short words for the shapes: the drawings are a good part of what a page is given.
const path = (d: string): Shape => ({ tag: 'path', attrs: { d } });
const circle = (cx: string, cy: string, r: string): Shape => ({ tag: 'circle', attrs: { cx, cy, r } });
const rect = (x: string, y: string, width: string, height: string, rx: string): Shape => ({
  tag: 'rect',
  attrs: { x, y, width, height, rx },
});

/** One glyph a tag, on a 16 × 16 grid: 1.5 px stroke in `currentColor`, round ends, no fill. */
export const GLYPHS: Readonly<Record<TagId, readonly Shape[]>> = {
  'shared-vision': [
    path('M1.5 12.75h13M4.25 12.75a3.75 3.75 0 0 1 7.5 0M8 3.25v2.5M2.6 6.1l1.6 1.6M13.4 6.1l-1.6 1.6'),
  ],
  'learning-core': [circle('8', '8', '5.75'), circle('8', '8', '2')],
  'growth-mindset': [
    path('M8 14V6.5M8 10.5C8 7.6 6 6 2.6 6c0 3 2 4.5 5.4 4.5ZM8 7c0-2.9 2-4.5 5.4-4.5C13.4 5.5 11.4 7 8 7Z'),
  ],
  'shared-responsibility': [circle('5.75', '8', '3.75'), circle('10.25', '8', '3.75')],
  'student-centered': [circle('8', '5', '2.6'), path('M3 13.8c0-2.9 2-4.6 5-4.6s5 1.7 5 4.6')],
  agency: [circle('8', '8', '5.75'), path('m10.6 5.4-1.4 3.8-3.8 1.4 1.4-3.8Z')],
  competencies: [path('M8 1.8v12.4M8 3h4l1.7 1.7L12 6.4H8M8 8.4H4L2.3 10.1 4 11.8h4')],
  technology: [rect('3', '3', '10', '7.2', '1'), path('M1.5 13h13')],
  'social-justice': [path('M8 2v11.8M5 13.8h6M2.8 4.6h10.4M3.4 4.6 1.5 9.4h3.8ZM12.6 4.6l-1.9 4.8h3.8Z')],
  ai: [
    rect('4.25', '4.25', '7.5', '7.5', '1.2'),
    path(
      'M6.5 4.25V1.8M9.5 4.25V1.8M6.5 14.2v-2.45M9.5 14.2v-2.45M4.25 6.5H1.8M4.25 9.5H1.8M14.2 6.5h-2.45M14.2 9.5h-2.45',
    ),
  ],
  jobs: [
    rect('2', '5.25', '12', '8.25', '1.2'),
    path('M5.6 5.25V3.8c0-.7.5-1.2 1.2-1.2h2.4c.7 0 1.2.5 1.2 1.2v1.45M2 9h12'),
  ],
  economy: [path('M2 2v12h12M4.6 10.4l2.7-3.4 2.6 2L13.6 4')],
  'new-learning': [
    path(
      'M8 4.4C6.6 3.3 4.5 2.9 2 2.9v9.4c2.5 0 4.6.4 6 1.5 1.4-1.1 3.5-1.5 6-1.5V2.9c-2.5 0-4.6.4-6 1.5ZM8 4.4v9.4',
    ),
  ],
  society: [
    circle('8', '8', '5.9'),
    { tag: 'ellipse', attrs: { cx: '8', cy: '8', rx: '2.5', ry: '5.9' } },
    path('M2.1 8h11.8'),
  ],
  culture: [
    path(
      'M3.6 2.8h8.8c.7 0 1.3.6 1.3 1.3v5.4c0 .7-.6 1.3-1.3 1.3H7.6L4.6 13.6v-2.8h-1c-.7 0-1.3-.6-1.3-1.3V4.1c0-.7.6-1.3 1.3-1.3Z',
    ),
  ],
  'open-walled': [path('M1.5 13.5h13M3.8 13.5V2.5h8.4v11M3.8 2.5l4.7 2v10.4l-4.7-1.4')],
  'over-control': [rect('2.25', '2.25', '11.5', '11.5', '1'), path('M6.1 2.25v11.5M9.9 2.25v11.5')],
};

/** A filled ribbon: clipped, and nothing else. Apart from the others, because the content script needs only these two. */
export const KEPT_ICON = [path('M4 2.5h8v11.2L8 10.6l-4 3.1Z')] as const satisfies readonly Shape[];
export const CLOSE_ICON = [path('m4 4 8 8M12 4l-8 8')] as const satisfies readonly Shape[];

/** Icons of the controls, drawn as the glyphs are. `kept` is filled where it means clipped. */
export const ICONS = {
  close: CLOSE_ICON,
  check: [path('m3 8.6 3.4 3.4L13 4.6')],
  kept: KEPT_ICON,
  gear: [
    path('M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14'),
    circle('10.5', '4.5', '2'),
    circle('5.5', '11.5', '2'),
  ],
  panel: [rect('2', '2.75', '12', '10.5', '1.2'), path('M9.75 2.75v10.5')],
  search: [circle('7', '7', '4.5'), path('m10.4 10.4 3.6 3.6')],
  lock: [rect('3', '7', '10', '6.75', '1.2'), path('M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2')],
  list: [path('M2.5 4h11M2.5 8h11M2.5 12h7')],
  alert: [circle('8', '8', '5.9'), path('M8 4.9v3.6M8 11v.2')],
  chevron: [path('m4.5 6.25 3.5 3.5 3.5-3.5')],
  frame: [rect('2', '2.75', '12', '10.5', '1.2'), path('M2 5.5h12M5 8h6v3H5Z')],
  'search-none': [path('M2.5 8h11')],
  trash: [path('M2.5 4.5h11M6 4.5V2.6h4v1.9M4 4.5l.7 9h6.6l.7-9')],
} as const satisfies Record<string, readonly Shape[]>;

export type IconId = keyof typeof ICONS;

/** The logo, on its 20 × 20 grid: a short line over a long one, 2.5 px stroke. */
export const LOGO: readonly Shape[] = [path('M3 6.5h5M3 13.5h14')];
