import { SIGNAL_TINTS } from '../framework/colours.ts';
import type { SignalId } from '../framework/tag-ids.ts';
import type { Grounds, Tone } from './background-colour.ts';
import { type Colour, contrast } from './colour.ts';
import { elementOf, isText } from './dom.ts';
import { flashName, keptName, type Paint, signalName } from './highlight-names.ts';
import type { SheetLoans } from './sheet-loans.ts';

/** Type of this size and more takes the underline without the tint, so that no headline becomes a banner. In px. */
const LARGE = 28;
/** WCAG's least contrast of text. */
const READABLE = 4.5;

/** Later layers of a page's highlights lie over ours or under by this; a clipping's line lies over a tint. */
const PRIORITY = { signal: 10, kept: 20, flash: 30 };

/** Ranges to be painted with one signal's paint; `element` is the block whose ground is measured. */
export interface SignalRange {
  signal: SignalId;
  range: Range;
  element: Element;
}

/** Paints ranges of a document through the CSS Custom Highlight registry. No node of the page is touched. */
export interface Painter {
  /** Paints these for `key`, in place of what was painted for it. */
  signals(key: number, ranges: readonly SignalRange[], grounds: Grounds): void;
  /** Underlines the words of clippings, in place of those underlined before. */
  kept(ranges: readonly Range[], grounds: Grounds): void;
  /** Lights up a range; null puts the light out. */
  flash(range: Range | null, grounds: Grounds): void;
  /** Takes away what is painted for `key`. */
  unpaint(key: number): void;
  /** Takes away everything of ours, and nothing else. */
  clear(): void;
}

type Layer = keyof typeof PRIORITY;
interface Painted {
  name: string;
  range: Range;
}

/** A painter over the registry of `doc`; every tree that it paints in is lent the style sheet. */
export function createPainter(doc: Document, sheets: SheetLoans): Painter {
  const view = doc.defaultView ?? window;
  const registry = view.CSS.highlights;
  const ours = new Map<string, Highlight>();
  const painted = new Map<string, Painted[]>();

  const put = (key: string, layer: Layer, ranges: readonly Painted[]) => {
    takeAway(key);
    if (ranges.length > 0) painted.set(key, [...ranges]);
    for (const { name, range } of ranges) {
      let highlight = ours.get(name);
      if (!highlight) {
        highlight = new view.Highlight();
        highlight.priority = PRIORITY[layer];
        ours.set(name, highlight);
        registry.set(name, highlight);
      }
      highlight.add(range);
      sheets.lendTo(range.startContainer);
    }
  };
  const takeAway = (key: string) => {
    for (const { name, range } of painted.get(key) ?? []) {
      const highlight = ours.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) forget(name, highlight);
    }
    painted.delete(key);
  };
  const forget = (name: string, highlight: Highlight) => {
    // Another script may have taken the name meanwhile: then it is not ours to delete.
    if (registry.get(name) === highlight) registry.delete(name);
    ours.delete(name);
  };
  const toneAt = (range: Range, grounds: Grounds): Tone => {
    const element = elementOf(range.startContainer);
    return element ? grounds.of(element).tone : 'light';
  };

  return {
    signals(key, ranges, grounds) {
      put(
        `signals ${key}`,
        'signal',
        ranges.flatMap((one) => paintsOf(one, grounds)),
      );
    },
    kept(ranges, grounds) {
      const lines = ranges.map((range) => ({ name: keptName(toneAt(range, grounds)), range }));
      put('kept', 'kept', lines);
    },
    flash(range, grounds) {
      put('flash', 'flash', range ? [{ name: flashName(toneAt(range, grounds)), range }] : []);
    },
    unpaint(key) {
      takeAway(`signals ${key}`);
    },
    clear() {
      for (const [name, highlight] of [...ours]) forget(name, highlight);
      painted.clear();
      sheets.takeBack();
    },
  };
}

/**
 * One range and its paint, or several where the site's own text colour cannot be read on the tint in a part of it (a
 * pale link in dark text).
 */
function paintsOf({ signal, range, element }: SignalRange, grounds: Grounds): Painted[] {
  const { tone } = grounds.of(element);
  const view = element.ownerDocument.defaultView;
  const start = elementOf(range.startContainer) ?? element;
  const size = Number.parseFloat(view?.getComputedStyle(start).fontSize ?? '0');
  if (size >= LARGE) return [{ name: signalName(signal, 'large', tone), range }];

  const tint = fromHex(SIGNAL_TINTS[signal][tone]);
  const parts: { paint: Paint; range: Range }[] = [];
  for (const node of textNodesIn(range)) {
    const parent = node.parentElement ?? element;
    const text = grounds.textColour(parent);
    const paint: Paint = text && contrast(text, tint) < READABLE ? 'ink' : 'plain';
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    const last = parts.at(-1);
    if (last?.paint === paint) last.range.setEnd(node, to);
    else {
      const part = element.ownerDocument.createRange();
      part.setStart(node, from);
      part.setEnd(node, to);
      parts.push({ paint, range: part });
    }
  }
  return parts.map((part) => ({ name: signalName(signal, part.paint, tone), range: part.range }));
}

const fromHex = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16);
  return { r: value >> 16, g: (value >> 8) & 255, b: value & 255, alpha: 1 };
};

/** The Text nodes that a range holds at least one character of. */
function textNodesIn(range: Range): Text[] {
  const { startContainer, endContainer } = range;
  if (isText(startContainer) && startContainer === endContainer) return [startContainer];
  const nodes: Text[] = [];
  const walker = startContainer.ownerDocument?.createTreeWalker(
    range.commonAncestorContainer,
    NodeFilter.SHOW_TEXT,
  );
  if (!walker) return nodes;
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const from = node === startContainer ? range.startOffset : 0;
    const to = node === endContainer ? range.endOffset : node.length;
    if (to > from && node.data.slice(from, to).trim() !== '') nodes.push(node);
    if (node === endContainer) break;
  }
  return nodes;
}
