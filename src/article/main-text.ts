import { Readability } from '@mozilla/readability';
import { isBlank, type PageCopy, STAMP } from './page-copy.ts';

/** Readability's default of 500 loses short briefs. */
const CHAR_THRESHOLD = 250;
const CLIMB = 3;

/** What Readability made of a page: the live Text nodes that it keeps, and what it says of the page. */
export interface MainText {
  kept: Set<Text>;
  byline: string | null;
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
  const found = { kept, byline: parsed?.byline || null };
  if (!parsed?.content) return found;
  const walker = copy.document.createTreeWalker(parsed.content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node.nodeValue ?? '';
    if (isBlank(data)) continue;
    let around = node.parentElement?.closest(`[${STAMP}]`);
    for (let climbed = 0; around && climbed < CLIMB; climbed++) {
      const live = copy.elements[Number(around.getAttribute(STAMP))];
      if (live && keep(live, data, kept)) break;
      around = around.parentElement?.closest(`[${STAMP}]`);
    }
  }
  return found;
}

/** Adds the first Text node in `live` that says `data` and is not yet kept: its own child where possible. */
function keep(live: Element, data: string, kept: Set<Text>): boolean {
  const own = [...live.childNodes].filter(isText);
  const child = own.find((text) => text.data === data && !kept.has(text));
  if (child) {
    kept.add(child);
    return true;
  }
  const walker = live.ownerDocument.createTreeWalker(live, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (isText(node) && node.data === data && !kept.has(node)) {
      kept.add(node);
      return true;
    }
  // Text nodes that stood side by side come back as one from the copy.
  const parts = own.filter((text) => !isBlank(text.data) && data.includes(text.data) && !kept.has(text));
  for (const part of parts) kept.add(part);
  return parts.length > 0;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
