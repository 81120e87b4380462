import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/classifier/normalise.ts';
import { wordsOf } from '../../../src/classifier/words.ts';
import { anyText } from './any-text.ts';

describe('folding a text', () => {
  test.each([
    ['curly quotes', 'the “learner’s” voice', `the "learner's" voice`],
    ['soft hyphens and zero-width spaces', 'learn\u00ADing to\u200Bgether', 'learning together'],
    ['ligatures', 'e\uFB03cient', 'efficient'],
    ['full width', '\uFF21\uFF29 here', 'ai here'],
    ['dashes', 'long\u2011term \u2013 short', 'long-term - short'],
    ['white space', 'a\u00A0b\tc', 'a b c'],
    ['a letter and its mark', 'cafe\u0301', 'caf\u00E9'],
    ['case', 'STUDENT Agency', 'student agency'],
  ])('%s', (_, original, folded) => {
    expect(normalise(original).text).toBe(folded);
  });

  test('every folded unit knows where it came from', () => {
    const original = 'x\u00ADy \uFB01n';
    const { text, starts, ends } = normalise(original);
    expect(text).toBe('xy fin');
    expect([...starts]).toEqual([0, 2, 3, 4, 4, 5]);
    expect([...ends]).toEqual([1, 3, 4, 5, 5, 6]);
  });

  test('any text: the way back stays in the text and in order, and never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(anyText(), (original) => {
        const { text, starts, ends } = normalise(original);
        const whole = (at: number) =>
          !(/[\uDC00-\uDFFF]/.test(original.charAt(at)) && /[\uD800-\uDBFF]/.test(original.charAt(at - 1)));
        return (
          starts.length === text.length &&
          ends.length === text.length &&
          starts.every((start, at) => start < ends[at]! && start >= (starts[at - 1] ?? 0) && whole(start)) &&
          ends.every((end) => end <= original.length && whole(end))
        );
      }),
    );
  });
});

describe('words', () => {
  const forms = (text: string) => wordsOf(text).map(({ form }) => form);

  test('years and numbers are one sign each, a possessive is its owner', () => {
    expect(forms('In 2031, 1,400 students’ and the school’s K12 plan')).toEqual([
      'in',
      '#year',
      '#number',
      '#number',
      'students',
      'and',
      'the',
      'school',
      'k12',
      'plan',
    ]);
  });

  test('a word is found at its place in the original', () => {
    const text = '“Learn\u00ADing” is the core';
    const [first] = wordsOf(text);
    expect(text.slice(first!.start, first!.end)).toBe('Learn\u00ADing');
  });

  test('a word knows whether a clause ended before it', () => {
    expect(wordsOf('one two. three, four').map(({ breaks }) => breaks)).toEqual([true, false, true, false]);
  });
});
