import source from '@mozilla/readability/Readability.js?raw';
import { afterEach, expect, it } from 'vitest';
import { smallReadability } from '../../../src/article/build/small-readability.ts';
import { createPacer } from '../../../src/article/pacer.ts';
import { copyPage } from '../../../src/article/page-copy.ts';
import { closeAll, html, open, paragraphs, SENTENCES } from './pages.ts';

interface Parsed {
  byline: string | null;
  content: Node;
}
type Parser = new (
  doc: Document,
  options: { charThreshold: number; serializer: (node: Node) => Node },
) => { parse(): Parsed | null };

/** The constructor that a source makes: the package's own as it is, ours from the module it became. */
const make = (code: string): Parser =>
  new Function(`${code.replace('export default Readability;', '')}\nreturn Readability;`)() as Parser;
const whole = make(source);
const small = make(smallReadability(source));

async function parse(parser: Parser, doc: Document) {
  const copy = await copyPage(
    doc,
    createPacer(async () => undefined),
  );
  const parsed = new parser(copy.document, { charThreshold: 250, serializer: (node) => node }).parse();
  return parsed && { byline: parsed.byline || null, text: parsed.content.textContent?.replace(/\s+/g, ' ') };
}

afterEach(closeAll);

const PAGES: Record<string, string> = {
  plain: `<main><article><h1>One afternoon</h1>${paragraphs(5)}</article></main>`,
  'links that lead by script, and pictures': `<div class="post"><p class="byline">By Ada Moss</p>${paragraphs(3)}
    <p>${SENTENCES[0]} <a href="javascript:void 0">a link <b>in parts</b></a> <a href="#note">1</a></p>
    <figure><img src="a.png" srcset="a.png 1x, b.png 2x"><figcaption>A drawing of the creek.</figcaption></figure>
    <noscript><img src="c.png"></noscript>${paragraphs(2)}</div>`,
  'boxes in boxes': `<div><section><div><div>${paragraphs(4)}</div></div></section><div><div><p>${SENTENCES[3]}</p></div></div></div>`,
  'many links beside little text': `<ul>${'<li><a href="/x">A story of the town</a></li>'.repeat(12)}</ul><div>${paragraphs(2)}</div>`,
  'nothing at all': '<p>Hello.</p>',
};

it.each(Object.entries(PAGES))('keeps the same text and byline: %s', async (_, body) => {
  const head =
    '<meta name="author" content=""><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A page","author":{"name":"Ada Moss"}}</script>';
  for (const source of [html(body), html(body, head)]) {
    const doc = await open(source);
    expect(await parse(small, doc)).toEqual(await parse(whole, doc));
  }
});
