import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compatible } from '../../../../src/classifier/encoder/original-places.ts';
import { anyText } from '../any-text.ts';

/** Signs that reach across their neighbours when normalised: Korean letters, half-width marks, marks in any order. */
const reaching = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x1100, max: 0x11ff }),
      fc.integer({ min: 0xac00, max: 0xac40 }),
      fc.integer({ min: 0xff60, max: 0xffdc }),
      fc.integer({ min: 0x300, max: 0x345 }),
      fc.integer({ min: 0x900, max: 0xe40 }),
      fc.integer({ min: 0x41, max: 0x7a }),
    ),
    { maxLength: 30 },
  )
  .map((codes) => String.fromCodePoint(...codes));

describe('the way back from the compatibility form', () => {
  test.each([
    ['a ligature', 'e\uFB03x', [0, 1, 1, 1, 2], [1, 2, 2, 2, 3]],
    ['a letter and its mark', 'ae\u0301b', [0, 1, 3], [1, 3, 4]],
    ['a sign at the very start', '\u2026a', [0, 0, 0, 1], [1, 1, 1, 2]],
    ['Korean letters that become one', '\u1112\u1161\u11ABx', [0, 3], [3, 4]],
    // A vowel and a vowel, which are letters and no marks: only the whole run shows that they are joined.
    ['letters of a script that is new in Unicode 16', '\u{16D67}\u{16D67}x', [0, 0, 4], [4, 4, 5]],
    ['a no-break space', 'a\u00A0b', [0, 1, 2], [1, 2, 3]],
  ])('%s', (_, original, starts, ends) => {
    const found = compatible(original);
    expect(found.text).toBe(original.normalize('NFKC'));
    expect([[...found.starts], [...found.ends]]).toEqual([starts, ends]);
  });

  test('any text: the form is the whole text’s, and the way back is in order and leaves nothing out', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), reaching), (original) => {
        const { text, starts, ends } = compatible(original);
        return (
          text === original.normalize('NFKC') &&
          starts.length === text.length &&
          ends.length === text.length &&
          starts.every((start, at) => start < ends[at]! && start <= (ends[at - 1] ?? 0)) &&
          starts.every((start, at) => start >= (starts[at - 1] ?? 0) && ends[at]! >= (ends[at - 1] ?? 0)) &&
          (ends.at(-1) ?? 0) === original.length
        );
      }),
      { numRuns: 1000 },
    );
  });
});
