import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPieces } from '../../../../src/classifier/encoder/pieces.ts';
import { Tokenizer } from '../../../../src/classifier/encoder/tokenizer.ts';
import { anyText } from '../any-text.ts';
import { builtTokenizer, GOLDEN } from './built-encoder.ts';

const tokenizer = builtTokenizer();
const words = (text: string, { starts, ends } = tokenizer.encode(text)) =>
  [...starts].map((start, token) => text.slice(start, ends[token]));

describe('token ids are those of the original', () => {
  test.each(GOLDEN.map(({ text, ids }) => [`${text.slice(0, 30)}…`, text, ids] as const))(
    '%s',
    (_, text, ids) => {
      expect([...tokenizer.encode(text).ids]).toEqual(ids);
    },
  );

  // What TensorFlow.js's own tokenizer gives with the same vocabulary.
  test.each([
    ['What will our learners need in 2035?', [379, 49, 183, 844, 156, 161, 15, 514, 3722, 54]],
    [
      'The learner’s voice: “30 % of jobs” — gone…',
      [34, 844, 46, 2390, 7, 1967, 57, 77, 1714, 30, 388, 14, 2225, 236, 405, 1765, 91],
    ],
    [
      'Two  spaces,\na new line and\u00A0one that holds.',
      [2882, 30, 1016, 7, 8, 0, 86, 159, 579, 12, 66, 20, 974, 7, 6],
    ],
    ['e\uFB03cient cafe\u0301 ½ ™', [5186, 976, 209, 1133, 207, 7935, 288, 259, 224]],
    ['The students said 日本語 and 😀😀 twice.', [34, 1009, 80, 30, 0, 12, 30, 0, 2890, 6]],
    ['\u2581own\u2581separators', [30, 295, 766, 2980, 1045, 7]],
    ['10:30 a.m. or 9:00 :)', [320, 4177, 11, 6, 47, 6, 39, 538, 5920, 658]],
    [' ', [30, 30]],
    ['', []],
  ])('%j', (text, ids) => {
    expect([...tokenizer.encode(text).ids]).toEqual(ids);
  });
});

describe('token ranges', () => {
  test('are the words of the original text, without the spaces before them', () => {
    expect(words('The students hold e\uFB03cient\u00A0views…')).toEqual([
      'The',
      'students',
      'hold',
      'e\uFB03cient',
      'views',
      '…',
    ]);
  });

  test('share a sign that became more than one token', () => {
    const { starts, ends } = tokenizer.encode('™');
    expect([...starts].map((start, token) => [start, ends[token]])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('cover a row of unknown signs as one', () => {
    expect(words('said 日本語 😀')).toEqual(['said', '', '日本語', '', '😀']);
  });

  test('any text: they ascend, lie in the text, and leave out nothing but white space', () => {
    const spaced = fc.array(
      fc.oneof(anyText(8), fc.constantFrom(' ', '\n', '\u00A0', '…', '¨', '\u2581', 'e\u0301', 'learning ')),
    );
    fc.assert(
      fc.property(
        spaced.map((parts) => parts.join('')),
        (text) => {
          const { ids, starts, ends } = tokenizer.encode(text);
          const left = [...starts, text.length].map((start, at) => text.slice(ends[at - 1] ?? 0, start));
          return (
            ids.length === starts.length &&
            ids.length === ends.length &&
            starts.every((start, at) => start >= (starts[at - 1] ?? 0) && start <= ends[at]!) &&
            ends.every((end, at) => end >= (ends[at - 1] ?? 0) && end <= text.length) &&
            left.join('').trim() === ''
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a vocabulary that is none is refused in words', () => {
  test.each([
    [null, /it has no pieces or no scores/],
    [{ pieces: [] }, /it has no pieces or no scores/],
    [{ pieces: ['a', 1], scores: [0, 0] }, /its pieces are not all texts/],
    [{ pieces: ['a'], scores: [null] }, /its scores are not all numbers/],
    [{ pieces: ['a', 'b'], scores: [0] }, /2 pieces have 1 scores/],
  ])('%j', (json, reason) => {
    expect(() => readPieces(json)).toThrow(reason);
  });

  test('of two pieces that are the same, the later is found', () => {
    const pieces = ['?', '<s>', '</s>', '1', '2', '3', 'a', '\u2581a', '\u2581a'];
    const small = new Tokenizer({ pieces, scores: pieces.map((piece) => (piece === 'a' ? -9 : -1)) });
    expect([...small.encode('a').ids]).toEqual([8]);
  });
});
