import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import { articleMarkdown, logMarkdown } from '../../../src/log/export-markdown.ts';
import { inlineText, link, textLines } from '../../../src/log/markdown-text.ts';
import { oddText, readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection } from '../clippings/made-rows.ts';
import { parted } from './parted.ts';

/** Not ours: CommonMark with HTML, tables, strikethrough and bare addresses turned on, to be as easily fooled as can be. */
const parser = new MarkdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyEmail: true, fuzzyLink: false, fuzzyIP: false });

const now = new Date('2026-11-24T10:00:00Z');

/** A file of Markdown without its front matter, which must be YAML that another parser reads. */
function bodyOf(markdown: string): string {
  const { matter, body } = parted(markdown);
  expect(parse(matter)).toMatchObject({ title: 'Reading log', exported: '2026-11-24' });
  return body;
}

type Token = ReturnType<typeof parser.parse>[number];
const tokensOf = (markdown: string): Token[] =>
  parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** How often each kind of token stands in a text, plain text and line ends apart. */
function structure(markdown: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of tokensOf(markdown)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** What a reader sees of a text. */
const shown = (markdown: string): string =>
  tokensOf(markdown)
    .map(({ type, content }) =>
      type === 'text' || type === 'text_special' ? content : /break|_close$/.test(type) ? '\n' : '',
    )
    .join('');

/** A text as an export may at best keep it: white space in a line is one space, controls are replaced. */
const kept = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
    .replace(/[\0-\x08\x0e-\x1f\x7f]/g, '\ufffd')
    .replace(/\s+/gu, ' ')
    .trim();

const hostile = [
  '# heading',
  'Heading\n===',
  'Heading\n---',
  '[a](javascript:alert(1))',
  '![x](https://a.example/x.png)',
  '<script>alert(1)</script>',
  '<https://a.example>',
  'https://a.example/b and http://c.example, www.d.example, me@e.example',
  '- one\n- two',
  '1. one',
  '1) one',
  '> deeper',
  '```\ncode\n```',
  '    indented',
  '\tindented',
  '***',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a\n:--',
  '[x]: https://a.example',
  '*a* _b_ **c** `d` ~~e~~ ==f== $g$ %%h%%',
  '&lt;b&gt; &#35;',
  'end with a backslash\\',
  'a\u2028# b\u0085# c\v# d',
];

describe('Markdown', () => {
  it('has title, source, date, quote, tags, note and answers', () => {
    const text = articleMarkdown(madeArticle(), [madeClipping()], [madeReflection()]);
    expect(text).toBe(
      [
        '# [The warehouse that stopped hiring](https://dispatch.example/robots)',
        'Ana Pérez, School Dispatch, 3 October 2026',
        '> Students plan their own week, and the robots take the night shift.',
        'Kept 4 October 2026. Tags: Agency, Jobs, Culture (perhaps). [Open at the quote](https://dispatch.example/robots#:~:text=Students%20plan%20their%20own%20week%2C%20and%20the%20robots%20take%20the%20night%20shift.)',
        '**Note:** Bring to the October board.',
        '**Asked 12 October 2026:** What would you stop doing?',
        '**Answer:** Counting courses.',
        '',
      ]
        .join('\n\n')
        .trimEnd()
        .concat('\n'),
    );
  });

  it('keeps lines and paragraphs of a note', () => {
    expect(textLines('one\ntwo\n\n\nthree\n')).toEqual(['one\\', 'two', '', 'three']);
  });

  it('orders a log by what was clipped last, quotes by their place', () => {
    const log = madeLog({
      articles: [madeArticle(), madeArticle({ url: 'https://b.example/', title: 'Second' })],
      clippings: [
        madeClipping({ quote: 'later in the text' }),
        madeClipping({
          quote: 'earlier in the text',
          selectors: { ...madeClipping().selectors, position: { start: 1, end: 9 } },
        }),
        madeClipping({ articleUrl: 'https://b.example/', createdAt: '2026-11-01T08:00:00.000Z' }),
      ],
    });
    const lines = logMarkdown(log, now).split('\n');
    expect(lines[lines.indexOf('---', 1) + 2]).toBe('# Reading log');
    expect(lines[lines.indexOf('---', 1) + 4]).toBe('3 clippings from 2 articles.');
    expect(lines.filter((line) => /^(##|> (earlier|later))/.test(line))).toEqual([
      '## [Second](https://b.example/)',
      '## [The warehouse that stopped hiring](https://dispatch.example/robots)',
      '> earlier in the text',
      '> later in the text',
    ]);
  });

  const plain = (text: string): ReadingLog =>
    madeLog({
      articles: [madeArticle({ title: text, byline: text, site: text, published: text })],
      clippings: [madeClipping({ quote: text, note: text })],
      reflections: [madeReflection({ question: text, answer: text })],
    });
  const counted = (text: string) => {
    const {
      link_open = 0,
      heading_open = 0,
      blockquote_open = 0,
      ...rest
    } = structure(bodyOf(logMarkdown(plain(text), now)));
    const allowed =
      /^(text|text_special|inline|paragraph_|strong_|hardbreak|softbreak|link_close|heading_close|blockquote_close)/;
    return {
      links: link_open,
      headings: heading_open,
      quotes: blockquote_open,
      strong: rest.strong_open ?? 0,
      else: Object.keys(rest).filter((type) => !allowed.test(type)),
    };
  };
  const honest = { links: 2, headings: 2, quotes: 1, strong: 3, else: [] };

  it('of harmless text has the structure that the next tests hold to', () => {
    expect(counted('word')).toEqual(honest);
  });

  it.each(hostile)('lets nothing become structure: %j', (text) => {
    expect(counted(text)).toEqual(honest);
  });

  it('lets nothing become structure, whatever the text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(counted(`x${text}`)).toEqual(honest);
        const { strong, links, headings, quotes, ...rest } = counted(text);
        // An empty text leaves its label out.
        expect(rest.else).toEqual([]);
        expect([headings, quotes]).toEqual([2, 1]);
        expect(strong).toBeLessThanOrEqual(3);
        expect(links).toBeLessThanOrEqual(2);
      }),
      { numRuns: 400 },
    );
  });

  it('shows every character as it is', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(shown(inlineText(text)).trim()).toBe(kept(text));
        expect(kept(shown(textLines(text).join('\n')))).toBe(kept(text));
      }),
      { numRuns: 400 },
    );
  });

  it('links to the article’s own address and to nothing else', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const allowed = new Set(log.articles.map(({ url }) => new URL(url).origin));
        for (const token of tokensOf(bodyOf(logMarkdown(log, now)))) {
          const href = token.attrGet('href');
          if (href !== null) expect(allowed).toContain(new URL(href).origin);
        }
      }),
    );
  });

  it('does not link what is not an http address', () => {
    expect(link('title', 'javascript:alert(1)')).toBe('title');
    expect(link('title', 'nonsense')).toBe('title');
  });

  it('keeps an address whole', () => {
    const url = 'https://a.example/x_(y)?a=1&copy;=2&b=<c>#d[e]';
    const [token] = tokensOf(link('t', url)).filter(({ type }) => type === 'link_open');
    const href = token?.attrGet('href') ?? '';
    expect(new URL(decodeURI(href)).href).toBe(new URL(decodeURI(url)).href);
  });
});
