import { expect, test } from 'vitest';
import type { Shown } from '../../../src/classifier/judge.ts';
import { signalSentences } from '../../../src/classifier/signal-sentences.ts';
import { TAG_IDS, type TagId } from '../../../src/framework/tag-ids.ts';

const shown = (tag: TagId): Shown => ({ tag, number: TAG_IDS.indexOf(tag), confidence: 0.9, word: 'clear' });
const scores = (of: Partial<Record<TagId, number>>) => Float64Array.from(TAG_IDS, (tag) => of[tag] ?? 0);
const spans = [0, 10, 20].map((start) => ({ start, end: start + 9 }));
const rule = { own: 1, passage: 0, best: 0, offset: 0 };

test('a sentence carries what it scores for, the surest signal first', () => {
  const own = [scores({ ai: -1, jobs: -2 }), scores({ ai: 1, jobs: 3 }), scores({ ai: 2, jobs: -1 })];
  expect(signalSentences([shown('ai'), shown('jobs')], spans, own, scores({}), rule)).toEqual([
    { start: 10, end: 19, sentence: 1, signals: ['jobs', 'ai'] },
    { start: 20, end: 29, sentence: 2, signals: ['ai'] },
  ]);
});

test('a shown signal has its best sentence, however low', () => {
  const own = [scores({ ai: -9 }), scores({ ai: -7 }), scores({ ai: -8 })];
  expect(signalSentences([shown('ai')], spans, own, scores({}), rule)).toEqual([
    { start: 10, end: 19, sentence: 1, signals: ['ai'] },
  ]);
});

test('conditions and lenses tint no sentence', () => {
  const own = spans.map(() => scores({ culture: 5, agency: 5 }));
  expect(signalSentences([shown('culture'), shown('agency')], spans, own, scores({}), rule)).toEqual([]);
});
