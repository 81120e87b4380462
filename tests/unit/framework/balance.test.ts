import { describe, expect, it } from 'vitest';
import { balanceOf, sideOf, sideOfTag } from '../../../src/framework/balance.ts';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';

const LONG = [
  'student-centered',
  'agency',
  'competencies',
  'open-walled',
  'ai',
  'jobs',
  'economy',
  'new-learning',
  'society',
];
const SHORT = ['culture', 'shared-responsibility', 'over-control'];

describe('the balance', () => {
  it.each(TAG_IDS)('counts %s as design says', (tag) => {
    const side = LONG.includes(tag) ? 'long' : SHORT.includes(tag) ? 'short' : 'neither';
    expect(sideOfTag(tag)).toBe(side);
    expect(sideOf([tag])).toBe(side);
  });

  it('is long with one long-game tag, and short only where there is none', () => {
    expect(sideOf(['culture', 'ai'])).toBe('long');
    expect(sideOf(['ai', 'culture'])).toBe('long');
    expect(sideOf(['technology', 'culture'])).toBe('short');
    expect(sideOf([])).toBe('neither');
  });

  it('counts each passage once', () => {
    expect(balanceOf([['culture', 'over-control'], ['ai', 'jobs'], ['technology'], []])).toEqual({
      long: 1,
      short: 1,
      neither: 2,
    });
  });
});
