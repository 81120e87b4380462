import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClippingRow } from '../../../src/clippings/schema.ts';
import { balanceOf } from '../../../src/framework/balance.ts';
import { keptBefore } from '../../../src/views/reading/kept-before.ts';
import { rowsOf, tagCounts } from '../../../src/views/reading/rows.ts';
import { clipOf, PASSAGES, reading } from '../../browser/popup/reading-fixture.ts';

const NONE = new Map();

const clipping = (id: string, over: Partial<ClippingRow> = {}): ClippingRow => ({
  id,
  articleUrl: 'https://dispatch.example/2040',
  quote: 'A line of its own.',
  selectors: { quote: { exact: 'x', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
  block: null,
  tags: [],
  removedTags: [],
  note: '',
  createdAt: '2026-10-03T08:00:00.000Z',
  updatedAt: '2026-10-03T08:00:00.000Z',
  anchor: { state: 'pending', at: null },
  dueAt: null,
  ...over,
});

const kept = (index: number, over: Partial<ClippingRow> = {}) =>
  clipping(`c${index}`, { quote: clipOf(index).quote, block: index, tags: clipOf(index).tags, ...over });

describe('the lines of an article', () => {
  test('are the passages with a marked tag, in reading order: perhaps is not enough', () => {
    const rows = rowsOf(reading(), [], NONE);
    expect(rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[6]?.tags).toEqual(['social-justice', 'ai']);
    expect(balanceOf(rows.map(({ tags }) => tags))).toEqual({ long: 6, short: 2, neither: 1 });
  });

  test('a passage that is kept is one line, and the reader’s tags count first', () => {
    const row = kept(0, { tags: [{ tag: 'jobs', source: 'reader' }], removedTags: ['culture'] });
    const rows = rowsOf(reading(), [row], NONE);
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({ index: 0, clipping: { id: 'c0' }, tags: ['jobs'] });
    expect(balanceOf(rows.map(({ tags }) => tags)).long).toBe(7);
  });

  test('the quote decides, not the number: an edit may have moved the paragraph', () => {
    const rows = rowsOf(reading(), [kept(4, { block: 2 })], NONE);
    expect(rows.find(({ clipping }) => clipping)?.index).toBe(4);
    const other = rowsOf(reading(), [clipping('x', { block: 2 })], NONE);
    expect(other).toHaveLength(10);
    expect(other.find(({ passage, index }) => passage && index === 2)?.clipping).toBeNull();
  });

  test('a paragraph whose text the page cuts is recognised by its beginning', () => {
    const whole = `${'Nobody  on the board had\nput the two facts side by side. '.repeat(30)}The end.`;
    const cut = (length: number) =>
      reading({
        passages: PASSAGES.map((each) =>
          each.index === 4 ? { ...each, text: whole.slice(0, length) } : each,
        ),
      });
    const row = clipping('long', { quote: whole.replaceAll(/\s+/g, ' '), block: 2 });
    const rows = rowsOf(cut(1_200), [row, { ...row, id: 'again', block: null }], NONE);
    expect(rows).toHaveLength(10);
    expect(rows.find(({ passage }) => passage?.index === 4)?.clipping?.id).toBe('long');
    expect(rows.find(({ key }) => key === 'again')?.index).toBe(4);
    const article = { ...clipOf(4).page, addedAt: row.createdAt, updatedAt: row.createdAt };
    const gone = rowsOf(cut(1_200), [], new Map([[row.id, { article, clipping: row, reflections: [] }]]));
    expect(gone.find(({ passage }) => passage?.index === 4)?.deleted?.clipping.id).toBe('long');

    // A text that is whole is no beginning of a longer one.
    expect(rowsOf(cut(1_199), [row], NONE).find(({ passage }) => passage?.index === 4)?.clipping).toBeNull();
    const other = { ...row, quote: `Not ${row.quote}` };
    expect(
      rowsOf(cut(1_200), [other], NONE).find(({ passage }) => passage?.index === 4)?.clipping,
    ).toBeNull();
  });

  test('a selection stands where its words are; what is lost comes first; nothing is dropped', () => {
    const inside = clipping('inside', { quote: 'Nobody on the board had put the two facts side by side.' });
    const lost = kept(8);
    const state = reading({
      passages: PASSAGES.filter(({ index }) => index !== 8),
      clippings: [
        { id: 'c8', state: 'not-found' },
        { id: 'inside', state: 'exact' },
      ],
    });
    const rows = rowsOf(state, [inside, lost], NONE);
    expect(rows[0]).toMatchObject({ fate: 'not-found', clipping: { id: 'c8' } });
    const at = rows.findIndex((row) => row.clipping?.id === 'inside');
    expect(rows[at - 1]?.index).toBe(2);
    expect(rows[at + 1]?.index).toBe(3);
  });

  test('what was deleted keeps its place', () => {
    const row = kept(3);
    const article = { ...clipOf(3).page, addedAt: row.createdAt, updatedAt: row.createdAt };
    const deleted = new Map([[row.id, { article, clipping: row, reflections: [] }]]);
    const rows = rowsOf(reading(), [], deleted);
    expect(rows[3]).toMatchObject({ index: 3, clipping: null, deleted: { clipping: { id: row.id } } });
    expect(rowsOf(reading(), [row], deleted)[3]?.clipping).toBeNull();
  });

  test('every clipping is on exactly one line, whatever it is', () => {
    const quote = fc.oneof(fc.constantFrom(...PASSAGES.map(({ text }) => text)), fc.string({ minLength: 1 }));
    const anyClippings = fc.uniqueArray(
      fc
        .record({ id: fc.uuid(), quote, block: fc.option(fc.nat(20)) })
        .map((over) => clipping(over.id, over)),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(anyClippings, (clippings) => {
        const rows = rowsOf(reading(), clippings, NONE);
        const ids = rows.flatMap((row) => row.clipping?.id ?? []);
        expect(ids.toSorted()).toEqual(clippings.map(({ id }) => id).toSorted());
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });

  test('tags are counted, most often first, then in the codebook’s order', () => {
    const counts = tagCounts(rowsOf(reading(), [], NONE));
    expect(counts.slice(0, 4)).toEqual([
      { tag: 'ai', count: 2 },
      { tag: 'jobs', count: 2 },
      { tag: 'culture', count: 2 },
      { tag: 'shared-vision', count: 1 },
    ]);
    expect(counts).toHaveLength(12);
  });
});

describe('an article that was read before', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const three = [kept(2), kept(3), kept(8)];
  const states = (...fates: ('exact' | 'near' | 'not-found' | 'pending')[]) =>
    reading({ clippings: fates.map((state, at) => ({ id: three[at]!.id, state })) });

  test('says when, how much was kept, and what became of it', () => {
    expect(keptBefore(three, states('exact', 'near', 'not-found'), now)).toEqual({
      when: 'You read this on 3 October',
      rest: ' and kept three passages. The page has changed: two are still here, one is not found.',
    });
    expect(keptBefore(three, states('exact', 'exact', 'exact'), now)?.rest).toBe(' and kept three passages.');
    const none = states('not-found', 'not-found', 'not-found');
    expect(keptBefore(three, none, now)?.rest).toMatch(/The page has changed: none is found\.$/);
    const one = reading({ clippings: [{ id: 'c2', state: 'not-found' }] });
    expect(keptBefore([kept(2)], one, now)?.rest).toBe(
      ' and kept one passage. The page has changed: it is not found.',
    );
  });

  test('says nothing of what is still looked for', () => {
    expect(keptBefore(three, states('exact', 'pending', 'not-found'), now)?.rest).toBe(
      ' and kept three passages.',
    );
  });

  test('is not today’s, and has its year when it is not this one', () => {
    expect(keptBefore([], reading(), now)).toBeNull();
    expect(keptBefore([kept(2, { createdAt: '2026-11-24T08:00:00.000Z' })], reading(), now)).toBeNull();
    expect(keptBefore([kept(2, { createdAt: '2025-10-03T12:00:00.000Z' })], reading(), now)?.when).toBe(
      'You read this on 3 October 2025',
    );
  });
});
