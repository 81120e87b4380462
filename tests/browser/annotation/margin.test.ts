import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AnnotatedPassage } from '../../../src/annotation/annotations.ts';
import { ARTICLE, ARTICLE_CSS } from './article-page.ts';
import {
  annotate,
  boxes,
  clearAnnotations,
  HOST,
  mark,
  marks,
  passage,
  resetPage,
  root,
  scrollSizes,
  setPage,
  settled,
  tag,
} from './page.ts';

beforeEach(() => page.viewport(1100, 700));
afterEach(() => {
  clearAnnotations();
  resetPage();
});

const all = (): AnnotatedPassage[] => [
  passage(0, '#p1', [tag('culture')]),
  passage(1, '#p2', [tag('ai')], { words: 'Nobody was graded.', signals: ['ai'] }),
  passage(2, '#p3', [tag('growth-mindset'), tag('agency', 'likely')]),
  passage(3, '#p4', [tag('jobs'), tag('shared-responsibility')]),
  passage(4, '#p5', [tag('technology')]),
  passage(5, '#l1', [tag('learning-core')]),
  passage(6, '#l2', [tag('agency'), tag('competencies', 'perhaps')]),
];

/** Rectangles of every line of text on the page. */
function textRects(): DOMRect[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const rects: DOMRect[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/\S/.test(node.textContent ?? '')) continue;
    const range = new Range();
    range.selectNodeContents(node);
    rects.push(...range.getClientRects());
  }
  return rects;
}

const overlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

const shown = () =>
  marks().filter(
    (button) => getComputedStyle(button).visibility === 'visible' && getComputedStyle(button).opacity === '1',
  );

/** No mark over text, over another mark, or outside the page. */
function expectClear(): void {
  const texts = textRects();
  const rects = shown().map((button) => button.getBoundingClientRect());
  for (const [at, rect] of rects.entries()) {
    expect(texts.filter((text) => overlap(rect, text))).toEqual([]);
    expect(rects.filter((other, from) => from !== at && overlap(rect, other))).toEqual([]);
    expect(rect.left).toBeGreaterThanOrEqual(0);
    expect(rect.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  }
}

describe('the page is left as it was', () => {
  const PAGES: [string, string, string][] = [
    ['an article', ARTICLE, ARTICLE_CSS],
    ['html as a flex box', ARTICLE, `html { display: flex; justify-content: center } ${ARTICLE_CSS}`],
    [
      'html as a grid',
      ARTICLE,
      `html { display: grid; grid-template-columns: 1fr 1fr; gap: 20px } ${ARTICLE_CSS}`,
    ],
    [
      'html that is placed and moved',
      ARTICLE,
      `html { position: relative; transform: translateX(10px); padding: 7px } ${ARTICLE_CSS}`,
    ],
    [
      'margins, and rules for every child of html',
      ARTICLE,
      `${ARTICLE_CSS} body { margin: 40px } html > * { display: block !important; padding: 30px !important; width: 100% !important; position: static !important }`,
    ],
    ['a short page', '<p id="p1">One line.</p>', 'body { margin: 0 } p { margin-left: 30px }'],
    [
      'the body as the scroller',
      ARTICLE,
      `${ARTICLE_CSS} html, body { height: 100%; overflow: hidden } body { overflow-y: auto }`,
    ],
    ['right to left', ARTICLE, `${ARTICLE_CSS} html { direction: rtl }`],
  ];

  test.each(PAGES)('%s: same DOM, no box moved, nothing scrollable', async (_what, body, css) => {
    setPage(body, css);
    const control = document.documentElement.outerHTML;
    const placed = boxes();
    const sizes = scrollSizes();
    const annotations = annotate();
    annotations.add(
      body === ARTICLE ? all() : [passage(0, '#p1', [tag('culture'), tag('agency'), tag('technology')])],
    );
    annotations.setKept([{ id: 'a', block: 0, range: null }]);
    await settled();
    expect(shown().length).toBeGreaterThan(0);
    expect(boxes()).toEqual(placed);
    expect(scrollSizes()).toEqual(sizes);
    const hosts = document.querySelectorAll(HOST);
    expect(hosts).toHaveLength(1);
    expect(document.documentElement.outerHTML.replace(/<long-game-layer><\/long-game-layer>/, '')).toBe(
      control,
    );
    expect(document.body.nextElementSibling).toBe(hosts[0]);

    annotations.clear();
    await settled();
    expect(document.documentElement.outerHTML).toBe(control);
    expect(boxes()).toEqual(placed);
    expect(CSS.highlights.size).toBe(0);

    annotations.add([passage(0, '#p1', [tag('culture')])]);
    await settled();
    expect(marks()).toHaveLength(1);
  });

  test('a host left by a script that outlived its extension gives way', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    document.documentElement.append(document.createElement(HOST));
    annotate().add(all());
    await settled();
    expect(document.querySelectorAll(HOST)).toHaveLength(1);
    expect(marks().length).toBeGreaterThan(0);
  });

  test('a host that the page removed comes back with the next layout', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add(all());
    await settled();
    document.querySelector(HOST)?.remove();
    document.querySelector('#p1')?.append(' More words.');
    window.dispatchEvent(new Event('resize'));
    await settled();
    expect(document.querySelectorAll(HOST)).toHaveLength(1);
  });
});

describe('where marks stand', () => {
  test('names where there is room, on the line of their block, in reading order, over nothing', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    // The passages on the screen come first.
    annotations.add(all().reverse());
    await settled();
    expectClear();
    expect(marks().map((button) => button.getAttribute('aria-label'))).toEqual([
      'Culture, paragraph 1',
      'AI, paragraph 2',
      'Growth mindset, Agency, paragraph 3',
      'Shared responsibility, Jobs, paragraph 4',
      'Technology, paragraph 5',
      'Learning core, paragraph 6',
      'Agency, paragraph 7',
    ]);
    expect(mark(2).dataset.mode).toBe('names');
    const line = document.querySelector('#p3')?.getBoundingClientRect();
    const box = mark(2).getBoundingClientRect();
    expect(Math.abs(box.top + 12 - ((line?.top ?? 0) + 14))).toBeLessThan(3);
    expect(box.right).toBeLessThan(line?.left ?? 0);
    // In the dark box: by the box's own ground, and inside it.
    expect(mark(4).dataset.tone).toBe('dark');
    expect(mark(4).getBoundingClientRect().left).toBeGreaterThanOrEqual(
      document.querySelector('#box')?.getBoundingClientRect().left ?? 0,
    );
  });

  test.each([
    [700, 'glyphs'],
    [620, 'stroke'],
    [320, 'stroke'],
  ])('at %i px: %s', async (width, mode) => {
    await page.viewport(width, 700);
    setPage(ARTICLE, ARTICLE_CSS);
    annotate().add(all());
    await settled();
    expect(mark(2).dataset.mode).toBe(mode);
    expectClear();
  });

  test('text that begins at the window’s edge has no mark over it', async () => {
    await page.viewport(400, 700);
    setPage('<p id="p1">Words from edge to edge.</p>', 'body, p { margin: 0 }');
    annotate().add([passage(0, '#p1', [tag('culture')])]);
    await settled();
    expect(mark(0).dataset.mode).toBe('none');
    expectClear();
  });

  test('a column, a float or a sticky bar beside the text takes its room', async () => {
    setPage(
      `<div class="cols"><aside>Most read: a long list of other stories here</aside><main><p id="p1">Words in the second column.</p></main></div>
       <div class="bar">Share</div><div class="wide"><p id="p2">${'Far down the page. '.repeat(30)}</p></div>`,
      `body { margin: 0 } .cols { display: grid; grid-template-columns: 300px 400px; gap: 40px } p { margin: 0 }
       .bar { position: sticky; top: 0; width: 60px; height: 20px; } .wide { margin-left: 100px; width: 500px; margin-top: 300px }`,
    );
    annotate().add([passage(0, '#p1', [tag('culture')]), passage(1, '#p2', [tag('culture')])]);
    await settled();
    expect(mark(0).dataset.mode).toBe('glyphs');
    expect(mark(0).getBoundingClientRect().left).toBeGreaterThanOrEqual(300);
    expect(mark(1).dataset.mode).toBe('glyphs');
    expect(mark(1).getBoundingClientRect().left).toBeGreaterThanOrEqual(60);
    expectClear();
  });

  test('right to left: on the right', async () => {
    setPage(ARTICLE, `${ARTICLE_CSS} html { direction: rtl }`);
    annotate().add(all());
    await settled();
    const text = document.querySelector('#p3')?.getBoundingClientRect();
    expect(mark(2).getBoundingClientRect().left).toBeGreaterThan(text?.right ?? 9999);
    expect(mark(2).dataset.mode).toBe('names');
    expectClear();
  });

  test('on a list: glyphs without names', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    annotate({ list: true }).add(all().map((one) => ({ ...one, noun: 'headline' as const })));
    await settled();
    expect(mark(2).dataset.mode).toBe('glyphs');
    expect(mark(2).getAttribute('aria-label')).toBe('Growth mindset, Agency, headline 3');
    expectClear();
  });

  test('a kept passage has the ribbon', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add(all());
    annotations.setKept([{ id: 'a', block: 1, range: null }]);
    await settled();
    expect(mark(1).getAttribute('aria-label')).toBe('Clipped, AI, paragraph 2');
    expect(mark(1).dataset.kind).toBe('kept');
    annotations.setKept([]);
    expect(mark(1).getAttribute('aria-label')).toBe('AI, paragraph 2');
  });

  test('margin off takes the marks away and leaves the paint', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add(all());
    annotations.setOptions({ tint: true, margin: false });
    expect(marks()).toEqual([]);
    expect(CSS.highlights.size).toBe(1);
    annotations.setOptions({ tint: true, margin: true });
    await settled();
    expect(marks()).toHaveLength(7);
    expectClear();
  });
});

describe('marks stay beside their blocks', () => {
  const beside = (at: number, selector: string) => {
    const line = document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
    return Math.abs(mark(at).getBoundingClientRect().top + 12 - (line + 14));
  };

  test('when late content moves them', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    annotate().add(all());
    await settled();
    const late = document.createElement('div');
    late.style.height = '333px';
    document.querySelector('main')?.prepend(late);
    await expect.poll(() => beside(2, '#p3')).toBeLessThan(3);
    late.style.height = '20px';
    await expect.poll(() => beside(2, '#p3')).toBeLessThan(3);
    expectClear();
  });

  test('when the page scrolls, and when the window changes', async () => {
    await page.viewport(1100, 300);
    setPage(ARTICLE, ARTICLE_CSS);
    annotate().add(all());
    await settled();
    window.scrollTo(0, 150);
    expect(beside(2, '#p3')).toBeLessThan(3);
    await page.viewport(640, 300);
    await expect.poll(() => beside(2, '#p3')).toBeLessThan(3);
    await expect.poll(() => mark(2).dataset.mode).toBe('stroke');
  });

  test('in an inner scroller, where those scrolled away are hidden', async () => {
    setPage(
      `<div id="s">${ARTICLE}</div>`,
      `${ARTICLE_CSS} #s { height: 300px; overflow: auto } body { padding: 50px 0 }`,
    );
    annotate().add(all());
    await settled();
    expect(mark(6).dataset.mode).toBe('none');
    const scroller = document.querySelector('#s');
    scroller?.scrollTo(0, 1000);
    await expect.poll(() => mark(6).dataset.mode).toBe('names');
    expect(mark(0).dataset.mode).toBe('none');
    expect(beside(6, '#l2')).toBeLessThan(3);
  });

  test('under a sticky header they go under it as the text does', async () => {
    setPage(
      ARTICLE,
      `${ARTICLE_CSS} .top { position: sticky; top: 0; z-index: 5; background: #fff } main { position: relative; z-index: 1; background: #fff }`,
    );
    annotate().add(all());
    await settled();
    const level = getComputedStyle(document.querySelector(HOST)!).zIndex;
    expect(level).toBe('1');
    const at = mark(0).getBoundingClientRect();
    expect(
      root()
        .elementFromPoint(at.left + 5, at.top + 12)
        ?.closest('button'),
    ).toBe(mark(0));
  });
});
