import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnOf, offsetsOf, unitAt, unitsOf } from '../../../src/views/log/units.ts';
import { madeArticle, madeClipping, uuid } from '../clippings/made-rows.ts';

const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }).map((sizes) =>
  sizes.map((size, n) => ({
    article: madeArticle({ url: `https://a.example/${n}` }),
    date: '2026-10-04T08:00:00.000Z',
    clippings: Array.from({ length: size }, (_, at) => ({
      clipping: madeClipping({ id: uuid(n * 100 + at) }),
      deleted: false,
    })),
  })),
);

it('units hold every clipping once, in order, each with its article', () => {
  fc.assert(
    fc.property(pieces, (list) => {
      const units = unitsOf(list);
      expect(units.flatMap(({ clippings }) => clippings)).toEqual(list.flatMap(({ clippings }) => clippings));
      expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
      for (const { piece, clippings } of units)
        for (const each of clippings) expect(piece.clippings).toContain(each);
    }),
  );
});

it('what is drawn and what is left out are as high as the whole, in order, pins among them', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.nat(40_000), fc.array(fc.integer({ min: -2, max: 70 })), (list, y, pins) => {
      const offsets = offsetsOf(list, (height) => height);
      const at = unitAt(offsets, y);
      expect(at).toBe(Math.min(list.length - 1, [...offsets].slice(1).filter((end) => end <= y).length));
      const drawn = drawnOf(offsets, at, at + 2, pins);
      const places = drawn.flatMap((each) => ('at' in each ? [each.at] : []));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const pin of pins) if (pin >= 0 && pin < list.length) expect(places).toContain(pin);
      expect(places).toContain(at);
      const height = drawn.reduce((sum, each) => sum + ('at' in each ? (list[each.at] ?? 0) : each.gap), 0);
      expect(height).toBe(list.reduce((sum, each) => sum + each, 0));
    }),
  );
});
