import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRADES, Lexicon, lexiconCounts } from '../../../src/classifier/lexicon.ts';
import { wordsOf } from '../../../src/classifier/words.ts';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';
import { anyText } from './any-text.ts';
import { shippedLexicon } from './shipped-model.ts';

const SMALL = `# ai
++ chatbot*
+ machine
++ machine learning
- vending machine

# jobs
+ laid off
`;

/** What is found, as `tag grade words`. */
function found(lexicon: Lexicon, text: string): string[] {
  const words = wordsOf(text);
  return lexicon.find(words).map(
    ({ feature, first, last }) =>
      `${TAG_IDS[Math.floor(feature / GRADES.length)]} ${GRADES[feature % GRADES.length]} ${words
        .slice(first, last + 1)
        .map(({ form }) => form)
        .join(' ')}`,
  );
}

describe('phrases of the lexicon', () => {
  const lexicon = Lexicon.parse(SMALL);

  test('are found whole, in any case and with any ending where a star says so', () => {
    expect(found(lexicon, 'Chatbots! The CHATBOT’s answer.')).toEqual(['ai ++ chatbots', 'ai ++ chatbot']);
    expect(found(lexicon, 'Machines hummed; forty were laid-off.')).toEqual(['jobs + laid off']);
  });

  test('count for each grade, but not where a near miss covers them', () => {
    expect(found(lexicon, 'Machine learning is done by a machine.')).toEqual([
      'ai ++ machine learning',
      'ai + machine',
      'ai + machine',
    ]);
    expect(found(lexicon, 'The vending machine is broken.')).toEqual(['ai - vending machine']);
  });

  test('count once however often they stand there', () => {
    const count = (text: string) => lexiconCounts(lexicon.find(wordsOf(text)));
    expect(count('chatbot')).toEqual(count('chatbot, chatbots and a chatbot'));
    expect(count('chatbot')[TAG_IDS.indexOf('ai') * GRADES.length]).toBe(Math.log(2));
    expect(count('nothing at all').every((value) => value === 0)).toBe(true);
  });

  test.each([
    ['# weather\n+ rain', /line 1 names no tag: "# weather"/],
    ['+ rain', /line 1 is no entry of a tag/],
    ['# ai\nrain', /line 2 is no entry of a tag: "rain"/],
    ['# ai\n++ ', /line 2 is no entry of a tag/],
  ])('are refused in words: %j', (text, reason) => {
    expect(() => Lexicon.parse(text)).toThrow(reason);
  });
});

describe('the lexicon that ships', () => {
  const text = shippedLexicon();
  const lexicon = Lexicon.parse(text);

  test('has every tag once, and phrases of one to four words in lower case', () => {
    const lines = text.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => line.startsWith('# '))).toEqual(TAG_IDS.map((tag) => `# ${tag}`));
    for (const line of lines.filter((of) => !of.startsWith('# ')))
      expect(line).toMatch(/^(?:\+\+|\+|-) [^\sA-Z]+(?: [^\sA-Z]+){0,4}$/);
  });

  test('has phrases of words alone, as texts are taken apart into them', () => {
    for (const line of text.split('\n').filter((of) => of !== '' && !of.startsWith('# ')))
      expect(line).toMatch(/^(?:\+\+|\+|-)(?: [\p{L}\p{M}\p{N}']+\*?)+$/u);
  });

  test('has no phrase twice under a tag', () => {
    for (const part of text.split('# ').slice(1)) {
      const phrases = part
        .split('\n')
        .slice(1)
        .filter((line) => line !== '')
        .map((line) => line.replace(/^\S+ /, '').replaceAll('-', ' '));
      expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
    }
  });

  test('finds only words of the text, in any text whatever', () => {
    fc.assert(
      fc.property(anyText(), (any) => {
        const words = wordsOf(any);
        return lexicon
          .find(words)
          .every(({ first, last }) => first >= 0 && first <= last && last < words.length);
      }),
    );
  });
});
