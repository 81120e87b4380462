import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctTags } from '../../../src/clippings/correct-tags.ts';
import { correctionsOf, isCorrected, taughtTags } from '../../../src/clippings/corrections.ts';
import type { ClippingRow } from '../../../src/clippings/schema.ts';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';
import { madeClipping, uuid } from './made-rows.ts';

const clipping = madeClipping();
const ids = clipping.tags.map(({ tag }) => tag);
const corrected = (tags: readonly (typeof TAG_IDS)[number][], over: Partial<ClippingRow> = {}) => {
  const row = madeClipping(over);
  return { ...row, ...correctTags(row, tags) };
};

describe('what a correction teaches', () => {
  test('nothing where nothing was corrected', () => {
    expect(correctionsOf([clipping])).toEqual([]);
    expect(taughtTags([clipping])).toEqual([]);
  });

  test('a tag added is given, a tag of the model removed is taken away', () => {
    expect(correctionsOf([corrected(['agency', 'jobs', 'ai'])])).toEqual([
      { text: clipping.quote, tag: 'ai', given: true },
      { text: clipping.quote, tag: 'culture', given: false },
    ]);
  });

  test('nothing any more once an added tag is taken back, or the clipping is deleted', () => {
    const row = corrected([...ids, 'ai']);
    expect(correctionsOf([row])).toHaveLength(1);
    expect(correctionsOf([{ ...row, ...correctTags(row, ids) }])).toEqual([]);
  });

  test('the opposite once a removed tag is put back', () => {
    const row = corrected(['agency', 'jobs']);
    expect(correctionsOf([{ ...row, ...correctTags(row, ids) }])).toEqual([
      { text: clipping.quote, tag: 'culture', given: true },
    ]);
  });

  test('comes oldest clipping first, in whatever order the log has them', () => {
    const rows = [3, 1, 2].map((n) =>
      corrected([...ids, 'ai'], {
        id: uuid(n),
        quote: `quote ${n}`,
        createdAt: `2026-10-0${n > 1 ? 4 : 1}T08:00:00.000Z`,
      }),
    );
    expect(correctionsOf(rows).map(({ text }) => text)).toEqual(['quote 1', 'quote 2', 'quote 3']);
    expect(rows.map(({ quote }) => quote)).toEqual(['quote 3', 'quote 1', 'quote 2']);
  });

  test('is counted a tag at a time, in the codebook’s order', () => {
    const rows = [
      corrected([...ids, 'ai'], { id: uuid(1), quote: 'one' }),
      corrected(['agency', 'jobs', 'ai'], { id: uuid(2), quote: 'two' }),
    ];
    expect(taughtTags(rows)).toEqual([
      { tag: 'ai', given: 2, taken: 0 },
      { tag: 'culture', given: 0, taken: 1 },
    ]);
  });

  test('is one lesson of a text and tag, however often it was clipped', () => {
    const rows = [1, 2].map((n) => corrected([...ids, 'ai'], { id: uuid(n) }));
    expect(taughtTags(rows)).toEqual([{ tag: 'ai', given: 1, taken: 0 }]);
  });

  test('is on those tags for which a clipping counts as corrected, and on no other', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([...TAG_IDS]), { maxLength: 4 }), (corrections) => {
        let row = clipping;
        for (const wanted of corrections) row = { ...row, ...correctTags(row, wanted) };
        const taught = new Set(correctionsOf([row]).map(({ tag }) => tag));
        expect(TAG_IDS.filter((tag) => isCorrected(row, tag))).toEqual(
          TAG_IDS.filter((tag) => taught.has(tag)),
        );
      }),
    );
  });
});
