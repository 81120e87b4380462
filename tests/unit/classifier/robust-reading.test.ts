import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Classifier, isMarked, type TaggedPassage } from '../../../src/classifier/classifier.ts';
import { ask, corpus, shipped } from './shipped-model.ts';

let classifier: Classifier;
beforeAll(async () => {
  classifier = await shipped();
}, 60_000);

const answer = ({ tags, signals }: TaggedPassage) => ({
  tags: tags.map(({ tag, confidence, word }) => ({ tag, confidence, word })),
  sentences: signals.map(({ sentence, signals: carried }) => ({ sentence, carried })),
});

/** Paragraphs of the corpus that say something, a few of each beat. */
const sample = corpus()
  .filter(({ register, tags }) => register === 'web' && tags.length > 0)
  .filter((_, at) => at % 60 === 0);

/** A text written another way, at random, that reads the same. */
const rewritings: Record<string, (text: string, random: (below: number) => number) => string> = {
  'curly and straight quotes': (text, random) =>
    text
      .replace(/['\u2019]/g, () => (random(2) ? "'" : '\u2019'))
      .replace(/"/g, () => (random(2) ? '"' : '\u201D')),
  'soft hyphens': (text, random) =>
    text.replace(/(\p{Ll})(?=\p{Ll})/gu, (letter) => (random(6) ? letter : `${letter}\u00AD`)),
  ligatures: (text) => text.replaceAll('ffi', '\uFB03').replaceAll('fi', '\uFB01').replaceAll('fl', '\uFB02'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'odd spaces': (text, random) => text.replace(/ /g, () => [' ', '\u00A0', '\u202F'][random(3)] ?? ' '),
  'other dashes': (text, random) =>
    text.replace(/[-\u2013\u2014]/g, () => ['-', '\u2013', '\u2212'][random(3)] ?? '-'),
};

describe('how a paragraph is set changes nothing, to the digit', () => {
  test.each(Object.keys(rewritings))('%s', { timeout: 60_000 }, async (name) => {
    const rewrite = rewritings[name]!;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sample),
        fc.infiniteStream(fc.nat(1_000_000)),
        async ({ text }, numbers) => {
          const random = (below: number) => Number(numbers.next().value) % below;
          const [plain, other] = await ask(classifier, text, rewrite(text, random));
          expect(answer(other!)).toEqual(answer(plain!));
        },
      ),
      { numRuns: 12 },
    );
  });
});

/** How often what is marked is still shown after a change that a reader would not notice, or hardly. */
async function kept(change: (text: string) => string): Promise<number> {
  const before = await ask(classifier, ...sample.map(({ text }) => text));
  const after = await ask(classifier, ...sample.map(({ text }) => change(text)));
  const sure = before.flatMap(({ tags }, at) => tags.filter(isMarked).map(({ tag }) => ({ tag, at })));
  expect(sure.length).toBeGreaterThan(60);
  return sure.filter(({ tag, at }) => after[at]!.tags.some((of) => of.tag === tag)).length / sure.length;
}

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/\b(organ|personal|real|recogn|standard|digit)ize/gi, '$1ise'],
  [/\b(organ|personal|real|recogn|standard|digit)ization/gi, '$1isation'],
  [/\b(behavi|lab|col|hon|neighb)or/gi, '$1our'],
  [/\bprogram\b/gi, 'programme'],
  [/\bcenter/gi, 'centre'],
];

describe('what is marked stays shown', { timeout: 60_000 }, () => {
  test('in capitals throughout', async () => {
    expect(await kept((text) => text.toUpperCase())).toBeGreaterThanOrEqual(0.9);
  });

  test('in British as in American spelling', async () => {
    const british = (text: string) => BRITISH.reduce((of, [us, uk]) => of.replace(us, uk), text);
    expect(await kept(british)).toBeGreaterThanOrEqual(0.98);
  });

  test('with a typing error in every fifteenth word', async () => {
    const mistype = (text: string) =>
      text
        .split(' ')
        .map((word, at) =>
          at % 15 === 7 && word.length > 4 ? `${word[0]}${word[2]}${word[1]}${word.slice(3)}` : word,
        )
        .join(' ');
    expect(await kept(mistype)).toBeGreaterThanOrEqual(0.95);
  });

  test('with an emoji behind every sentence', async () => {
    expect(await kept((text) => text.replace(/([.!?]) /g, '$1 \u{1F393} '))).toBeGreaterThanOrEqual(0.95);
  });

  test('with words cut by hyphens at a line’s end, as a print page has them', async () => {
    const cut = (text: string) => text.replace(/\b(\p{Ll}{4})(\p{Ll}{4,})\b/gu, '$1\u00AD$2');
    expect(await kept(cut)).toBe(1);
  });
});
