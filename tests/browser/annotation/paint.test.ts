import { afterEach, describe, expect, test } from 'vitest';
import pageCss from '../../../entrypoints/page.css?inline';
import { HIGHLIGHT_NAMES } from '../../../src/annotation/highlight-names.ts';
import { SIGNAL_LINES, SIGNAL_TINTS } from '../../../src/framework/colours.ts';
import { SIGNAL_IDS } from '../../../src/framework/tag-ids.ts';
import { ARTICLE, ARTICLE_CSS } from './article-page.ts';
import {
  annotate,
  clearAnnotations,
  paint,
  passage,
  placeOf,
  resetPage,
  setPage,
  settled,
  tag,
} from './page.ts';

afterEach(() => {
  clearAnnotations();
  resetPage();
});

describe('signal sentences', () => {
  test('are painted character by character, across elements and rewritten white space', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const words =
      'This week a machine that writes essays sat at its end, and eleven children argued with it.';
    annotate().add([passage(1, '#p2', [tag('ai')], { words, signals: ['ai'] })]);
    const painted = paint();
    expect(Object.keys(painted)).toEqual(['lg-ai-on-light']);
    expect(painted['lg-ai-on-light']?.join('').replace(/\s+/g, ' ')).toBe(words);
  });

  test('take the surer signal of two, and none that is only perhaps', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const words = 'Half of the town’s jobs will change hands in ten years.';
    annotate().add([
      passage(3, '#p4', [tag('jobs', 'likely'), tag('economy', 'perhaps')], {
        words,
        signals: ['economy', 'jobs'],
      }),
      passage(0, '#p1', [tag('ai', 'perhaps')], { words: 'The staff of Linden School', signals: ['ai'] }),
    ]);
    expect(paint()).toEqual({ 'lg-jobs-on-light': [words] });
  });

  test('a dark box on a light page is painted for the dark', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const words = 'Robots will sort the harbour’s post by spring.';
    annotate().add([passage(4, '#p5', [tag('ai')], { words, signals: ['ai'] })]);
    expect(paint()).toEqual({ 'lg-ai-on-dark': [words] });
  });

  test.each([
    ['a colour with opacity over a dark one', 'background: rgb(255 255 255 / 0.1)', '#111', 'dark'],
    ['a colour of another space', 'background: oklch(0.2 0.02 250); color: #eee', '#fff', 'dark'],
    ['a light colour of another space', 'background: color(srgb 0.95 0.95 0.9)', '#000', 'light'],
    ['a picture under pale text', 'background: linear-gradient(#123, #345); color: #fff', '#fff', 'dark'],
    ['a picture under dark text', 'background: linear-gradient(#fff, #eee); color: #222', '#000', 'light'],
    ['pale text on a layer that is no ancestor', 'color: #fff', '#fff', 'dark'],
  ])('the ground is measured: %s', (_what, css, body, tone) => {
    setPage(`<div id="d"><p id="p">Some words here.</p></div>`, `body { background: ${body} } #d { ${css} }`);
    annotate().add([passage(0, '#p', [tag('ai')], { words: 'Some words', signals: ['ai'] })]);
    expect(Object.keys(paint()).map((name) => name.replace('-ink', ''))).toEqual([`lg-ai-on-${tone}`]);
  });

  test('large type takes the underline alone', () => {
    setPage('<h1 id="h">The robots are late</h1>', 'h1 { font-size: 28px }');
    annotate().add([passage(0, '#h', [tag('ai')], { words: 'The robots are late', signals: ['ai'] })]);
    expect(Object.keys(paint())).toEqual(['lg-ai-large-on-light']);
    const style = getComputedStyle(document.body, '::highlight(lg-ai-large-on-light)');
    expect(style.backgroundColor).toBe('rgba(0, 0, 0, 0)');
  });

  test('text too pale for the tint takes our ink, and only where it is too pale', () => {
    setPage(
      '<p id="p">Dark words and <a href="#x">a pale link</a> then dark ones.</p>',
      'body { color: #222 } a { color: #8ab }',
    );
    const words = 'Dark words and a pale link then dark ones.';
    annotate().add([passage(0, '#p', [tag('society')], { words, signals: ['society'] })]);
    expect(paint()).toEqual({
      'lg-society-on-light': ['Dark words and ', ' then dark ones.'],
      'lg-society-ink-on-light': ['a pale link'],
    });
  });

  test('a story’s headline and teaser are one text', () => {
    setPage('<h3 id="h">Robots at the door</h3><p id="t">The jobs of the harbour change hands.</p>');
    const places = [placeOf('#h'), placeOf('#t')];
    const text = 'Robots at the door The jobs of the harbour change hands.';
    const start = text.indexOf('door');
    annotate({ list: true }).add([
      {
        passage: {
          index: 0,
          tags: [tag('jobs')],
          signals: [{ start, end: start + 'door The jobs'.length, sentence: 0, signals: ['jobs'] }],
        },
        places,
        noun: 'headline',
        number: 1,
      },
    ]);
    expect(paint()).toEqual({ 'lg-jobs-on-light': ['door', 'The jobs'] });
  });

  test('a passage that is added again is painted anew; one that the page has dropped is left out', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    const words = 'Nobody was graded.';
    annotations.add([passage(1, '#p2', [tag('ai')], { words, signals: ['ai'] })]);
    annotations.add([passage(1, '#p2', [tag('jobs')], { words, signals: ['jobs'] })]);
    expect(paint()).toEqual({ 'lg-jobs-on-light': [words] });
    const gone = passage(0, '#p1', [tag('ai')], { words: 'The staff', signals: ['ai'] });
    document.querySelector('#p1')?.remove();
    annotations.add([gone]);
    expect(paint()).toEqual({ 'lg-jobs-on-light': [words] });
    expect(annotations.show(0)).toBe(false);
    expect(annotations.show(1)).toBe(true);
  });
});

describe('the registry', () => {
  test('loses what is ours and keeps what is the page’s', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const theirs = new Highlight(new Range());
    CSS.highlights.set('site-search', theirs);
    const annotations = annotate();
    annotations.add([passage(1, '#p2', [tag('ai')], { words: 'Nobody was graded.', signals: ['ai'] })]);
    expect(CSS.highlights.size).toBe(2);
    annotations.clear();
    expect([...CSS.highlights.keys()]).toEqual(['site-search']);
    CSS.highlights.delete('site-search');
  });

  test('tint off takes the paint away, tint on brings it back', () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add([passage(1, '#p2', [tag('ai')], { words: 'Nobody was graded.', signals: ['ai'] })]);
    annotations.setOptions({ tint: false, margin: true });
    expect(paint()).toEqual({});
    annotations.setOptions({ tint: true, margin: true });
    expect(paint()).toEqual({ 'lg-ai-on-light': ['Nobody was graded.'] });
  });

  test('what was scrolled to is lit up for a moment', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add([passage(2, '#p3', [tag('growth-mindset')])]);
    expect(annotations.show(2)).toBe(true);
    expect(paint()['lg-flash-on-light']?.[0]).toContain('We failed at this twice');
    await expect.poll(() => paint(), { timeout: 5000 }).toEqual({});
  });
});

describe('clippings', () => {
  test('a selection is underlined; a whole block has its ribbon instead', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const annotations = annotate();
    annotations.add([passage(2, '#p3', [tag('growth-mindset')])]);
    const selection = new Range();
    selection.setStart(placeOf('#p1').nodes[0]!, 4);
    selection.setEnd(placeOf('#p1').nodes[0]!, 9);
    const block = new Range();
    block.selectNodeContents(document.querySelector('#p3')!);
    annotations.setKept([
      { id: 'a', block: null, range: selection },
      { id: 'b', block: 2, range: block },
      { id: 'c', block: null, range: null },
    ]);
    expect(paint()).toEqual({ 'lg-kept-on-light': ['staff'] });
    annotations.setKept([]);
    expect(paint()).toEqual({});
    await settled();
  });
});

describe('page.css', () => {
  test('has a rule for every name, in the colours and lines of the framework', () => {
    for (const name of HIGHLIGHT_NAMES) expect(pageCss.replace(/\s/g, '')).toContain(`::highlight(${name})`);
    for (const id of SIGNAL_IDS)
      for (const tone of ['light', 'dark'] as const)
        for (const paintOf of ['', '-ink']) {
          const rule = new RegExp(`highlight\\(lg-${id}${paintOf}-on-${tone}\\)\\s*\\{([^}]*)\\}`).exec(
            pageCss,
          )?.[1];
          const { style, thickness } = SIGNAL_LINES[id];
          expect(rule).toContain(SIGNAL_TINTS[id][tone]);
          expect(rule).toContain(`${style} ${thickness}px`);
        }
  });
});
