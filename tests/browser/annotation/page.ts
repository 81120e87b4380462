import pageCss from '../../../entrypoints/page.css?inline';
import {
  type AnnotatedPassage,
  type AnnotationOptions,
  type Annotations,
  createAnnotations,
} from '../../../src/annotation/annotations.ts';
import layerCss from '../../../src/annotation/layer.css?inline';
import type { Place } from '../../../src/article/article.ts';
import type { TaggedPassage, TagResult, Word } from '../../../src/classifier/classifier.ts';
import type { SignalId, TagId } from '../../../src/framework/tag-ids.ts';

export const HOST = 'long-game-layer';

/** The style sheet that the extension puts in with scripting.insertCSS: adopted, so that the DOM stays as it is. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(pageCss);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const before = {
  html: document.documentElement.getAttributeNames(),
  head: document.head.innerHTML,
};

/** Makes the document this page: body and a style sheet of its own. Undone by `resetPage`. */
export function setPage(body: string, css = ''): void {
  resetPage();
  const style = document.createElement('style');
  style.dataset.testPage = '';
  style.textContent = css;
  document.head.append(style);
  document.body.innerHTML = body;
}

export function resetPage(): void {
  for (const style of document.head.querySelectorAll('[data-test-page]')) style.remove();
  for (const name of document.documentElement.getAttributeNames())
    if (!before.html.includes(name)) document.documentElement.removeAttribute(name);
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
  window.scrollTo(0, 0);
}

/** The Text nodes of an element, as the article room gives them. */
export function placeOf(selector: string): Place {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`No ${selector} on the test's page`);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return { element, nodes };
}

const CONFIDENCE: Record<Word, number> = { clear: 0.9, likely: 0.7, perhaps: 0.45 };

export const tag = (id: TagId, word: Word = 'clear', start = 0, end = 5): TagResult => ({
  tag: id,
  word,
  confidence: CONFIDENCE[word],
  evidence: [{ start, end }],
  taught: 0,
});

/** A passage whose signal sentence is `sentence` of the block's text. */
export function passage(
  index: number,
  selector: string,
  tags: TagResult[],
  sentence?: { words: string; signals: SignalId[] },
  extra: Partial<AnnotatedPassage> = {},
): AnnotatedPassage {
  const place = placeOf(selector);
  const text = place.nodes
    .map((node) => node.data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const start = sentence ? text.indexOf(sentence.words) : 0;
  if (start < 0) throw new Error(`"${sentence?.words}" is not in "${text}"`);
  const signals: TaggedPassage['signals'] = sentence
    ? [{ start, end: start + sentence.words.length, sentence: 0, signals: sentence.signals }]
    : [];
  return {
    passage: { index, tags, signals },
    places: [place],
    noun: 'paragraph',
    number: index + 1,
    ...extra,
  };
}

let last: Annotations | null = null;

/** Annotations with an open root; cleared by the next call and by `clearAnnotations`. */
export function annotate(options: Partial<AnnotationOptions> = {}): Annotations {
  last?.clear();
  last = createAnnotations({
    doc: document,
    list: false,
    tint: true,
    margin: true,
    sheets: { layer: layerCss, paint: pageCss },
    styled: true,
    rootMode: 'open',
    onClip: async () => ({ ok: true }),
    onUnclip: async () => ({ ok: true }),
    ...options,
  });
  return last;
}

export function clearAnnotations(): void {
  last?.clear();
  last = null;
}

export const frame = () => new Promise((done) => requestAnimationFrame(() => done(null)));

/** Two frames: the marks are placed in the first. */
export async function settled(): Promise<void> {
  await frame();
  await frame();
}

export function root(): ShadowRoot {
  const found = document.querySelector(HOST)?.shadowRoot;
  if (!found) throw new Error('No layer on the page');
  return found;
}

export const marks = (): HTMLButtonElement[] => [...root().querySelectorAll<HTMLButtonElement>('.mark')];
export const mark = (at: number): HTMLButtonElement => {
  const found = marks()[at];
  if (!found) throw new Error(`No mark ${at} of ${marks().length}`);
  return found;
};
export const card = (): HTMLDialogElement | null => root().querySelector('.card');

/** What is painted: registry name → the words under it, in document order. */
export function paint(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights)
    found[name] = [...highlight].map((range) => (range instanceof Range ? range.toString() : '?'));
  return found;
}

/** Every element's box. */
export const boxes = (): string[] =>
  [...document.querySelectorAll('*')]
    .filter((element) => element.localName !== HOST)
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${x} ${y} ${width} ${height}`;
    });

export const scrollSizes = () => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { scrollWidth, scrollHeight, body: [document.body.scrollWidth, document.body.scrollHeight] };
};
