import { describe, expect, it } from 'vitest';
import { BUDGETS, sizesOf, sizeTable } from '../run/sizes.mjs';

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('sizes of %s', (build) => {
  const rows = sizesOf(build);
  for (const [part, budget] of Object.entries(BUDGETS))
    it(`keeps the ${part} within ${budget / 1000} KB`, () => {
      const row = rows.find((one) => one.part === part);
      expect(row, `no ${part} in\n${sizeTable(rows).join('\n')}`).toBeDefined();
      expect(row?.bytes, sizeTable(rows).join('\n')).toBeLessThanOrEqual(budget);
      // An empty file would be within every budget.
      expect(row?.bytes).toBeGreaterThan(5_000);
    });
});
