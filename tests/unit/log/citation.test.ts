import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorsOf } from '../../../src/log/byline.ts';
import { type CitationStyle, citation } from '../../../src/log/citation.ts';
import { type CopyKind, copyOf } from '../../../src/log/copy-as.ts';
import { oddText } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeReflection } from '../clippings/made-rows.ts';

const KEPT = '2026-10-04T12:00:00.000Z';
const cite = (style: CitationStyle, over: Parameters<typeof madeArticle>[0] = {}): string =>
  citation(style, madeArticle(over), KEPT).text;

describe('authors', () => {
  it.each([
    ['By Ana Pérez', [['Pérez', 'Ana', '']]],
    [
      'Ana Pérez and Luis Ferrante, Staff Writers',
      [
        ['Pérez', 'Ana', ''],
        ['Ferrante', 'Luis', ''],
      ],
    ],
    ['Anneke van der Visser, Ed.D.', [['van der Visser', 'Anneke', '']]],
    ['Martin L. King, Jr.', [['King', 'Martin L.', 'Jr.']]],
    ['Jean-Paul O’Neill III', [['O’Neill', 'Jean-Paul', 'III']]],
    ['Written by: MAREN OKAFOR | 3 October', [['OKAFOR', 'MAREN', '']]],
    [
      'Ana Pérez, Luis Ferrante, and Jo Wu & Li Na',
      [
        ['Pérez', 'Ana', ''],
        ['Ferrante', 'Luis', ''],
        ['Wu', 'Jo', ''],
        ['Na', 'Li', ''],
      ],
    ],
  ])('%j', (byline, people) => {
    expect(authorsOf(byline)).toEqual(people.map(([family, given, suffix]) => ({ family, given, suffix })));
  });

  it.each([
    'The Associated Press',
    'Editorial Board',
    'Okafor, Maren',
    'ana99',
    'School Dispatch Staff',
    'a reader in Ohio',
  ])('%j is one author, as it is', (byline) => {
    expect(authorsOf(byline)).toEqual([{ whole: byline }]);
  });

  it('of nothing are none', () => {
    expect(authorsOf(null)).toEqual([]);
    expect(authorsOf('  By ')).toEqual([]);
  });
});

describe('APA', () => {
  it.each([
    [
      {},
      'Pérez, A. (2026, October 3). The warehouse that stopped hiring. School Dispatch. https://dispatch.example/robots',
    ],
    [
      { published: '2026-10' },
      'Pérez, A. (2026, October). The warehouse that stopped hiring. School Dispatch. https://dispatch.example/robots',
    ],
    [
      { published: null, byline: null },
      'The warehouse that stopped hiring. (n.d.). School Dispatch. https://dispatch.example/robots',
    ],
    [
      { byline: 'Ana Pérez & Jean-Paul Luc Roy', title: 'Who learns?' },
      'Pérez, A., & Roy, J.-P. L. (2026, October 3). Who learns? School Dispatch. https://dispatch.example/robots',
    ],
    [
      { byline: 'School Dispatch', published: 'Oct. 3rd, 2026' },
      'School Dispatch. (2026, October 3). The warehouse that stopped hiring. https://dispatch.example/robots',
    ],
    [
      { published: 'last week' },
      'Pérez, A. (n.d.). The warehouse that stopped hiring. School Dispatch. https://dispatch.example/robots',
    ],
  ])('%j', (over, words) => {
    expect(cite('apa', over)).toBe(words);
  });

  it('has the title in italics', () => {
    expect(citation('apa', madeArticle({ title: 'A <b> & c' }), KEPT).html).toContain(
      '<i>A &lt;b&gt; &amp; c</i>. ',
    );
  });
});

describe('Chicago', () => {
  it.each([
    [
      {},
      'Pérez, Ana. “The warehouse that stopped hiring.” School Dispatch, October 3, 2026. https://dispatch.example/robots.',
    ],
    [
      { published: null },
      'Pérez, Ana. “The warehouse that stopped hiring.” School Dispatch. Accessed October 4, 2026. https://dispatch.example/robots.',
    ],
    [
      { byline: 'Ana Pérez and Luis Ferrante', title: 'What “ready” means?', published: '3 October 2026' },
      'Pérez, Ana, and Luis Ferrante. “What ‘ready’ means?” School Dispatch, October 3, 2026. https://dispatch.example/robots.',
    ],
    [
      { byline: null, site: '' },
      '“The warehouse that stopped hiring.” October 3, 2026. https://dispatch.example/robots.',
    ],
  ])('%j', (over, words) => {
    expect(cite('chicago', over)).toBe(words);
  });

  it('names three of seven', () => {
    const byline = ['Al Aa', 'Bo Bb', 'Cy Cc', 'Di Dd', 'Ed Ee', 'Flo Ff', 'Gus Gg'].join(', ');
    expect(cite('chicago', { byline })).toMatch(/^Aa, Al, Bo Bb, Cy Cc, et al\. “/);
  });
});

describe('a citation', () => {
  it('is one line with the address and no markup of the page’s, whatever the article says', () => {
    fc.assert(
      fc.property(oddText, oddText, oddText, oddText, (title, byline, site, published) => {
        for (const style of ['apa', 'chicago'] as const) {
          const made = citation(style, madeArticle({ title, byline, site, published }), KEPT);
          expect(made.text).toContain('https://dispatch.example/robots');
          expect(made.text).not.toMatch(/[\n\r]/);
          expect(made.html.replaceAll(/<\/?i>/g, '')).not.toMatch(/[<>"']/);
        }
      }),
    );
  });
});

describe('a clipping, copied', () => {
  const copy = (kind: CopyKind) =>
    copyOf(kind, madeArticle(), madeClipping(), [madeReflection()]) ?? { text: 'none' };
  const URL_AT = /https:\/\/dispatch\.example\/robots#:~:text=Students/;

  it('as text and as HTML is the quote and its source, without the note', () => {
    const text = copy('text').text;
    expect(text).toMatch(
      /^“Students plan their own week, .*”\nThe warehouse that stopped hiring, Ana Pérez, School Dispatch, 3 October 2026\nhttps/,
    );
    expect(text).toMatch(URL_AT);
    const { html = '' } = copy('html');
    expect(html).toMatch(/^<blockquote cite="https:\/\/dispatch\.example\/robots"><p>Students/);
    expect(html).toMatch(URL_AT);
    for (const words of [text, html]) expect(words).not.toContain('October board');
  });

  it('as Markdown has the note and the answers', () => {
    expect(copy('markdown').text).toContain('October board');
    expect(copy('markdown').text).toContain('Counting courses');
  });

  it('as a link opens at the quote; what is no web address has none', () => {
    expect(copy('link').text).toMatch(URL_AT);
    expect(copyOf('link', madeArticle(), madeClipping({ articleUrl: 'file:///x' }), [])).toBeNull();
  });

  it('lets nothing of a page become markup', () => {
    fc.assert(
      fc.property(oddText, (words) => {
        const article = madeArticle({ title: words, site: words, byline: words });
        const made = copyOf('html', article, madeClipping({ quote: `x${words}` }), []);
        const tags = (made?.html ?? '').match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).toMatch(
            /^<(\/?p|\/?blockquote|br|\/a|blockquote cite="[^"<>]*"|a href="https:[^"<>]*")>$/,
          );
      }),
    );
  });
});
