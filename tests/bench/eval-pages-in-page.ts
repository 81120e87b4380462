/** What `eval-pages.ts` runs inside each page. Bundled as one script; `measure` becomes its global. */
import { Readability } from '@mozilla/readability';
import type { Found } from '../../src/article/article.ts';
import { collapse, mapText } from '../../src/article/block-text.ts';
import { findArticle } from '../../src/article/find.ts';

const LONG_BLOCK = 40;

export interface Measured {
  kind: Found['kind'];
  /** What the reader would be offered, joined with spaces. */
  text: string;
  plainText: string;
  /** Blocks of 40 characters or more, and those of them whose live nodes still say their text. */
  blocks: number;
  mapped: number;
  changed: boolean;
  ms: number;
  plainMs: number;
  title: string;
  language: string | null;
}

export async function measure(url: string): Promise<Measured> {
  const before = document.documentElement.outerHTML;
  const start = performance.now();
  const found = await findArticle(document, url, {
    force: false,
    anyLanguage: true,
    pause,
    detectLanguage: async (_, declared) => declared,
  });
  const ms = performance.now() - start;
  const changed = document.documentElement.outerHTML !== before;
  const offered = offer(found);
  const plainStart = performance.now();
  const copy = document.cloneNode(true) as Document;
  const plainText = new Readability(copy).parse()?.textContent ?? '';
  const plainMs = performance.now() - plainStart;
  const page = found.kind === 'article' ? found.article : found.kind === 'list' ? found.list : found.page;
  return {
    kind: found.kind,
    text: offered.map(({ text }) => text).join(' '),
    plainText,
    blocks: offered.filter(({ text }) => text.length >= LONG_BLOCK).length,
    mapped: offered.filter(({ text, nodes }) => text.length >= LONG_BLOCK && says(nodes, text)).length,
    changed,
    ms,
    plainMs,
    title: page.title,
    language: page.language,
  };
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

const says = (nodes: readonly Text[], text: string): boolean =>
  nodes.every((node) => document.contains(node)) && collapse(mapText(nodes).text) === collapse(text);

function offer(found: Found): { text: string; nodes: readonly Text[] }[] {
  if (found.kind === 'article')
    return found.article.blocks.map(({ text }, i) => ({ text, nodes: found.places[i]?.nodes ?? [] }));
  if (found.kind !== 'list') return [];
  return found.list.stories.flatMap(({ headline, teaser }, i) => {
    const place = found.places[i];
    const offered = [{ text: headline, nodes: place?.headline.nodes ?? [] }];
    if (teaser !== null) offered.push({ text: teaser, nodes: place?.teaser?.nodes ?? [] });
    return offered;
  });
}

Object.assign(globalThis, { measure });
