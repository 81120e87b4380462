import { describe, expect, test } from 'vitest';
import { balanceWords, balanceWordsAlone } from '../../../src/ui/balance-words.ts';

describe('the balance in words', () => {
  test.each([
    [{ long: 6, short: 2, neither: 1 }, 'Leans to the long game: 6 passages of 9.'],
    [{ long: 1, short: 4, neither: 0 }, 'Leans to the short game: 4 passages of 5.'],
    [{ long: 1, short: 0, neither: 3 }, 'Leans to the long game: 1 passage of 4.'],
    [{ long: 3, short: 3, neither: 2 }, 'Even: 3 long, 3 short, 2 neither.'],
    [{ long: 0, short: 0, neither: 1 }, '1 passage, on neither side.'],
    [{ long: 0, short: 0, neither: 5 }, '5 passages, on neither side.'],
  ])('%o', (balance, words) => {
    expect(balanceWords(balance)).toBe(words);
  });

  test.each([
    [{ long: 6, short: 2, neither: 1 }, 'Leans to the long game: 6 passages of 9, 2 short, 1 neither.'],
    [{ long: 1, short: 4, neither: 0 }, 'Leans to the short game: 4 passages of 5, 1 long, 0 neither.'],
    [{ long: 3, short: 3, neither: 2 }, 'Even: 3 long, 3 short, 2 neither.'],
  ])('without a bar: %o', (balance, words) => {
    expect(balanceWordsAlone(balance)).toBe(words);
  });
});
