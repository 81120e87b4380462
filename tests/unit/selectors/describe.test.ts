import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { splitsPair, toCodePoints, toUtf16 } from '../../../src/selectors/code-points.ts';
import { CONTEXT, describe } from '../../../src/selectors/describe.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', '\ud83d', '\ude00', ' ', '👩‍🏫'),
  maxLength: 80,
});

group('describe', () => {
  test('gives the words with 32 characters of context on each side', () => {
    const words = `${'b'.repeat(50)}QUOTE${'c'.repeat(50)}`;
    expect(describe(words, 50, 55)).toEqual({
      quote: { exact: 'QUOTE', prefix: 'b'.repeat(32), suffix: 'c'.repeat(32) },
      position: { start: 50, end: 55 },
    });
  });

  test('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        fc.pre(words.length > 0);
        const start = a % words.length;
        const end = start + 1 + (b % (words.length - start));
        const { quote, position } = describe(words, start, end);
        expect(words.slice(position.start, position.end)).toBe(quote.exact);
        expect(position.start).toBeLessThanOrEqual(start);
        expect(position.end).toBeGreaterThanOrEqual(end);
        for (const at of [
          position.start,
          position.end,
          position.start - quote.prefix.length,
          position.end + quote.suffix.length,
        ])
          expect(splitsPair(words, at)).toBe(false);
        expect(quote.prefix.length).toBeLessThanOrEqual(CONTEXT);
        expect(
          words.startsWith(quote.prefix + quote.exact + quote.suffix, position.start - quote.prefix.length),
        ).toBe(true);
      }),
    );
  });

  test.each([
    [3, 3],
    [4, 2],
    [0, 6],
    [-1, 2],
  ])('says so when there is no text from %i to %i', (start, end) => {
    expect(() => describe('hello', start, end)).toThrow(RangeError);
  });
});

group('code points', () => {
  test('count as the string iterator does', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(toCodePoints(words, words.length)).toBe([...words].length);
        expect(toUtf16(words, [...words].length)).toBe(words.length);
      }),
    );
  });

  test('there and back is the identity on every boundary of a code point', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (let at = 0; at <= words.length; at++) {
          const back = toUtf16(words, toCodePoints(words, at));
          expect(back).toBe(splitsPair(words, at) ? at - 1 : at);
        }
      }),
    );
  });
});
