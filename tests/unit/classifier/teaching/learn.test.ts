import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelHead } from '../../../../src/classifier/model-file.ts';
import {
  LEARNING,
  learn,
  type StudiedLesson,
  taughtScore,
} from '../../../../src/classifier/teaching/learn.ts';
import { TAG_IDS, type TagId } from '../../../../src/framework/tag-ids.ts';

const OWN = 0.9;
const OFFSET = 0.4;
const LEAST = 0.3;
const LIKELY = 0.6;
const logit = (probability: number): number => Math.log(probability / (1 - probability));
const SHOWN_FROM = logit(LEAST);
const MARKED_FROM = logit(LIKELY);

const calibrations = () => TAG_IDS.map(() => ({ own: OWN, title: 0.2, neighbours: 0.1, offset: OFFSET }));
const judgement = () => ({
  calibrations: {
    alone: calibrations(),
    title: calibrations(),
    neighbours: calibrations(),
    both: calibrations(),
  },
  perhaps: TAG_IDS.map(() => LEAST),
  likely: LIKELY,
  clear: 0.8,
});
const head: ModelHead = {
  name: 'made up',
  tags: [...TAG_IDS],
  texts: 1,
  biases: [],
  scales: [],
  judgements: { paragraph: judgement(), headline: judgement() },
  sentenceRule: { own: 1, passage: 0, best: 0, offset: 0 },
};

/** A unit vector that is 1 at `at`. */
const axis = (at: number): Float32Array => {
  const vector = new Float32Array(512);
  vector[at] = 1;
  return vector;
};

/** A lesson whose text the shipped model has at this logit for every tag. */
const lesson = (
  over: Partial<StudiedLesson> & { vector?: Float32Array; logit?: number } = {},
): StudiedLesson => {
  const { vector = axis(0), logit = -3, ...rest } = over;
  return {
    text: `text ${vector.indexOf(1)}`,
    tag: 'ai',
    given: true,
    studied: { vector, scores: Float32Array.from(TAG_IDS, () => (logit - OFFSET) / OWN) },
    ...rest,
  };
};

/** By how many logits what was learned moves a text's own confidence in `ai`. */
const moved = (lessons: readonly StudiedLesson[], vector: Float32Array, tag: TagId = 'ai'): number => {
  const taught = learn(lessons, head).find((of) => of.tag === tag);
  return taught ? OWN * taughtScore(taught, vector) : 0;
};

describe('a lesson', () => {
  test('moves its own text the way it says, and one like it less', () => {
    const like = axis(0).map((_, at) => (at < 2 ? Math.SQRT1_2 : 0));
    for (const [given, logit, side] of [
      [true, -3, 1],
      [false, 1, -1],
    ] as const) {
      const lessons = [lesson({ given, logit })];
      expect(side * moved(lessons, axis(0))).toBeGreaterThan(0.3);
      expect(side * moved(lessons, like)).toBeGreaterThan(side * moved(lessons, axis(5)));
      expect(side * moved(lessons, axis(0))).toBeGreaterThan(side * moved(lessons, like));
    }
  });

  test('changes its own tag and no other', () => {
    const taught = learn([lesson({ tag: 'jobs' }), lesson({ tag: 'culture', given: false, logit: 2 })], head);
    expect(taught.map(({ tag }) => tag)).toEqual(['jobs', 'culture']);
    expect(taught.map(({ number }) => TAG_IDS[number])).toEqual(['jobs', 'culture']);
  });

  test('that the model fulfils already changes nothing', () => {
    const lessons = [
      lesson({ logit: MARKED_FROM + 0.31 }),
      lesson({ vector: axis(1), given: false, logit: SHOWN_FROM - 0.31 }),
    ];
    const [taught] = learn(lessons, head);
    expect(taught?.lessons).toBe(2);
    expect(taught?.bias).toBe(0);
    expect(taught?.weights.every((weight) => weight === 0)).toBe(true);
  });

  test('is fulfilled and no more where it asks for little', () => {
    expect(moved([lesson({ logit: MARKED_FROM + 0.1 })], axis(0))).toBeCloseTo(0.2, 6);
    const taken = lesson({ given: false, logit: SHOWN_FROM - 0.1 });
    expect(moved([taken], axis(0))).toBeCloseTo(-0.2, 6);
  });

  test('on a text that the encoder does not know moves the bias alone', () => {
    const [taught] = learn([lesson({ vector: new Float32Array(512) })], head);
    expect(taught?.bias).toBeGreaterThan(0);
    expect(taught?.weights.every((weight) => weight === 0)).toBe(true);
  });
});

describe('lessons', () => {
  test('none teach nothing', () => expect(learn([], head)).toEqual([]));

  test('said twice count once; of two that contradict each other the last stands', () => {
    expect(learn([lesson(), lesson()], head)).toEqual(learn([lesson()], head));
    const turned = [lesson(), lesson({ given: false })];
    expect(learn(turned, head)).toEqual(learn([lesson({ given: false })], head));
  });

  test('beyond the last 200 of a tag are not replayed', () => {
    const old = lesson({ text: 'old', given: false, logit: 3, vector: axis(500) });
    const many = Array.from({ length: 200 }, (_, at) => lesson({ vector: axis(at) }));
    expect(learn([old, ...many], head)).toEqual(learn(many, head));
    expect(learn([old, ...many], head)[0]?.lessons).toBe(200);
  });

  test('of two tags do not touch each other, in whatever order they come', () => {
    const ai = [lesson(), lesson({ vector: axis(1), given: false, logit: 1 })];
    const jobs = [lesson({ tag: 'jobs' }), lesson({ tag: 'jobs', vector: axis(2) })];
    expect(learn([...ai, ...jobs], head)).toEqual(learn([...jobs, ...ai], head));
    expect(learn([...ai, ...jobs], head)[0]).toEqual(learn(ai, head)[0]);
  });

  const anyVector = fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 512, maxLength: 512 })
    .map((numbers) => {
      const length = Math.hypot(...numbers) || 1;
      return Float32Array.from(numbers, (number) => number / length);
    });
  const anyLesson = fc.record({
    vector: fc.oneof(fc.nat({ max: 511 }).map(axis), anyVector, fc.constant(new Float32Array(512))),
    logit: fc.double({ min: -40, max: 40, noNaN: true }),
    given: fc.boolean(),
    tag: fc.constantFrom<TagId>('ai', 'jobs'),
    text: fc.string(),
  });

  test('however many and whatever they say: the bounds hold, and the same lessons give the same bits', () => {
    fc.assert(
      fc.property(fc.array(anyLesson, { maxLength: 60 }), anyVector, (made, vector) => {
        const lessons = made.map((of) => lesson(of));
        for (const of of learn(lessons, head)) {
          const length = OWN * Math.hypot(...of.weights);
          expect(length).toBeLessThanOrEqual(LEARNING.turn + 1e-9);
          expect(OWN * Math.abs(of.bias)).toBeLessThanOrEqual(LEARNING.shift + 1e-9);
          expect(OWN * Math.abs(taughtScore(of, vector))).toBeLessThanOrEqual(
            LEARNING.turn + LEARNING.shift + 1e-6,
          );
        }
        expect(learn(lessons, head)).toEqual(learn(lessons, head));
      }),
      { numRuns: 60 },
    );
  });

  test('a model that is not calibrated is not turned', () => {
    const blank: ModelHead = {
      ...head,
      judgements: {
        ...head.judgements,
        paragraph: { ...head.judgements.paragraph, perhaps: TAG_IDS.map(() => 1) },
      },
    };
    const [taught] = learn([lesson()], blank);
    expect(taught?.bias).toBe(0);
    expect(taught?.weights.every((weight) => weight === 0)).toBe(true);
  });
});
