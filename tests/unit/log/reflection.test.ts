import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_QUESTION_DAYS, startOfDayIn } from '../../../src/clippings/first-question.ts';
import { tagById } from '../../../src/framework/tags.ts';
import {
  dueClippings,
  leftToday,
  nextDue,
  notNow,
  questionFor,
  todaysClippings,
} from '../../../src/log/reflection.ts';
import { clippingRow } from '../clippings/arbitraries.ts';
import { madeClipping, madeReflection, uuid } from '../clippings/made-rows.ts';

const now = new Date(2026, 10, 24, 23, 40);
const day = (days: number) => new Date(2026, 10, 24 + days).toISOString();

describe('the schedule', () => {
  it('asks after 7 days, then 21, 60, 180, and every 180 from there', () => {
    expect(startOfDayIn(FIRST_QUESTION_DAYS, now)).toBe(day(7));
    expect([1, 2, 3, 4, 9].map((answered) => nextDue(answered, now))).toEqual(
      [21, 60, 180, 180, 180].map(day),
    );
  });

  it('puts "not now" off to the first minute of tomorrow', () => {
    expect(notNow(now)).toBe(day(1));
  });

  it('finds what is due, what has waited longest first, and nothing that is done', () => {
    const clippings = [
      madeClipping({ id: uuid(1), dueAt: day(0) }),
      madeClipping({ id: uuid(2), dueAt: day(1) }),
      madeClipping({ id: uuid(3), dueAt: null }),
      madeClipping({ id: uuid(4), dueAt: day(-3) }),
      madeClipping({ id: uuid(5), dueAt: now.toISOString() }),
    ];
    expect(dueClippings({ clippings }, now).map(({ id }) => id)).toEqual([uuid(4), uuid(1), uuid(5)]);
  });
});

describe('a day', () => {
  const clippings = Array.from({ length: 40 }, (_, n) => madeClipping({ id: uuid(n + 1), dueAt: day(-n) }));
  const answered = (n: number, at: Date) =>
    Array.from({ length: n }, (_, each) =>
      madeReflection({ id: uuid(500 + each), answeredAt: at.toISOString() }),
    );

  it('has three questions, however many wait, and fewer once some are answered', () => {
    expect(todaysClippings({ clippings, reflections: [] }, now).map(({ id }) => id)).toEqual(
      [40, 39, 38].map(uuid),
    );
    expect(todaysClippings({ clippings, reflections: answered(2, now) }, now)).toHaveLength(1);
    expect(todaysClippings({ clippings, reflections: answered(5, now) }, now)).toEqual([]);
  });

  it('begins at midnight of the reader’s own time', () => {
    const yesterday = answered(3, new Date(2026, 10, 23, 23, 59));
    expect(todaysClippings({ clippings, reflections: yesterday }, now)).toHaveLength(3);
    expect(todaysClippings({ clippings, reflections: answered(3, new Date(2026, 10, 24)) }, now)).toEqual([]);
  });

  it('never has more than are due, nor fewer than none', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (due, done) => {
        const left = leftToday(due, done);
        expect(left).toBeLessThanOrEqual(Math.min(due, 3));
        expect(left).toBeGreaterThanOrEqual(0);
        if (done >= 3) expect(left).toBe(0);
      }),
    );
  });
});

describe('the question', () => {
  it('is one of its tags’ own', () => {
    const all = madeClipping().tags.flatMap(({ tag }) => [...tagById(tag).questions]);
    expect(all).toContain(questionFor(madeClipping(), []));
  });

  it('is there for a clipping without tags', () => {
    expect(questionFor(madeClipping({ tags: [] }), [])).toMatch(/\?$/);
  });

  it('comes in turn: every one is asked before any comes again', () => {
    const clipping = madeClipping();
    const all = new Set(clipping.tags.flatMap(({ tag }) => [...tagById(tag).questions]));
    const asked: string[] = [];
    for (let n = 0; n < all.size; n += 1) {
      const reflections = asked.map((question, at) =>
        madeReflection({ id: uuid(200 + at), question, answeredAt: new Date(2026, 0, 1 + at).toISOString() }),
      );
      asked.push(questionFor(clipping, reflections));
    }
    expect(new Set(asked)).toEqual(all);
  });

  it('is not the last one again, whatever the tags became meanwhile', () => {
    fc.assert(
      fc.property(
        clippingRow(fc.constant('https://a.example/')),
        clippingRow(fc.constant('https://a.example/')),
        (before, { tags }) => {
          const question = questionFor(before, []);
          const answered = madeReflection({ clippingId: before.id, question });
          expect(questionFor({ ...before, tags }, [answered])).not.toBe(question);
        },
      ),
    );
  });

  it('heeds only this clipping’s answers', () => {
    const others = [madeReflection({ clippingId: uuid(9) }), madeReflection({ clippingId: uuid(8) })];
    expect(questionFor(madeClipping(), others)).toBe(questionFor(madeClipping(), []));
  });
});
