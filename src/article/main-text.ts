import Readability from '@mozilla/readability/Readability.js';
import { isBlank, type PageCopy, STAMP } from './page-copy.ts';

/** Readability's default of 500 loses short briefs. */
const CHAR_THRESHOLD = 250;
const CLIMB = 3;

/** What Readability made of a page: the live Text nodes that it keeps, and what it says of the page. */
export interface MainText {
  kept: Set<Text>;
  byline: string | null;
}

/** An element's own Text nodes, and which of them to look at next. */
interface Own {
  texts: Text[];
  next: number;
}

/**
 * Runs Readability on the copy, which it changes, and leads what it keeps back to the live page by the stamps.
 * It renames, wraps and unwraps elements; text then maps through the nearest stamped elements around it.
 */
export function mainText(copy: PageCopy): MainText {
  const parsed = new Readability<Node>(copy.document, {
    charThreshold: CHAR_THRESHOLD,
    serializer: (node) => node,
  }).parse();
  const kept = new Set<Text>();
  const owned = new Map<Element, Own>();
  const found = { kept, byline: parsed?.byline || null };
  if (!parsed?.content) return found;
  const walker = copy.document.createTreeWalker(parsed.content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node.nodeValue ?? '';
    if (isBlank(data)) continue;
    let around = node.parentElement?.closest(`[${STAMP}]`);
    for (let climbed = 0; around && climbed < CLIMB; climbed++) {
      const live = copy.elements[Number(around.getAttribute(STAMP))];
      if (live && keep(live, data, kept, owned)) break;
      around = around.parentElement?.closest(`[${STAMP}]`);
    }
  }
  return found;
}

/** Adds the first Text node in `live` that says `data` and is not yet kept: its own child where possible. */
function keep(live: Element, data: string, kept: Set<Text>, owned: Map<Element, Own>): boolean {
  let own = owned.get(live);
  if (!own) {
    own = { texts: [...live.childNodes].filter(isText), next: 0 };
    owned.set(live, own);
  }
  // They come in order, so the one after the last found is nearly always it.
  const { texts, next } = own;
  for (let tried = 0; tried < texts.length; tried++) {
    const at = (next + tried) % texts.length;
    const text = texts[at];
    if (text?.data !== data || kept.has(text)) continue;
    own.next = at + 1;
    kept.add(text);
    return true;
  }
  const walker = live.ownerDocument.createTreeWalker(live, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (isText(node) && node.data === data && !kept.has(node)) {
      kept.add(node);
      return true;
    }
  // Text nodes that stood side by side come back as one from the copy.
  const parts = texts.filter((text) => !isBlank(text.data) && data.includes(text.data) && !kept.has(text));
  for (const part of parts) kept.add(part);
  return parts.length > 0;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
