import { beforeAll, describe, expect, test } from 'vitest';
import type { MeaningReader } from '../../../src/classifier/meaning.ts';
import { shippedMeanings } from '../../../src/classifier/training/shipped.ts';
import { wordsOf } from '../../../src/classifier/words.ts';
import { cosine } from './encoder/built-encoder.ts';

let reader: MeaningReader;
beforeAll(async () => {
  reader = await shippedMeanings();
});

const FIRST = 'A chatbot marks the essays of every pupil in the district.';
const SECOND = 'The canteen will be painted blue in March.';
const TEXT = `${FIRST} ${SECOND}`;
const SPANS = [
  { start: 0, end: FIRST.length },
  { start: FIRST.length + 1, end: TEXT.length },
];

describe('what a text means', () => {
  test('is alike for texts that say alike, and not for others', () => {
    const [a, b, c] = [
      'Teachers fear that robots will take their place.',
      'Staff at the school worry about being replaced by machines.',
      'The river froze in January and the ferries stood still.',
    ].map((text) => reader.read(text).whole);
    expect(cosine(a!, b!)).toBeGreaterThan(cosine(a!, c!) + 0.2);
  });

  test('does not hang on quotes, soft hyphens, ligatures or capitals throughout', () => {
    const plain = reader.read("The school's office files reports.").whole;
    for (const same of [
      'The school’s office files reports.',
      "The school's of\u00ADfice files re\u00ADports.",
      "The school's o\uFB03ce \uFB01les reports.",
      "The\u00A0school's office files reports.",
    ])
      expect([...reader.read(same).whole]).toEqual([...plain]);
    const lower = reader.read("the school's office files reports.").whole;
    expect([...reader.read("THE SCHOOL'S OFFICE FILES REPORTS.").whole]).toEqual([...lower]);
  });

  test('is told for each sentence, read in its place', () => {
    const { whole, parts } = reader.read(TEXT, SPANS);
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(Math.hypot(...part)).toBeCloseTo(1, 5);
    expect(cosine(parts[0]!, parts[1]!)).toBeLessThan(0.95);
    expect([...reader.read(TEXT, [{ start: 0, end: TEXT.length }]).parts[0]!]).toEqual([...whole]);
  });

  test('is nothing for a part without tokens, and for a text without any', () => {
    const { parts } = reader.read(TEXT, [{ start: TEXT.length, end: TEXT.length }]);
    expect(parts[0]!.every((value) => value === 0)).toBe(true);
    expect(reader.read('').whole.every((value) => value === 0)).toBe(true);
  });

  test('hands each word its share, the words that say it most', () => {
    const words = wordsOf(TEXT);
    const { whole } = reader.read('robots and chatbots grade essays');
    const shares = reader.read(TEXT).wordShares(whole, words);
    expect(shares).toHaveLength(words.length);
    const sum = (from: number, to: number) => shares.slice(from, to).reduce((all, share) => all + share, 0);
    const inFirst = wordsOf(FIRST).length;
    expect(sum(0, inFirst)).toBeGreaterThan(sum(inFirst, words.length));
  });
});
