import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correctTags } from '../../../src/clippings/correct-tags.ts';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';
import { clippingRow } from './arbitraries.ts';

const row = clippingRow(fc.constant('https://a.example/'));
const wanted = fc.array(fc.constantFrom(...TAG_IDS));

it('makes exactly the wanted tags stand, each once', () => {
  fc.assert(
    fc.property(row, wanted, (clipping, tags) => {
      const after = correctTags(clipping, tags);
      expect(after.tags.map(({ tag }) => tag)).toEqual([...new Set(tags)]);
    }),
  );
});

it('keeps whose a tag is, and remembers every tag of the model that does not stand', () => {
  fc.assert(
    fc.property(row, wanted, (clipping, tags) => {
      const { tags: standing, removedTags } = correctTags(clipping, tags);
      for (const tag of standing) {
        const before = clipping.tags.find((one) => one.tag === tag.tag);
        expect(tag).toEqual(before ?? { tag: tag.tag, source: 'reader' });
      }
      const gone = new Set(removedTags);
      expect(gone.size).toBe(removedTags.length);
      for (const { tag, source } of clipping.tags)
        if (source === 'model') expect(gone.has(tag)).toBe(!tags.includes(tag));
      for (const tag of clipping.removedTags) expect(gone.has(tag)).toBe(!tags.includes(tag));
    }),
  );
});

it('does not remember a tag that the reader put there and took away', () => {
  const reader = { tags: [{ tag: 'ai' as const, source: 'reader' as const }], removedTags: [] };
  expect(correctTags(reader, [])).toEqual({ tags: [], removedTags: [] });
});
