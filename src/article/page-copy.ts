import { collapse, isSpace } from './block-text.ts';
import { createSteps } from './flat-tree.ts';
import type { Pacer } from './pacer.ts';

/** The attribute that carries an element's number in the copy. It is never on the live page. */
export const STAMP = 'data-long-game-stamp';

/** A run of text of the live page that the reader sees as one paragraph-like piece. */
export interface Run {
  /** Its visible Text nodes, in order, white space among them. */
  nodes: Text[];
  /** The nearest box that holds them all. */
  element: Element;
}

/** What one walk over the live page gave. The live page is only read. */
export interface PageCopy {
  /** An inert copy of what the reader can see, every element stamped with its index in `elements`. */
  document: Document;
  elements: Element[];
  /** Every visible piece of text of the body, in document order. */
  runs: Run[];
}

/** Never read, whatever they hold. */
const SKIPPED = new Set(
  'script style noscript template iframe frame object embed canvas audio video svg noframes applet map datalist link meta'.split(
    ' ',
  ),
);
/** Kept for what they tell of the page, without their insides. */
const CHILDLESS = new Set(['input', 'textarea', 'select', 'img', 'br', 'hr', 'wbr']);
const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const DROP_CAP = 2;
const HIDDEN_SHARE = 0.75;
const HIDDEN_LEAST = 500;

type Shown = 'block' | 'inline' | 'hidden' | 'box-only';

/**
 * Copies the visible part of `live` into an inert document and cuts its text into runs. Hidden parts are left
 * out, unless nearly all of the page is hidden, as it is while a page that shows itself by script is loading.
 */
export async function copyPage(live: Document, pacer: Pacer): Promise<PageCopy> {
  const seen = await walk(live, pacer, true);
  if (seen.hidden < HIDDEN_LEAST || seen.hidden < HIDDEN_SHARE * (seen.hidden + seen.shown)) return seen;
  return walk(live, pacer, false);
}

interface Walked extends PageCopy {
  /** Characters met and left out. */
  hidden: number;
  shown: number;
}

async function walk(live: Document, pacer: Pacer, honourHidden: boolean): Promise<Walked> {
  const copy = live.implementation.createHTMLDocument('');
  const out: Walked = { document: copy, elements: [], runs: [], hidden: 0, shown: 0 };
  const { body, documentElement: root } = live;
  if (!root || !body) return out;
  copyHead(live, copy);
  const view = live.defaultView;

  const boxes: Element[] = [];
  let nodes: Text[] = [];
  let filled = false;
  let breaks = 0;
  const flush = () => {
    const element = boxes.at(-1);
    if (filled && element) out.runs.push({ nodes: trimmed(nodes), element });
    nodes = [];
    filled = false;
    breaks = 0;
  };

  const stamp = (element: Element): Element => {
    const made = copy.importNode(element, false);
    made.setAttribute(STAMP, String(out.elements.push(element) - 1));
    return made;
  };

  const top = stamp(body);
  copy.body.replaceWith(top);
  boxes.push(body);
  let parent: Element = top;
  const steps = createSteps();
  let node = steps.into(body);
  /** Elements entered, with what they were shown as, innermost last. */
  const open: { element: Element; shown: Shown }[] = [];

  while (node || open.length > 0) {
    const wait = pacer.step();
    if (wait) await wait;
    if (!node) {
      const left = open.pop();
      if (!left) break;
      if (left.shown === 'block') {
        flush();
        boxes.pop();
      }
      parent = parent.parentElement ?? top;
      node = steps.after(left.element);
      continue;
    }
    if (isText(node)) {
      const blank = isBlank(node.data);
      const invisible = open.at(-1)?.shown === 'box-only';
      if (!invisible) {
        parent.append(copy.createTextNode(node.data));
        if (!blank && breaks > 1) flush();
        if (!blank) {
          filled = true;
          breaks = 0;
          out.shown += node.data.length;
        }
        if (filled) nodes.push(node);
      } else if (!blank) out.hidden += node.data.length;
      node = steps.after(node);
      continue;
    }
    if (!isElement(node) || SKIPPED.has(node.localName)) {
      node = steps.after(node);
      continue;
    }
    const element: Element = node;
    if (CHILDLESS.has(element.localName)) {
      if (element.localName === 'br') breaks++;
      if (element.localName === 'hr') flush();
      parent.append(stamp(element));
      node = steps.after(element);
      continue;
    }
    const shown = view ? shownAs(element, view, honourHidden) : byTag(element);
    if (shown === 'hidden') {
      out.hidden += element.textContent?.length ?? 0;
      node = steps.after(element);
      continue;
    }
    if (shown === 'block') {
      flush();
      boxes.push(element);
    }
    const made = stamp(element);
    parent.append(made);
    const inside = steps.into(element);
    if (inside) {
      open.push({ element, shown });
      parent = made;
      node = inside;
    } else {
      if (shown === 'block') boxes.pop();
      node = steps.after(element);
    }
  }
  flush();
  return out;
}

function copyHead(live: Document, copy: Document): void {
  const { head, documentElement: root } = live;
  for (const { name, value } of root.attributes)
    if (/^(lang|dir|class|id)$/.test(name)) copy.documentElement.setAttribute(name, value);
  for (const child of live.querySelectorAll('title, meta, script[type="application/ld+json"]'))
    if (head?.contains(child) || child.localName === 'script') copy.head.append(copy.importNode(child, true));
}

function shownAs(element: Element, view: Window, honourHidden: boolean): Shown {
  const style = view.getComputedStyle(element);
  const { display } = style;
  if (display === 'none') return honourHidden ? 'hidden' : byTag(element);
  const visible = !honourHidden || style.visibility === 'visible' || style.visibility === '';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby'))
    return visible ? 'inline' : 'box-only';
  if (!visible) return 'box-only';
  if (display.startsWith('inline-')) return byTag(element);
  // A floated first letter is part of its word, a raised note number of its line.
  if (BLOCK_TAGS.has(element.localName) || element.firstElementChild) return 'block';
  if (collapse(element.textContent ?? '').length <= DROP_CAP) return 'inline';
  return 'block';
}

const byTag = (element: Element): Shown => (BLOCK_TAGS.has(element.localName) ? 'block' : 'inline');

const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;
const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Whether a string is nothing but white space. */
export function isBlank(data: string): boolean {
  for (let at = 0; at < data.length; at++) if (!isSpace(data.charCodeAt(at))) return false;
  return true;
}

function trimmed(nodes: Text[]): Text[] {
  let end = nodes.length;
  while (end > 0 && isBlank(nodes[end - 1]?.data ?? '')) end--;
  return nodes.slice(0, end);
}
