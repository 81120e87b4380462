import { collapse, isSpace } from '../article/block-text.ts';
import { createSteps, isElement } from '../article/flat-tree.ts';
import { createPacer } from '../article/pacer.ts';
import { isText } from './dom.ts';
import { HOST_NAME } from './host-name.ts';

/** The words of a whole page, and the way between an offset in them and the live page. Offsets are UTF-16. */
export interface PageText {
  /** White space collapsed and trimmed; one space between boxes. */
  text: string;
  /** The live range of `text.slice(start, end)`; null when there is none or the page has changed there. */
  rangeOf(start: number, end: number): Range | null;
  /**
   * Where a boundary point of the page is in `text`: a point between characters of the index is that of the
   * character after it. Null for a point of another document.
   */
  offsetOf(node: Node, offset: number): number | null;
}

/** A stretch of the text copied from one node, character by character. */
interface Piece {
  node: Text;
  nodeStart: number;
  textStart: number;
  length: number;
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'IFRAME',
  'OBJECT',
  'SVG',
  HOST_NAME.toUpperCase(),
]);
const BREAKS = new Set(['BR', 'HR', 'IMG', 'TD', 'TH']);
const LETTERS = 2;

/**
 * Reads the words of `doc` once, by the rule of `mapText`: what is not displayed is left out. Gives the thread back
 * through `pause` after every 8 ms of work.
 */
export async function buildPageText(doc: Document, pause: () => Promise<void>): Promise<PageText> {
  const pacer = createPacer(pause);
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let waiting: { node: Text; offset: number } | 'border' | null = null;

  const copy = (node: Text, nodeStart: number, size: number, words: string) => {
    const last = pieces.at(-1);
    if (last?.node === node && last.nodeStart + last.length === nodeStart) last.length += size;
    else pieces.push({ node, nodeStart, textStart: length, length: size });
    parts.push(words);
    length += size;
  };
  const addText = (node: Text) => {
    const { data } = node;
    for (let at = 0; at < data.length; ) {
      if (isSpace(data.charCodeAt(at))) {
        waiting ??= { node, offset: at };
        at++;
        continue;
      }
      let end = at + 1;
      while (end < data.length && !isSpace(data.charCodeAt(end))) end++;
      if (waiting && length > 0) {
        if (waiting !== 'border') copy(waiting.node, waiting.offset, 1, ' ');
        else {
          parts.push(' ');
          length++;
        }
      }
      waiting = null;
      copy(node, at, end - at, data.slice(at, end));
      at = end;
    }
  };
  const border = () => {
    waiting ??= 'border';
  };

  const steps = createSteps();
  /** Elements entered, innermost last. */
  const entered: { element: ChildNode; box: boolean }[] = [];
  let node: ChildNode | null = doc.body ?? doc.documentElement;
  while (node) {
    let next: ChildNode | null = null;
    if (isText(node)) addText(node);
    else if (isElement(node)) {
      const kind = boxOf(node);
      if (kind === 'box') border();
      if (kind !== 'none') {
        entered.push({ element: node, box: kind === 'box' });
        next = steps.into(node);
      }
    }
    // Out of what ends here, to what comes after it.
    for (let done: ChildNode | undefined = node; done && !next; done = entered.at(-1)?.element) {
      if (entered.at(-1)?.element === done && entered.pop()?.box) border();
      next = entered.length > 0 ? steps.after(done) : null;
    }
    node = next;
    await pacer.step();
  }
  return indexed(doc, parts.join(''), pieces);
}

/** Whether an element's words are left out, stand in a box of their own, or go on in the line. */
function boxOf(element: Element): 'none' | 'box' | 'line' {
  const name = element.nodeName.toUpperCase();
  if (SKIPPED.has(name)) return 'none';
  if (BREAKS.has(name)) return 'box';
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const display = style?.display ?? 'block';
  if (display === 'none') return 'none';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'line';
  // A drop cap, floated or set as a box in the line, is part of its word.
  const inLine = display.startsWith('inline') || style?.cssFloat !== 'none';
  if (!inLine || element.childElementCount > 0) return 'box';
  return collapse(element.textContent ?? '').length <= LETTERS ? 'line' : 'box';
}

function indexed(doc: Document, text: string, pieces: readonly Piece[]): PageText {
  const firstOf = new Map<Node, number>();
  pieces.forEach(({ node }, at) => {
    if (!firstOf.has(node)) firstOf.set(node, at);
  });

  /** The last piece that starts at or before `offset`. */
  const pieceAt = (offset: number): Piece | undefined => pieces[lastWhere(pieces, offset)];

  const inNode = (node: Node, offset: number): number | null => {
    const first = firstOf.get(node);
    if (first === undefined) return null;
    let found = 0;
    for (let at = first; at < pieces.length; at++) {
      const piece = pieces[at];
      if (piece?.node !== node) break;
      if (offset < piece.nodeStart) return piece.textStart;
      found = piece.textStart + Math.min(offset - piece.nodeStart, piece.length);
      if (offset <= piece.nodeStart + piece.length) return found;
    }
    // After the node's last word: the next character is another node's.
    return found;
  };

  return {
    text,
    rangeOf(start, end) {
      if (!(start >= 0 && start < end && end <= text.length)) return null;
      const first = pieceAt(start);
      const last = pieceAt(end - 1);
      if (!first?.node.isConnected || !last?.node.isConnected) return null;
      const from = first.nodeStart + Math.min(start - first.textStart, first.length);
      const to = last.nodeStart + Math.min(end - last.textStart, last.length);
      if (from > first.node.length || to > last.node.length) return null;
      // A range cannot reach from one shadow tree into another.
      if (first.node.getRootNode() !== last.node.getRootNode()) return null;
      const range = doc.createRange();
      range.setStart(first.node, from);
      range.setEnd(last.node, to);
      return range;
    },
    offsetOf(node, offset) {
      if (node.ownerDocument !== doc) return null;
      const inside = inNode(node, offset);
      if (inside !== null) return inside;
      const point = doc.createRange();
      point.setStart(node, offset);
      const known = pieces.filter((piece) => piece.node.getRootNode() === node.getRootNode());
      let low = 0;
      let high = known.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const piece = known[middle];
        if (piece && point.comparePoint(piece.node, piece.nodeStart) < 0) low = middle + 1;
        else high = middle;
      }
      return known[low]?.textStart ?? text.length;
    },
  };
}

function lastWhere(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.textStart ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
