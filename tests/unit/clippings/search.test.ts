import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSpans, searchWords } from '../../../src/clippings/fold.ts';
import { searchClippings } from '../../../src/clippings/search.ts';
import { oddText, readingLog } from './arbitraries.ts';
import { madeArticle, madeClipping, madeLog, uuid } from './made-rows.ts';

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
    ['not its middle', 'obots', []],
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
