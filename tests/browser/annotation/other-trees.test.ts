import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../src/annotation/session.ts';
import {
  begin,
  hosts,
  last,
  ours,
  PAINT,
  PARAGRAPHS,
  painted,
  paragraphsOf,
  setArticle,
  soon,
} from './session-page.ts';

const ROBOTS = 'Robots now pack most of the fruit that the valley sends away.';
let session: Session;

beforeEach(() => {
  setArticle();
  session = begin();
});
afterEach(async () => {
  await session.dispose();
  document.body.replaceChildren();
});

const rules = (tree: Document | ShadowRoot): string[] =>
  tree.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
const lent = (tree: Document | ShadowRoot): boolean =>
  rules(tree).some((rule) => rule.includes('lg-ai-on-light'));

/** The article in a frame that fills the window. */
async function framed(texts: readonly string[]): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'display: block; inline-size: 100vw; block-size: 100vh';
  const body = [...texts, ...texts.map((text) => text.replaceAll('.', ', they say.'))];
  frame.srcdoc = `<!doctype html><html lang="en"><body>${body.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.replaceChildren(frame);
  await loaded;
  const { contentDocument } = frame;
  if (!contentDocument) throw new Error('The frame did not load.');
  return contentDocument;
}
const paintedIn = (doc: Document): string[] => {
  const view = doc.defaultView;
  if (!view) throw new Error('The frame has no window.');
  return ours(view).flatMap((name) =>
    [...(view.CSS.highlights.get(name) ?? [])].map((range) => range.toString()),
  );
};

describe('an article in a frame of the same site', () => {
  it('is marked in there, and the page around it stays as it is', async () => {
    const doc = await framed(PARAGRAPHS);
    const before = doc.documentElement.outerHTML;
    await session.read(false);
    expect(last()).toMatchObject({ phase: 'done', what: 'article' });
    expect(paintedIn(doc)).toContain(ROBOTS);
    expect(doc.documentElement.lastElementChild?.localName).toBe('long-game-layer');
    expect(lent(doc)).toBe(true);
    expect(painted()).toEqual([]);
    expect(hosts()).toBe(0);
    await session.setMarks(false);
    expect(doc.documentElement.outerHTML).toBe(before);
    expect(paintedIn(doc)).toEqual([]);
    expect(lent(doc)).toBe(false);
  });

  it('is followed when the frame changes, and when it loads another page', async () => {
    const doc = await framed(PARAGRAPHS);
    await session.read(false);
    doc.body.prepend(
      doc.importNode(
        paragraphsOf(['Robots came first this time. The teachers came later.'])[0] ?? doc.body,
        true,
      ),
    );
    await soon(() => expect(paintedIn(doc)).toContain('Robots came first this time.'));
    const next = await framed(PARAGRAPHS.map((text) => text.replace('Robots', 'Tired robots and Robots')));
    await soon(() => expect(paintedIn(next).length).toBeGreaterThan(0));
    expect(last().passages.every(({ text }) => !text.startsWith('Robots now'))).toBe(true);
  });
});

describe('an article in an open shadow root', () => {
  const shadowed = (): ShadowRoot => {
    const host = document.createElement('article-page');
    const root = host.attachShadow({ mode: 'open' });
    const own = new CSSStyleSheet();
    own.replaceSync('p { color: rgb(40, 40, 40) }');
    root.adoptedStyleSheets = [own];
    root.append(...paragraphsOf(PARAGRAPHS));
    document.body.replaceChildren(host);
    return root;
  };

  it('is read and painted, with a sheet that is lent and taken back', async () => {
    const root = shadowed();
    const own = [...root.adoptedStyleSheets];
    await session.read(false);
    expect(last().passages.map(({ text }) => text)).toEqual([PARAGRAPHS[1], PARAGRAPHS[4]]);
    expect(painted()).toContain(ROBOTS);
    expect(rules(root)).toContain(PAINT.replace(' }', '; }'));
    await session.setMarks(false);
    expect(root.adoptedStyleSheets).toEqual(own);
    expect(hosts()).toBe(0);
  });

  it('is followed when it is drawn anew', async () => {
    const root = shadowed();
    await session.read(false);
    root.replaceChildren(...paragraphsOf(PARAGRAPHS));
    await soon(() => expect(painted()).toContain(ROBOTS));
  });

  it('is read in the order in which it is shown, what stands in slots among it', async () => {
    const host = document.createElement('article-page');
    const root = host.attachShadow({ mode: 'open' });
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = PARAGRAPHS;
    const slot = document.createElement('slot');
    const named = document.createElement('slot');
    named.name = 'first';
    root.append(named, ...paragraphsOf([second, third]), slot);
    const [one, four, five, nowhere] = paragraphsOf([
      first,
      fourth,
      fifth,
      'A line for a slot that there is not.',
    ]);
    if (!one || !four || !five || !nowhere) throw new Error('no paragraphs');
    one.slot = 'first';
    nowhere.slot = 'elsewhere';
    host.append(four, one, nowhere, five);
    document.body.replaceChildren(host);
    await session.read(false);
    const clip = await session.passage(2);
    expect(last().total).toBe(5);
    expect(clip?.quote).toBe(third);
    expect(clip?.selectors.quote.prefix.trimEnd().endsWith(second.slice(-20))).toBe(true);
    expect(clip?.selectors.quote.suffix.trimStart().startsWith(fourth.slice(0, 20))).toBe(true);
    expect(last().passages.map(({ index }) => index)).toEqual([1, 4]);
  });
});
