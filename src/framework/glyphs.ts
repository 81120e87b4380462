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

/** One glyph a tag, on a 16 × 16 grid: 1.5 px stroke in `currentColor`, round ends, no fill. */
export const GLYPHS: Readonly<Record<TagId, readonly Shape[]>> = {
  'shared-vision': [
    {
      tag: 'path',
      attrs: {
        d: 'M1.5 12.75h13M4.25 12.75a3.75 3.75 0 0 1 7.5 0M8 3.25v2.5M2.6 6.1l1.6 1.6M13.4 6.1l-1.6 1.6',
      },
    },
  ],
  'learning-core': [
    { tag: 'circle', attrs: { cx: '8', cy: '8', r: '5.75' } },
    { tag: 'circle', attrs: { cx: '8', cy: '8', r: '2' } },
  ],
  'growth-mindset': [
    {
      tag: 'path',
      attrs: {
        d: 'M8 14V6.5M8 10.5C8 7.6 6 6 2.6 6c0 3 2 4.5 5.4 4.5ZM8 7c0-2.9 2-4.5 5.4-4.5C13.4 5.5 11.4 7 8 7Z',
      },
    },
  ],
  'shared-responsibility': [
    { tag: 'circle', attrs: { cx: '5.75', cy: '8', r: '3.75' } },
    { tag: 'circle', attrs: { cx: '10.25', cy: '8', r: '3.75' } },
  ],
  'student-centered': [
    { tag: 'circle', attrs: { cx: '8', cy: '5', r: '2.6' } },
    { tag: 'path', attrs: { d: 'M3 13.8c0-2.9 2-4.6 5-4.6s5 1.7 5 4.6' } },
  ],
  agency: [
    { tag: 'circle', attrs: { cx: '8', cy: '8', r: '5.75' } },
    { tag: 'path', attrs: { d: 'm10.6 5.4-1.4 3.8-3.8 1.4 1.4-3.8Z' } },
  ],
  competencies: [
    { tag: 'path', attrs: { d: 'M8 1.8v12.4M8 3h4l1.7 1.7L12 6.4H8M8 8.4H4L2.3 10.1 4 11.8h4' } },
  ],
  technology: [
    { tag: 'rect', attrs: { x: '3', y: '3', width: '10', height: '7.2', rx: '1' } },
    { tag: 'path', attrs: { d: 'M1.5 13h13' } },
  ],
  'social-justice': [
    {
      tag: 'path',
      attrs: { d: 'M8 2v11.8M5 13.8h6M2.8 4.6h10.4M3.4 4.6 1.5 9.4h3.8ZM12.6 4.6l-1.9 4.8h3.8Z' },
    },
  ],
  ai: [
    { tag: 'rect', attrs: { x: '4.25', y: '4.25', width: '7.5', height: '7.5', rx: '1.2' } },
    {
      tag: 'path',
      attrs: {
        d: 'M6.5 4.25V1.8M9.5 4.25V1.8M6.5 14.2v-2.45M9.5 14.2v-2.45M4.25 6.5H1.8M4.25 9.5H1.8M14.2 6.5h-2.45M14.2 9.5h-2.45',
      },
    },
  ],
  jobs: [
    { tag: 'rect', attrs: { x: '2', y: '5.25', width: '12', height: '8.25', rx: '1.2' } },
    { tag: 'path', attrs: { d: 'M5.6 5.25V3.8c0-.7.5-1.2 1.2-1.2h2.4c.7 0 1.2.5 1.2 1.2v1.45M2 9h12' } },
  ],
  economy: [{ tag: 'path', attrs: { d: 'M2 2v12h12M4.6 10.4l2.7-3.4 2.6 2L13.6 4' } }],
  'new-learning': [
    {
      tag: 'path',
      attrs: {
        d: 'M8 4.4C6.6 3.3 4.5 2.9 2 2.9v9.4c2.5 0 4.6.4 6 1.5 1.4-1.1 3.5-1.5 6-1.5V2.9c-2.5 0-4.6.4-6 1.5ZM8 4.4v9.4',
      },
    },
  ],
  society: [
    { tag: 'circle', attrs: { cx: '8', cy: '8', r: '5.9' } },
    { tag: 'ellipse', attrs: { cx: '8', cy: '8', rx: '2.5', ry: '5.9' } },
    { tag: 'path', attrs: { d: 'M2.1 8h11.8' } },
  ],
  culture: [
    {
      tag: 'path',
      attrs: {
        d: 'M3.6 2.8h8.8c.7 0 1.3.6 1.3 1.3v5.4c0 .7-.6 1.3-1.3 1.3H7.6L4.6 13.6v-2.8h-1c-.7 0-1.3-.6-1.3-1.3V4.1c0-.7.6-1.3 1.3-1.3Z',
      },
    },
  ],
  'open-walled': [
    { tag: 'path', attrs: { d: 'M1.5 13.5h13M3.8 13.5V2.5h8.4v11M3.8 2.5l4.7 2v10.4l-4.7-1.4' } },
  ],
  'over-control': [
    { tag: 'rect', attrs: { x: '2.25', y: '2.25', width: '11.5', height: '11.5', rx: '1' } },
    { tag: 'path', attrs: { d: 'M6.1 2.25v11.5M9.9 2.25v11.5' } },
  ],
};

/** A filled ribbon: clipped, and nothing else. Apart from the others, because the content script needs only these two. */
export const KEPT_ICON = [
  { tag: 'path', attrs: { d: 'M4 2.5h8v11.2L8 10.6l-4 3.1Z' } },
] as const satisfies readonly Shape[];
export const CLOSE_ICON = [
  { tag: 'path', attrs: { d: 'm4 4 8 8M12 4l-8 8' } },
] as const satisfies readonly Shape[];

/** Icons of the controls, drawn as the glyphs are. `kept` is filled where it means clipped. */
export const ICONS = {
  close: CLOSE_ICON,
  check: [{ tag: 'path', attrs: { d: 'm3 8.6 3.4 3.4L13 4.6' } }],
  kept: KEPT_ICON,
  gear: [
    { tag: 'path', attrs: { d: 'M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14' } },
    { tag: 'circle', attrs: { cx: '10.5', cy: '4.5', r: '2' } },
    { tag: 'circle', attrs: { cx: '5.5', cy: '11.5', r: '2' } },
  ],
  panel: [
    { tag: 'rect', attrs: { x: '2', y: '2.75', width: '12', height: '10.5', rx: '1.2' } },
    { tag: 'path', attrs: { d: 'M9.75 2.75v10.5' } },
  ],
  log: [
    {
      tag: 'path',
      attrs: {
        d: 'M4.2 2h8.3v12H4.2c-.9 0-1.7-.7-1.7-1.6V3.6C2.5 2.7 3.3 2 4.2 2ZM2.5 11.6c0-.9.8-1.5 1.7-1.5h8.3M6 5h3.7',
      },
    },
  ],
  search: [
    { tag: 'circle', attrs: { cx: '7', cy: '7', r: '4.5' } },
    { tag: 'path', attrs: { d: 'm10.4 10.4 3.6 3.6' } },
  ],
  lock: [
    { tag: 'rect', attrs: { x: '3', y: '7', width: '10', height: '6.75', rx: '1.2' } },
    { tag: 'path', attrs: { d: 'M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2' } },
  ],
  list: [{ tag: 'path', attrs: { d: 'M2.5 4h11M2.5 8h11M2.5 12h7' } }],
  alert: [
    { tag: 'circle', attrs: { cx: '8', cy: '8', r: '5.9' } },
    { tag: 'path', attrs: { d: 'M8 4.9v3.6M8 11v.2' } },
  ],
  chevron: [{ tag: 'path', attrs: { d: 'm4.5 6.25 3.5 3.5 3.5-3.5' } }],
  pencil: [{ tag: 'path', attrs: { d: 'm10.6 2.8 2.6 2.6L5.6 13 2.4 13.6 3 10.4Z' } }],
  undo: [{ tag: 'path', attrs: { d: 'M5.6 2.8 2.4 6l3.2 3.2M2.4 6h7.4a3.7 3.7 0 0 1 0 7.4H6.5' } }],
  link: [
    {
      tag: 'path',
      attrs: {
        d: 'M9.5 2.5h4v4M13.5 2.5 7.8 8.2M11.8 9.2v3.3c0 .6-.4 1-1 1H3.5c-.6 0-1-.4-1-1V5.2c0-.6.4-1 1-1h3.3',
      },
    },
  ],
  frame: [
    { tag: 'rect', attrs: { x: '2', y: '2.75', width: '12', height: '10.5', rx: '1.2' } },
    { tag: 'path', attrs: { d: 'M2 5.5h12M5 8h6v3H5Z' } },
  ],
  print: [
    {
      tag: 'path',
      attrs: {
        d: 'M4.5 6V2.5h7V6M4.5 12H3c-.6 0-1-.4-1-1V7c0-.6.4-1 1-1h10c.6 0 1 .4 1 1v4c0 .6-.4 1-1 1h-1.5M4.5 9.5h7v4h-7Z',
      },
    },
  ],
  'search-none': [{ tag: 'path', attrs: { d: 'M2.5 8h11' } }],
  trash: [{ tag: 'path', attrs: { d: 'M2.5 4.5h11M6 4.5V2.6h4v1.9M4 4.5l.7 9h6.6l.7-9' } }],
} as const satisfies Record<string, readonly Shape[]>;

export type IconId = keyof typeof ICONS;

/** The logo, on its 20 × 20 grid: a short line over a long one, 2.5 px stroke. */
export const LOGO: readonly Shape[] = [{ tag: 'path', attrs: { d: 'M3 6.5h5M3 13.5h14' } }];
