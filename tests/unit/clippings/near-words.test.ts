import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWords, slipsIn, slipsTo } from '../../../src/clippings/near-words.ts';

const letters = fc.constantFrom(...'abcdefgh');
const word = (min: number, max: number) =>
  fc.array(letters, { minLength: min, maxLength: max }).map((each) => each.join(''));

/** One slip: a letter left out, put in, changed, or swapped with the next. */
const slip = fc.record({
  kind: fc.constantFrom('out', 'in', 'change', 'swap'),
  at: fc.nat(20),
  letter: letters,
});
function slipped(text: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % text.length;
  const [head, tail] = [text.slice(0, place), text.slice(place)];
  if (kind === 'out') return head + tail.slice(1);
  if (kind === 'in') return head + letter + tail;
  if (kind === 'change') return head + letter + tail.slice(1);
  return head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2);
}

/** The plain definition, without bounds: every beginning, a whole table each. */
function plainSlips(typed: string, whole: string): number {
  const distance = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    for (let i = 1; i <= a.length; i += 1)
      for (let j = 1; j <= b.length; j += 1) {
        let least = Math.min(
          rows[i - 1]![j]! + 1,
          rows[i]![j - 1]! + 1,
          rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          least = Math.min(least, rows[i - 2]![j - 2]! + 1);
        rows[i]![j] = least;
      }
    return rows[a.length]![b.length]!;
  };
  return Math.min(
    ...Array.from({ length: whole.length + 1 }, (_, end) => distance(typed, whole.slice(0, end))),
  );
}

describe('slips to the beginning of a word', () => {
  it('are what the plain definition gives, up to the bound', () => {
    fc.assert(
      fc.property(word(0, 9), word(0, 12), fc.nat(3), (typed, whole, most) => {
        expect(slipsTo(typed, whole, most)).toBe(Math.min(plainSlips(typed, whole), most + 1));
      }),
    );
  });
});

describe('words near a mistyped one', () => {
  it('hold the word meant, whatever the slip, or one that is nearer', () => {
    fc.assert(
      fc.property(word(5, 10), slip, fc.array(word(1, 10)), (meant, how, others) => {
        const typed = slipped(meant, how);
        fc.pre(slipsIn(typed) > 0);
        const near = nearWords(typed, [...others, meant]);
        const least = Math.min(...[...others, meant].map((each) => plainSlips(typed, each)));
        expect(near.length).toBeGreaterThan(0);
        for (const each of near) expect(plainSlips(typed, each)).toBe(least);
        if (near.length < 20 && plainSlips(typed, meant) === least) expect(near).toContain(meant);
      }),
    );
  });

  it.each([
    ['superintendant', ['superintendent']],
    ['agnecy', ['agency']],
    ['leraner', ['learner', 'learners']],
    ['wage', ['wages']],
    ['cat', []],
    ['zeppelin', []],
  ])('%s', (typed, expected) => {
    const words = ['superintendent', 'agency', 'learners', 'learner', 'wages', 'car', 'a'];
    expect(nearWords(typed, words)).toEqual(expected);
  });
});
