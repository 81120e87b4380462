import type { Place } from '../article/article.ts';
import { isElement, shownIn, shownUnder } from '../article/flat-tree.ts';
import type { Grounds, Tone } from './background-colour.ts';

/** Where a mark can stand beside a block. All in px of the viewport; for right-to-left text mirrored. */
export interface Spot {
  rtl: boolean;
  tone: Tone;
  /** The edge of the block's text on the side it begins, list markers and quote bars counted in. */
  edge: number;
  /** Free space from there to whatever comes first: other text, another ground, the page's edge. */
  gutter: number;
  /** Middle of the first line, and the block's extent. */
  line: number;
  top: number;
  height: number;
  right: number;
  /** False where an inner scroller hides the block's first line. */
  visible: boolean;
  /** Whether the block moves when the page scrolls under it (fixed, sticky). */
  moving: boolean;
  /** Of the outermost stacking context that holds the block. */
  zIndex: number;
}

interface Rect {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What an element inherits for our purpose from all that holds it. */
interface Standing {
  clips: readonly Rect[];
  moving: boolean;
  zIndex: number;
}

/** Beyond this a parent's children are rows of data, not columns beside the text. */
const MOST_CHILDREN = 4000;
const INK = 'img, svg, video, canvas, iframe, input, button, picture, object, embed';

/** Measures the space beside blocks in one pass: it reads layout and writes nothing. */
export function createGutters(doc: Document, grounds: Grounds): { spotOf(place: Place): Spot | null } {
  const view = doc.defaultView ?? window;
  const width = doc.documentElement.clientWidth;
  const standings = new Map<Element, Standing>();
  const children = new Map<Element, readonly (readonly [Element, Rect])[]>();
  const inks = new Map<Element, boolean>();

  const standingOf = (element: Element): Standing => {
    const known = standings.get(element);
    if (known) return known;
    const style = view.getComputedStyle(element);
    const parent = shownUnder(element);
    const outer = parent ? standingOf(parent) : { clips: [], moving: false, zIndex: 0 };
    const scrolls = parent !== null && element !== doc.body && style.overflowY !== 'visible';
    const own = Number.parseInt(style.zIndex, 10);
    const standing = {
      clips: scrolls ? [...outer.clips, element.getBoundingClientRect()] : outer.clips,
      moving: outer.moving || style.position === 'fixed' || style.position === 'sticky',
      zIndex: outer.zIndex || (Number.isNaN(own) ? 0 : own),
    };
    standings.set(element, standing);
    return standing;
  };

  const childrenOf = (parent: Element) => {
    let known = children.get(parent);
    if (!known) {
      const inside = [...shownIn(parent)].filter(isElement);
      const all = inside.length > MOST_CHILDREN ? [] : inside;
      known = all.map((child) => [child, child.getBoundingClientRect()] as const);
      children.set(parent, known);
    }
    return known;
  };

  const hasInk = (element: Element): boolean => {
    let known = inks.get(element);
    if (known === undefined) {
      known =
        /\S/.test(element.textContent ?? '') || element.matches(INK) || element.querySelector(INK) !== null;
      inks.set(element, known);
    }
    return known;
  };

  /** How far the neighbours on the side of the mark come towards the text. */
  const neighbours = (box: Element, edge: number, { top, bottom }: Rect, mirror: (rect: Rect) => Rect) => {
    let limit = Number.NEGATIVE_INFINITY;
    let child = box;
    for (let parent = shownUnder(box); child !== doc.body && parent; parent = shownUnder(child)) {
      for (const [other, rect] of childrenOf(parent)) {
        if (other === child || rect.right === rect.left || rect.bottom === rect.top) continue;
        const { right } = mirror(rect);
        if (right > edge + 2 || right <= limit) continue;
        const beside = rect.bottom > top && rect.top < bottom;
        if (!beside && !/fixed|sticky/.test(view.getComputedStyle(other).position)) continue;
        if (hasInk(other)) limit = right;
      }
      child = parent;
    }
    return limit;
  };

  return {
    spotOf({ element, nodes }) {
      const first = nodes.find((node) => node.isConnected && /\S/.test(node.data));
      const last = nodes.findLast((node) => node.isConnected && /\S/.test(node.data));
      const box = blockOf(element, view);
      if (!first || !last || !box) return null;
      const range = doc.createRange();
      range.setStart(first, 0);
      range.setEnd(last, last.length);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const [line] = lines;
      if (!line) return null;
      const style = view.getComputedStyle(box);
      if (style.visibility !== 'visible') return null;

      const rtl = style.direction === 'rtl';
      const mirror = (rect: Rect): Rect =>
        rtl
          ? {
              ...rect,
              left: width - rect.right,
              right: width - rect.left,
              top: rect.top,
              bottom: rect.bottom,
            }
          : rect;
      const text = {
        left: Math.min(...lines.map((rect) => mirror(rect).left)),
        right: Math.max(...lines.map((rect) => mirror(rect).right)),
        top: Math.min(...lines.map((rect) => rect.top)),
        bottom: Math.max(...lines.map((rect) => rect.bottom)),
      };
      const edge = Math.min(text.left, startOf(box, style, mirror, rtl), markerOf(box, view, mirror, rtl));
      const ground = grounds.of(box);
      const limit = Math.max(
        -Math.abs(view.scrollX),
        ground.edge ? mirror(ground.edge.getBoundingClientRect()).left : Number.NEGATIVE_INFINITY,
        neighbours(box, edge, text, mirror),
      );
      const { clips, moving, zIndex } = standingOf(box);
      const middle = (line.top + line.bottom) / 2;
      return {
        rtl,
        tone: ground.tone,
        edge,
        gutter: edge - limit,
        line: middle,
        top: text.top,
        height: text.bottom - text.top,
        right: text.right,
        visible: clips.every(
          (clip) =>
            middle > clip.top && middle < clip.bottom && line.right > clip.left && line.left < clip.right,
        ),
        moving,
        zIndex,
      };
    },
  };
}

/** The box that holds an element's lines. */
export function blockOf(element: Element, view: Window): Element | null {
  let box: Element | null = element;
  while (box && /^(inline|contents|ruby.*)$/.test(view.getComputedStyle(box).display)) box = shownUnder(box);
  return box;
}

const px = (value: string): number => Number.parseFloat(value) || 0;

/** Where the content of a box begins. */
function startOf(
  box: Element,
  style: CSSStyleDeclaration,
  mirror: (rect: Rect) => Rect,
  rtl: boolean,
): number {
  const inset = rtl
    ? px(style.paddingRight) + px(style.borderRightWidth)
    : px(style.paddingLeft) + px(style.borderLeftWidth);
  return mirror(box.getBoundingClientRect()).left + inset;
}

/** The outer edge of what stands before the text and belongs to it: a list's marker, a quotation's bar. */
function markerOf(box: Element, view: Window, mirror: (rect: Rect) => Rect, rtl: boolean): number {
  let edge = Number.POSITIVE_INFINITY;
  const item = box.closest('li');
  if (item) {
    const style = view.getComputedStyle(item);
    const marked = style.listStyleType !== 'none' || style.listStyleImage !== 'none';
    if (style.display === 'list-item' && style.listStylePosition === 'outside' && marked) {
      const list = item.parentElement ? mirror(item.parentElement.getBoundingClientRect()).left : edge;
      edge = Math.min(list, mirror(item.getBoundingClientRect()).left - 1.6 * px(style.fontSize));
    }
  }
  const quote = box.closest('blockquote');
  if (quote) {
    const style = view.getComputedStyle(quote);
    const bar = px(rtl ? style.borderRightWidth : style.borderLeftWidth);
    if (bar > 0) edge = Math.min(edge, mirror(quote.getBoundingClientRect()).left);
  }
  return edge;
}
