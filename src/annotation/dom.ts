import { isElement } from '../article/flat-tree.ts';
import type { Shape } from '../framework/glyphs.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

// By node type and not by instanceof: a document may be another realm's.
export const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;

/** The element a node is or stands in. */
export const elementOf = (node: Node): Element | null => (isElement(node) ? node : node.parentElement);

/** An HTML element with attributes and text, in XHTML pages too. Text only, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  doc: Document,
  name: Name,
  attrs?: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name];
export function make(
  doc: Document,
  name: string,
  attrs: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = doc.createElementNS(XHTML, name);
  for (const [key, value] of Object.entries(attrs)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A glyph of 16 × 16, hidden from screen readers: its name always stands beside it. */
export function drawGlyph(doc: Document, shapes: readonly Shape[]): SVGElement {
  const svg = doc.createElementNS(SVG, 'svg');
  const attrs = { class: 'glyph', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' };
  for (const [key, value] of Object.entries(attrs)) svg.setAttribute(key, value);
  for (const { tag, attrs } of shapes) {
    const shape = doc.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attrs)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}
