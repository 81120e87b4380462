import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSpans, searchWords } from '../../../src/clippings/fold.ts';
import { ClippingIndex, searchClippings } from '../../../src/clippings/search.ts';
import { oddText, readingLog } from './arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection, uuid } from './made-rows.ts';

const second = madeArticle({ url: 'https://b.example/', title: 'Équité et écoles', site: 'Le Quotidien' });
const log = madeLog({
  articles: [madeArticle(), second],
  clippings: [
    madeClipping({ id: uuid(1), createdAt: '2026-10-04T12:00:00.000Z' }),
    madeClipping({
      id: uuid(2),
      createdAt: '2026-11-02T12:00:00.000Z',
      quote: 'Nobody asked the ﬁrst learners.',
      note: 'Pérez said so',
      articleUrl: second.url,
      tags: [{ tag: 'culture', source: 'reader' }],
      dueAt: null,
    }),
    madeClipping({
      id: uuid(3),
      createdAt: '2026-11-20T12:00:00.000Z',
      quote: 'Trust first.',
      note: '',
      tags: [],
    }),
  ],
});
const found = (query: Parameters<typeof searchClippings>[1]) =>
  searchClippings(log, query).articles.flatMap(({ clippings }) =>
    clippings.map(({ id }) => Number(id.at(-1))),
  );

describe('search', () => {
  it('gives everything by article, newest first, when nothing is asked', () => {
    const { articles, count } = searchClippings(log, {});
    expect(count).toBe(3);
    expect(articles.map(({ article, clippings }) => [article.site, clippings.map(({ id }) => id)])).toEqual([
      ['School Dispatch', [uuid(3), uuid(1)]],
      ['Le Quotidien', [uuid(2)]],
    ]);
  });

  it.each([
    ['quote', 'robots', [1]],
    ['beginning of a word', 'rob', [1]],
    ['not its middle', 'bots', []],
    ['note', 'october', [1]],
    ['title', 'warehouse', [3, 1]],
    ['site', 'quotidien', [2]],
    ['without diacritics', 'perez equite', [2]],
    ['with diacritics', 'PÉREZ', [2]],
    ['in another form of Unicode', 'Pe\u0301rez', [2]],
    ['a ligature', 'first learners', [2]],
    ['every word, in any field', 'trust dispatch', [3]],
    ['not when one is missing', 'trust october', []],
    ['punctuation apart', '“trust,” — first!', [3]],
    ['nothing but punctuation', '…', [3, 1, 2]],
  ])('finds by text: %s', (_, text, ids) => {
    expect(found({ text })).toEqual(ids);
  });

  it('filters by tag, any of several', () => {
    expect(found({ tags: ['jobs'] })).toEqual([1]);
    expect(found({ tags: ['jobs', 'culture'] })).toEqual([2, 1]);
    expect(found({ tags: [] })).toHaveLength(3);
  });

  it('filters by side, as the balance counts', () => {
    expect(found({ sides: ['long'] })).toEqual([1]);
    expect(found({ sides: ['short'] })).toEqual([2]);
    expect(found({ sides: ['neither'] })).toEqual([3]);
  });

  it('filters by site, by day and by due', () => {
    expect(found({ sites: ['Le Quotidien'] })).toEqual([2]);
    expect(found({ from: '2026-11-02', to: '2026-11-02' })).toEqual([2]);
    expect(found({ from: '2026-11-03' })).toEqual([3]);
    expect(found({ to: 'nonsense', from: null })).toHaveLength(3);
    expect(found({ dueAt: new Date('2026-11-24T00:00:00Z') })).toEqual([3, 1]);
  });

  it('counts both ends of a day in the reader’s own time', () => {
    const at = (hour: number, minute: number) => new Date(2026, 5, 15, hour, minute).toISOString();
    const edges = madeLog({
      clippings: [
        madeClipping({ id: uuid(1), createdAt: at(0, 0) }),
        madeClipping({ id: uuid(2), createdAt: at(23, 59) }),
        madeClipping({ id: uuid(3), createdAt: at(24, 0) }),
      ],
    });
    expect(searchClippings(edges, { from: '2026-06-15', to: '2026-06-15' }).count).toBe(2);
  });

  it('finds a clipping whose article is lost', () => {
    expect(searchClippings({ ...log, articles: [] }, { text: 'dispatch' }).count).toBe(2);
  });
});

describe('a mistyped word', () => {
  it('stands for the nearest words of the log, and says which', () => {
    expect(found({ text: 'warehuose' })).toEqual([3, 1]);
    expect(searchClippings(log, { text: 'warehuose' })).toMatchObject({
      words: ['warehouse'],
      taken: [{ typed: 'warehuose', words: ['warehouse'] }],
    });
  });

  it('does not stand for another while it begins a word, nor while it is short', () => {
    expect(searchClippings(log, { text: 'rob' }).taken).toEqual([]);
    expect(found({ text: 'rub' })).toEqual([]);
  });

  it('still needs every other word', () => {
    expect(found({ text: 'warehuose october' })).toEqual([1]);
    expect(found({ text: 'warehuose perez' })).toEqual([]);
  });
});

describe('an index that follows a log', () => {
  const index = new ClippingIndex();
  const count = (rows: typeof log, text: string) => index.search(rows, { text }).count;

  it('finds a note as it is now, and not as it was', () => {
    expect(count(log, 'october')).toBe(1);
    const [first, ...others] = log.clippings;
    const after = { ...log, clippings: [{ ...first!, note: 'For the winter retreat' }, ...others] };
    expect(count(after, 'october')).toBe(0);
    expect(count(after, 'retreat')).toBe(1);
    expect(count(log, 'retreat')).toBe(0);
  });

  it('finds the same prepared or not', () => {
    const prepared = new ClippingIndex();
    for (const _ of prepared.prepare(log)) void _;
    for (const text of ['rob', 'warehuose', 'perez equite', ''])
      expect(prepared.search(log, { text })).toEqual(new ClippingIndex().search(log, { text }));
  });
});

describe('more filters', () => {
  const more = madeLog({
    articles: [madeArticle(), second],
    clippings: [
      madeClipping({ id: uuid(1), createdAt: '2026-10-01T12:00:00.000Z', dueAt: null }),
      madeClipping({ id: uuid(2), createdAt: '2026-10-02T12:00:00.000Z', note: '', tags: [] }),
      madeClipping({
        id: uuid(3),
        createdAt: '2026-09-30T12:00:00.000Z',
        articleUrl: second.url,
        tags: [{ tag: 'culture', source: 'model', confidence: 0.4, word: 'perhaps' }],
        anchor: { state: 'not-found', at: '2026-10-04T08:00:00.000Z' },
        dueAt: '2026-10-09T00:00:00.000Z',
      }),
    ],
    reflections: [madeReflection({ clippingId: uuid(1) })],
  });
  const ids = (query: Parameters<typeof searchClippings>[1]) =>
    searchClippings(more, query).articles.flatMap(({ clippings }) =>
      clippings.map(({ id }) => Number(id.at(-1))),
    );

  it.each([
    [{ note: true }, [1, 3]],
    [{ note: false }, [2]],
    [{ answered: true }, [1]],
    [{ answered: false }, [2, 3]],
    [{ lost: true }, [3]],
    [{ groups: ['condition'] as const }, [1]],
    [{ groups: ['lens'] as const }, []],
    [{ groups: ['condition'] as const, tags: ['culture'] as const }, [1, 3]],
    [{ note: null, answered: null, lost: false, groups: [] }, [2, 1, 3]],
  ])('%o', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each([
    ['newest', [2, 1, 3]],
    ['oldest', [3, 1, 2]],
    ['title', [3, 2, 1]],
    ['site', [3, 2, 1]],
    ['due', [3, 2, 1]],
  ] as const)('sorts by %s', (sort, expected) => {
    expect(ids({ sort })).toEqual(expected);
  });
});

describe('spans to highlight', () => {
  const marked = (text: string, typed: string) =>
    matchSpans(text, searchWords(typed)).map(({ start, end }) => text.slice(start, end));

  it('are the typed part of each word that begins so', () => {
    expect(marked('Robots and robotics, not a probot', 'rob')).toEqual(['Rob', 'rob']);
    expect(marked('Pérez', 'per')).toEqual(['Pér']);
  });

  it('are the whole word where folding changed its length', () => {
    expect(marked('the ﬁrst Pe\u0301rez', 'fir per')).toEqual(['ﬁrst', 'Pe\u0301rez']);
  });

  it('take the longest of several', () => {
    expect(marked('learners', 'le learn')).toEqual(['learn']);
  });

  it('show every word of a hit somewhere, and lie inside the text in order', () => {
    fc.assert(
      fc.property(readingLog, oddText, (odd, typed) => {
        const { articles, words } = searchClippings(odd, { text: typed });
        for (const { article, clippings } of articles)
          for (const clipping of clippings) {
            const fields = [clipping.quote, clipping.note, article.title, article.site];
            for (const word of words)
              expect(fields.some((text) => matchSpans(text, [word]).length > 0)).toBe(true);
            for (const text of fields) {
              let last = 0;
              for (const { start, end } of matchSpans(text, words)) {
                expect(start).toBeGreaterThanOrEqual(last);
                expect(end).toBeGreaterThan(start);
                expect(end).toBeLessThanOrEqual(text.length);
                last = end;
              }
            }
          }
      }),
    );
  });

  it('find each text by its own words', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const own = madeLog({ clippings: [madeClipping({ quote: `x${text}` })] });
        expect(searchClippings(own, { text: `x${text}` }).count).toBe(1);
      }),
    );
  });
});
