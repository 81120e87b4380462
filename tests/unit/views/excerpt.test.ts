import { expect, test } from 'vitest';
import { excerpt } from '../../../src/views/reading/excerpt.ts';
import { PASSAGES } from '../../browser/popup/reading-fixture.ts';

test('a passage is listed by its signal sentence', () => {
  expect(excerpt(PASSAGES[6]!)).toMatch(/^Children in the county’s poorest.*they direct\.$/);
});

test('a sentence of a signal that is only perhaps there is passed over: the page does not tint it either', () => {
  const text = 'The summer was long. Robots pack the fruit now.';
  const evidence = [{ start: 0, end: 3 }];
  const tags = [
    { tag: 'ai' as const, confidence: 0.9, word: 'clear' as const, evidence, taught: 0 },
    { tag: 'society' as const, confidence: 0.4, word: 'perhaps' as const, evidence, taught: 0 },
  ];
  const signals = [
    { sentence: 0, start: 0, end: 20, signals: ['society' as const] },
    { sentence: 1, start: 21, end: 47, signals: ['ai' as const] },
  ];
  expect(excerpt({ text, tags, signals })).toBe('Robots pack the fruit now.');
});

test('without a signal, by the sentence of the surest tag’s evidence', () => {
  const start = PASSAGES[3]!.text.indexOf('fourteen');
  const tags = [{ ...PASSAGES[3]!.tags[0]!, evidence: [{ start, end: start + 8 }] }];
  expect(excerpt({ ...PASSAGES[3]!, tags })).toBe(
    'For fourteen months, six hundred students, parents, bus drivers and employers argued over a single page.',
  );
});

test('without either, by its first sentence; an empty one and an odd offset are survived', () => {
  expect(excerpt({ text: 'One. Two.', signals: [], tags: [] })).toBe('One.');
  expect(excerpt({ text: '', signals: [], tags: [] })).toBe('');
  const tags = [{ ...PASSAGES[0]!.tags[0]!, evidence: [{ start: 999, end: 1000 }] }];
  expect(excerpt({ text: 'One. Two.', signals: [], tags })).toBe('Two.');
});
