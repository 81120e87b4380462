/** What `eval-pages.ts` runs inside each page. Bundled as one script; `measure` becomes its global. */
import { Readability } from '@mozilla/readability';
import type { Found, Place } from '../../src/article/article.ts';
import { collapse, mapText } from '../../src/article/block-text.ts';
import { findArticle } from '../../src/article/find.ts';

const LONG_BLOCK = 40;

export interface Measured {
  kind: Found['kind'];
  /** What the reader would be offered, joined with spaces. */
  text: string;
  plainText: string;
  /** Blocks of 40 characters or more, those of them with nodes in the live page, and those whose nodes say something else. */
  blocks: number;
  mapped: number;
  wrong: number;
  changed: boolean;
  ms: number;
  plainMs: number;
  /** The longest stretch of work without a pause for the page, Readability's own parse among it, in ms. */
  stretchMs: number;
  title: string;
  language: string | null;
}

export async function measure(url: string): Promise<Measured> {
  const before = document.documentElement.outerHTML;
  const start = performance.now();
  let since = start;
  let stretchMs = 0;
  const rest = () => {
    stretchMs = Math.max(stretchMs, performance.now() - since);
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      since = performance.now();
    });
  };
  const found = await findArticle(document, url, {
    force: false,
    anyLanguage: true,
    pause: rest,
    detectLanguage: async (_, declared) => declared,
  });
  const ms = performance.now() - start;
  stretchMs = Math.max(stretchMs, performance.now() - since);
  const changed = document.documentElement.outerHTML !== before;
  const offered = offer(found);
  const long = offered.filter(({ text }) => text.length >= LONG_BLOCK);
  const placed = long.filter(({ place }) => place && place.nodes.length > 0);
  const plainStart = performance.now();
  const copy = document.cloneNode(true) as Document;
  const plainText = new Readability(copy).parse()?.textContent ?? '';
  const plainMs = performance.now() - plainStart;
  const page = found.kind === 'article' ? found.article : found.kind === 'list' ? found.list : found.page;
  return {
    kind: found.kind,
    text: offered.map(({ text }) => text).join(' '),
    plainText,
    blocks: long.length,
    mapped: placed.length,
    wrong: placed.filter(({ text, place }) => !says(place, text)).length,
    changed,
    ms,
    plainMs,
    stretchMs,
    title: page.title,
    language: page.language,
  };
}

/** Whether a place's nodes are in its element, on the page, and say `text`. */
const says = (place: Place | undefined, text: string): boolean =>
  place?.element.isConnected === true &&
  place.nodes.every((node) => place.element.contains(node)) &&
  collapse(mapText(place.nodes).text) === collapse(text);

function offer(found: Found): { text: string; place: Place | undefined }[] {
  if (found.kind === 'article')
    return found.article.blocks.map(({ text }, i) => ({ text, place: found.places[i] }));
  if (found.kind !== 'list') return [];
  return found.list.stories.flatMap(({ headline, teaser }, i) => {
    const place = found.places[i];
    const offered = [{ text: headline, place: place?.headline }];
    if (teaser !== null) offered.push({ text: teaser, place: place?.teaser ?? undefined });
    return offered;
  });
}

Object.assign(globalThis, { measure });
