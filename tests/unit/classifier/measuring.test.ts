import { describe, expect, test } from 'vitest';
import type { TaggedPassage } from '../../../src/classifier/classifier.ts';
import { answerOf } from '../../../src/classifier/training/answer.ts';
import { evaluateAnswers, evaluateTags } from '../../../src/classifier/training/evaluate.ts';
import { foldsOf } from '../../../src/classifier/training/folds.ts';
import { keywordTags } from '../../../src/classifier/training/keyword-baseline.ts';
import { calibrationError, macroF1, microF1, scoresOf } from '../../../src/classifier/training/metrics.ts';
import {
  type LabelledPassage,
  labelledOf,
  passageOf,
  readLines,
} from '../../../src/classifier/training/passages.ts';
import { fitSmallLogistic } from '../../../src/classifier/training/small-logistic.ts';
import { averagePrecision, bestF1, fromPrecision } from '../../../src/classifier/training/thresholds.ts';

const line = (value: unknown) => JSON.stringify(value);

describe('lines of JSON', () => {
  test('sentences or a text, context where there is some, empty lines left out', () => {
    const text = `\uFEFF${line({ id: 'a', sentences: ['One.', 'Two.'], title: 'T', more: 1 })}\r\n\n${line({ id: 7, text: 'x' })}\n`;
    expect(readLines(text, 'in.jsonl', passageOf)).toEqual([
      { id: 'a', sentences: ['One.', 'Two.'], cut: true, context: { title: 'T' } },
      { id: 7, sentences: ['x'], cut: false, context: {} },
    ]);
  });

  test.each([
    ['{"id":1,', /in\.jsonl, line 2: .*JSON/],
    ['[1]', /line 2: a line must be a JSON object/],
    ['{"text":"x"}', /line 2: "id" must be/],
    ['{"id":1}', /line 2: there must be "sentences"/],
    ['{"id":1,"sentences":"x"}', /line 2: "sentences" must be a list of texts/],
    ['{"id":1,"text":"x","title":3}', /line 2: "title" must be a text/],
  ])('%s is refused with its line', (bad, reason) => {
    expect(() => readLines(`{"id":0,"text":"good"}\n${bad}`, 'in.jsonl', passageOf)).toThrow(reason);
  });

  test.each([
    [{ tags: ['weather'] }, /"tags" must be a list of tag ids/],
    [{ tags: ['ai'], signals: { ai: [2] } }, /numbers of sentences, from 0 to 1/],
    [{ tags: ['ai'], signals: { culture: [0] } }, /"culture" is not a signal/],
    [{}, /"tags" must be/],
  ])('labels %j are refused', (labels, reason) => {
    const text = line({ id: 1, sentences: ['a', 'b'], ...labels });
    expect(() => readLines(text, 'gold.jsonl', labelledOf)).toThrow(reason);
  });
});

describe('answers', () => {
  const tagged = (...sentences: [number, number, number][]): TaggedPassage => ({
    index: 0,
    tags: [{ tag: 'ai', confidence: 0.876543, word: 'clear', evidence: [{ start: 0, end: 2 }], taught: 0 }],
    signals: sentences.map(([start, end, sentence]) => ({ start, end, sentence, signals: ['ai'] })),
  });

  test('count the sentences of the line, wherever the product cut', () => {
    const passage = passageOf({ id: 'x', sentences: ['He is no.', '7 of nine.', 'They left.'] });
    expect(answerOf(passage, tagged([0, 20, 0]))).toEqual({
      id: 'x',
      tags: { ai: { confidence: 0.8765, word: 'clear' } },
      signals: { ai: [0, 1] },
    });
    expect(answerOf(passage, tagged([21, 31, 1])).signals).toEqual({ ai: [2] });
  });

  test('keep count over many short sentences', () => {
    const passage = passageOf({ id: 'x', sentences: ['a.', 'b.', 'c.', 'd.', 'e.', 'f.'] });
    expect(answerOf(passage, tagged([12, 14, 4])).signals).toEqual({ ai: [4] });
  });

  test('count the product’s own sentences where the line had but a text', () => {
    const passage = passageOf({ id: 'x', text: 'One. Two.' });
    expect(answerOf(passage, tagged([5, 9, 1])).signals).toEqual({ ai: [1] });
  });
});

describe('figures', () => {
  const gold = (tags: string[], signals: object = {}): LabelledPassage =>
    labelledOf({ id: 1, sentences: ['a', 'b'], tags, signals });

  test('precision, recall and F1, and nothing divided by nothing', () => {
    expect(scoresOf({ hits: 3, wrong: 1, missed: 2 })).toMatchObject({
      precision: 0.75,
      recall: 0.6,
      support: 5,
    });
    expect(scoresOf({ hits: 0, wrong: 0, missed: 0 })).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });

  test('macro F1 leaves out tags without cases, micro counts all', () => {
    const counts = [
      { hits: 1, wrong: 0, missed: 0 },
      { hits: 0, wrong: 1, missed: 1 },
      { hits: 0, wrong: 2, missed: 0 },
    ];
    expect(macroF1(counts, 1)).toBe(0.5);
    expect(macroF1(counts, 10)).toBeNull();
    expect(microF1(counts)).toBeCloseTo(2 / 6);
  });

  test('calibration error: half right at 0.9 is 0.4 apart, half right at 0.5 is none', () => {
    const claims = (confidence: number) => [true, false].map((right) => ({ confidence, right }));
    expect(calibrationError(claims(0.9))).toBeCloseTo(0.4);
    expect(calibrationError(claims(0.5))).toBeCloseTo(0);
    expect(calibrationError([])).toBe(0);
  });

  test('answers beside labels', () => {
    const found = evaluateAnswers(
      [gold(['ai', 'jobs'], { ai: [1] }), gold([])],
      [
        { id: 1, tags: { ai: { confidence: 0.9, word: 'clear' } }, signals: { ai: [0, 1] } },
        { id: 2, tags: { culture: { confidence: 0.4, word: 'perhaps' } }, signals: {} },
      ],
    );
    expect(found.micro).toBeCloseTo(0.5);
    expect(found.macro).toBeCloseTo(0.5);
    expect(found.sentences).toMatchObject({ hits: 1, wrong: 1, missed: 0 });
    expect(found.words).toEqual({
      clear: { shown: 1, precision: 1 },
      likely: { shown: 0, precision: 0 },
      perhaps: { shown: 1, precision: 0 },
    });
  });

  test('tags said twice or never', () => {
    const { perTag } = evaluateTags([gold(['ai'])], [['ai', 'ai', 'jobs']]);
    expect(perTag.find(({ tag }) => tag === 'ai')?.scores.f1).toBe(1);
    expect(perTag.find(({ tag }) => tag === 'jobs')?.scores).toMatchObject({ wrong: 1, support: 0 });
  });
});

describe('choosing thresholds', () => {
  const cases = (...yes: [number, boolean][]) => yes.map(([score, is]) => ({ score, is }));

  test('best F1 lies between two scores', () => {
    const { from, f1 } = bestF1(cases([0.9, true], [0.8, true], [0.4, false], [0.3, false]));
    expect(f1).toBe(1);
    expect(from).toBeCloseTo(0.6);
    expect(bestF1(cases([0.9, false])).from).toBe(Number.POSITIVE_INFINITY);
  });

  test('the lowest score that keeps a promise, below what another word has taken', () => {
    const all = cases([0.9, true], [0.8, false], [0.7, true], [0.6, false], [0.5, false], [0.4, false]);
    expect(fromPrecision(all, 0.6, Number.POSITIVE_INFINITY)).toBe(0.7);
    expect(fromPrecision(all, 0.5, 0.9)).toBe(0.7);
    expect(fromPrecision(all, 0.9, 0.7)).toBe(0.7);
  });

  test('scores that are equal are never cut apart', () => {
    const all = cases([0.5, true], [0.5, true], [0.5, false], [0.5, false]);
    expect(fromPrecision(all, 0.9, 1)).toBe(1);
    expect(bestF1(all).from).toBe(0.5);
  });

  test('average precision needs no threshold: the mean precision at each yes, ties as one', () => {
    expect(averagePrecision(cases([0.9, true], [0.8, false], [0.7, true], [0.1, false]))).toBeCloseTo(5 / 6);
    expect(averagePrecision(cases([0.2, false], [0.9, true]))).toBe(1);
    expect(averagePrecision(cases([0.5, true], [0.5, false], [0.5, false], [0.5, true]))).toBe(0.5);
    expect(averagePrecision(cases([0.9, false]))).toBeNull();
  });

  test('a small logistic regression finds the odds that made the cases', () => {
    const samples = Array.from({ length: 4000 }, (_, at) => {
      const x = (at % 40) / 10 - 2;
      const p = 1 / (1 + Math.exp(-(2 * x - 1)));
      return { inputs: [x], is: (Math.floor(at / 40) + 0.5) / 100 < p };
    });
    const [slope, offset] = fitSmallLogistic(samples);
    expect(slope).toBeCloseTo(2, 1);
    expect(offset).toBeCloseTo(-1, 1);
    expect(fitSmallLogistic(samples.map((of) => ({ ...of, is: false }))).every(Number.isFinite)).toBe(true);
  });

  test('folds never part a group', () => {
    const groups = ['a', 'a', 'b', 'c', 'b', 'd'];
    expect(foldsOf(groups, 3)).toEqual([0, 0, 1, 2, 1, 0]);
  });
});

test('keywords are whole words, whatever the case and the quotes', () => {
  expect(keywordTags('An AI chatbot')).toEqual(['ai']);
  expect(keywordTags('She said so again, maid')).toEqual([]);
  expect(keywordTags('Learner-Centered work with robots')).toEqual(['student-centered', 'ai']);
});
