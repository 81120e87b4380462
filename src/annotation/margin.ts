import type { Place } from '../article/article.ts';
import type { Grounds } from './background-colour.ts';
import { make } from './dom.ts';
import { createGutters, type Spot } from './gutter.ts';
import type { Host } from './host.ts';
import { fillMark, type MarkContent, rowName } from './mark-button.ts';

/** From this free space on names are shown, from that one glyphs; below it the stroke alone. In px. */
const NAMES = 136;
const GLYPHS = 28;
const STROKE = 4;
const GAP = { names: 14, glyphs: 6, tight: 4, stroke: 2, list: 8 };
const ROW = 20;
const ROW_GAP = 4;
const GLYPH_WIDTH = 16;
const STROKE_WIDTH = 24;

export type MarkMode = 'names' | 'glyphs' | 'stroke' | 'none';

/** The marks in the margin. */
export interface Margin {
  /** Makes or changes a passage's mark; null takes it away. */
  set(index: number, place: Place, content: MarkContent | null): void;
  buttonOf(index: number): HTMLButtonElement | null;
  /** Which passage's mark an element is, or null. */
  indexOf(target: EventTarget | null): number | null;
  /** Puts every mark beside its block: reads all, then writes all. Says whether page scrolls move a block. */
  layout(grounds: Grounds): { moving: boolean };
  places(): Place[];
}

interface Mark {
  index: number;
  place: Place;
  content: MarkContent;
  button: HTMLButtonElement;
}

/** A margin in `host`. On a list of stories marks are glyphs without names. */
export function createMargin(doc: Document, host: Host, list: boolean): Margin {
  const marks = new Map<number, Mark>();
  const widths = new Map<string, number>();
  host.marks.classList.toggle('list', list);

  /** Widths of the names not met before: one batch writes them all, then reads them all. */
  const measureNames = () => {
    const names = [...marks.values()].flatMap(({ content }) => content.rows.map(rowName));
    const fresh = [...new Set(names)].filter((name) => !widths.has(name));
    if (fresh.length === 0) return;
    const rulers = fresh.map((name) =>
      make(doc, 'button', { class: 'mark', 'data-mode': 'names', tabindex: '-1' }, make(doc, 'b', {}, name)),
    );
    host.marks.append(...rulers);
    fresh.forEach((name, at) => {
      widths.set(name, rulers[at]?.firstElementChild?.getBoundingClientRect().width ?? 0);
    });
    for (const ruler of rulers) ruler.remove();
  };

  const modeOf = ({ content }: Mark, { gutter }: Spot): MarkMode => {
    const names = Math.max(...content.rows.map((row) => widths.get(rowName(row)) ?? 0));
    const wide = names + 6 + GLYPH_WIDTH + 8 + GAP.names;
    if (!list && gutter >= NAMES && gutter >= wide) return 'names';
    if (gutter >= GLYPHS) return 'glyphs';
    return gutter >= STROKE ? 'stroke' : 'none';
  };

  return {
    set(index, place, content) {
      const known = marks.get(index);
      if (!content) {
        known?.button.remove();
        marks.delete(index);
        return;
      }
      const button =
        known?.button ?? make(doc, 'button', { type: 'button', class: 'mark', 'data-mode': 'none' });
      fillMark(button, content);
      if (!known) {
        button.setAttribute('aria-expanded', 'false');
        // Tab goes in reading order, whatever order the passages came in.
        const next = [...marks.values()]
          .filter((mark) => mark.index > index)
          .sort((a, b) => a.index - b.index)[0];
        host.marks.insertBefore(button, next?.button ?? null);
      }
      marks.set(index, { index, place, content, button });
    },
    buttonOf: (index) => marks.get(index)?.button ?? null,
    indexOf(target) {
      for (const { index, button } of marks.values()) if (button === target) return index;
      return null;
    },
    places: () => [...marks.values()].map(({ place }) => place),
    layout(grounds) {
      measureNames();
      const view = doc.defaultView ?? window;
      const origin = host.marks.getBoundingClientRect();
      const scale = origin.width / 100 || 1;
      const width = doc.documentElement.clientWidth;
      const gutters = createGutters(doc, grounds);
      const spots = [...marks.values()]
        .sort((a, b) => a.index - b.index)
        .map((mark) => ({ mark, spot: gutters.spotOf(mark.place) }));

      const placed = spots.map(({ mark, spot }) => {
        if (!spot?.visible) return { mark, spot: null, mode: 'none' as const, box: null };
        const mode = modeOf(mark, spot);
        return { mark, spot, mode, box: boxOf(mark, spot, mode) };
      });
      for (const one of placed) {
        if (!one.box) continue;
        // Short blocks stand closer than their marks are tall: the lower one begins where it must.
        const lower = placed.filter(({ box }) => box && one.box && box !== one.box && below(box, one.box));
        const room = Math.min(...lower.map(({ box }) => (box?.top ?? 0) - (one.box?.top ?? 0) - 2));
        one.box.height = Math.max(ROW, Math.min(one.box.height, room));
      }

      for (const { mark, spot, mode, box } of placed) {
        const { button } = mark;
        button.dataset.mode = mode;
        if (!spot || !box) continue;
        button.dataset.tone = spot.tone;
        button.dir = spot.rtl ? 'rtl' : 'ltr';
        const left = spot.rtl ? width - box.right : box.left;
        const x = (left - origin.left) / scale;
        const y = (box.top - origin.top) / scale;
        button.style.transform = `translate(${round(x)}px, ${round(y)}px)`;
        button.style.inlineSize = `${round((box.right - box.left) / scale)}px`;
        button.style.maxBlockSize = `${round(box.height / scale)}px`;
        button.style.blockSize = mode === 'stroke' ? `${round(box.height / scale)}px` : '';
        button.style.setProperty('--block', `${round(Math.min(spot.height, box.height) / scale)}px`);
      }
      host.setLevel(Math.max(0, ...placed.map(({ spot }) => spot?.zIndex ?? 0)));
      const root = view.getComputedStyle(doc.documentElement);
      return { moving: root.position === 'fixed' || placed.some(({ spot }) => spot?.moving === true) };
    },
  };

  /** Where a mark goes, in mirrored px of the viewport; `height` is the most it may take. */
  function boxOf({ content }: Mark, spot: Spot, mode: MarkMode) {
    const gap =
      mode === 'glyphs' ? (list ? GAP.list : GAP.glyphs) : mode === 'names' ? GAP.names : GAP.stroke;
    const fits = mode === 'glyphs' && spot.gutter < gap + GLYPH_WIDTH + 8 ? GAP.tight : gap;
    const right = spot.edge - fits;
    const names = Math.max(...content.rows.map((row) => widths.get(rowName(row)) ?? 0));
    const wanted =
      mode === 'names'
        ? names + 6 + GLYPH_WIDTH + 8
        : mode === 'glyphs'
          ? GLYPH_WIDTH + 8
          : Math.min(STROKE_WIDTH, spot.gutter - GAP.stroke);
    const rows = content.rows.length;
    const tall = rows * ROW + (rows - 1) * (list ? 0 : ROW_GAP) + 4;
    return {
      left: right - wanted,
      right,
      top: mode === 'stroke' ? spot.top : spot.line - 12,
      height: mode === 'stroke' ? Math.max(ROW, spot.height) : Math.max(tall, spot.height),
    };
  }
}

type Box = { left: number; right: number; top: number; height: number };

/** Whether a box begins under another's top and would be covered by it. */
const below = (lower: Box, upper: Box): boolean =>
  lower.top > upper.top &&
  lower.top < upper.top + upper.height + 2 &&
  lower.left < upper.right &&
  upper.left < lower.right;

const round = (value: number): number => Math.round(value * 4) / 4;
