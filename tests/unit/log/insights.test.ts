import { expect, it } from 'vitest';
import { clippingBalance, tagCounts } from '../../../src/log/insights.ts';
import { madeClipping } from '../clippings/made-rows.ts';

const model = (tag: 'culture' | 'ai', word: 'clear' | 'likely' | 'perhaps') => ({
  tag,
  word,
  source: 'model' as const,
  confidence: 0.5,
});

const clippings = [
  madeClipping({ tags: [model('culture', 'clear'), model('ai', 'perhaps')] }),
  madeClipping({ tags: [model('culture', 'likely'), { tag: 'ai', source: 'reader' }] }),
  madeClipping({ tags: [model('culture', 'perhaps')] }),
  madeClipping({ tags: [] }),
];

it('counts what is marked and what the reader chose, never a perhaps', () => {
  expect(clippingBalance(clippings)).toEqual({ long: 1, short: 1, neither: 2 });
});

it('counts all 17 tags, those that nothing carries too', () => {
  const counts = tagCounts(clippings);
  expect(counts).toHaveLength(17);
  expect(counts.filter(({ count }) => count > 0)).toEqual([
    { tag: 'ai', count: 1 },
    { tag: 'culture', count: 2 },
  ]);
});
