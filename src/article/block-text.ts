/**
 * The text of a block as the reader sees it, and the way back from an offset in it to the live page.
 * All offsets are UTF-16 code units.
 */
export interface TextMap {
  /** The nodes' text, white space collapsed and trimmed. */
  text: string;
  /**
   * The live range of `text.slice(start, end)`, or null when the offsets are outside the text, when there is
   * no text, or when the page has changed so that a node is now shorter than it was.
   */
  toRange(start: number, end: number): StaticRangeInit | null;
  /**
   * Where a position of the live page is in `text`, or null for a node that is not of this text. A position
   * inside collapsed white space is that of the character after it.
   */
  offsetOf(node: Text, offset: number): number | null;
}

/** A stretch of `text` that is copied from one node, character by character. */
interface Piece {
  node: Text;
  nodeStart: number;
  textStart: number;
  length: number;
}

/** Runs of these are one space. The no-break space looks like one too, and quotes are compared by looks. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b) || code === 0xa0;

/** Collapses a plain string by the same rule as {@link mapText}. */
export const collapse = (text: string): string =>
  text.replace(/[ \t\n\f\r\u00a0]+/g, ' ').replace(/^ | $/g, '');

/**
 * Collapses the text of `nodes`, in order. `<br>` and the borders of boxes between two nodes count as a space.
 * Reads the nodes once; after the page has changed, make a new one.
 */
export function mapText(nodes: readonly Text[]): TextMap {
  const pieces: Piece[] = [];
  const byNode = new Map<Text, { start: number; pieces: Piece[] }>();
  let text = '';
  /** White space waits until a character follows: so the ends come out trimmed. */
  let waiting: { node: Text; offset: number } | 'border' | null = null;
  let before: Text | null = null;

  const add = (node: Text, nodeStart: number, length: number, added: string) => {
    const last = pieces.at(-1);
    const follows = last?.node === node && last.nodeStart + last.length === nodeStart;
    if (last && follows && last.textStart + last.length === text.length) last.length += length;
    else {
      const piece = { node, nodeStart, textStart: text.length, length };
      pieces.push(piece);
      byNode.get(node)?.pieces.push(piece);
    }
    text += added;
  };

  for (const node of nodes) {
    const data = node.data;
    if (before && !waiting && text && !isSpace(data.charCodeAt(0)) && isBorder(before, node))
      waiting = 'border';
    before = node;
    byNode.set(node, { start: text.length, pieces: [] });
    for (let at = 0; at < data.length; ) {
      if (isSpace(data.charCodeAt(at))) {
        waiting ??= { node, offset: at };
        at++;
        continue;
      }
      if (waiting && text) {
        if (waiting === 'border') text += ' ';
        else add(waiting.node, waiting.offset, 1, ' ');
      }
      waiting = null;
      let end = at + 1;
      while (end < data.length && !isSpace(data.charCodeAt(end))) end++;
      add(node, at, end - at, data.slice(at, end));
      at = end;
    }
  }

  /** The last piece that starts at or before `offset`. */
  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.textStart ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };

  return {
    text,
    toRange(start, end) {
      if (!(start >= 0 && start <= end && end <= text.length)) return null;
      const first = pieceAt(start);
      const last = end > start ? pieceAt(end - 1) : first;
      if (!first || !last) return null;
      const startOffset = first.nodeStart + Math.min(start - first.textStart, first.length);
      const endOffset =
        end > start ? last.nodeStart + Math.min(end - last.textStart, last.length) : startOffset;
      if (startOffset > first.node.length || endOffset > last.node.length) return null;
      return { startContainer: first.node, startOffset, endContainer: last.node, endOffset };
    },
    offsetOf(node, offset) {
      const known = byNode.get(node);
      if (!known) return null;
      let found = known.start;
      for (const piece of known.pieces) {
        if (offset < piece.nodeStart) return piece.textStart;
        found = piece.textStart + Math.min(offset - piece.nodeStart, piece.length);
        if (offset <= piece.nodeStart + piece.length) return found;
      }
      return Math.min(found, text.length);
    },
  };
}

const BREAKS = new Set(['BR', 'HR', 'IMG', 'TD', 'TH']);
const LETTERS = 2;

/** Whether a line break or the border of a box stands between two Text nodes that follow each other. */
function isBorder(from: Text, to: Text): boolean {
  if (from.parentNode === to.parentNode && from.nextSibling === to) return false;
  const common = commonAncestor(from, to);
  if (!common) return true;
  for (const end of [from, to])
    for (let element = end.parentElement; element && element !== common; element = element.parentElement)
      if (isBox(element)) return true;
  const walker = from.ownerDocument.createTreeWalker(common, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let next = walker.nextNode(); next && next !== to; next = walker.nextNode())
    if (BREAKS.has(next.nodeName.toUpperCase())) return true;
  return false;
}

function commonAncestor(a: Node, b: Node): Node | null {
  for (let node = a.parentNode; node; node = node.parentNode) if (node.contains(b)) return node;
  return null;
}

/** Whether an element is a box of its own rather than part of the line. A floated drop cap is part of its word. */
function isBox(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.isConnected) return false;
  const { display } = view.getComputedStyle(element);
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return false;
  return collapse(element.textContent ?? '').length > LETTERS || display === 'none';
}
