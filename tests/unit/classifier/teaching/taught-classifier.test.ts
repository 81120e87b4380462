import { beforeAll, describe, expect, test } from 'vitest';
import type { TaggedPassage } from '../../../../src/classifier/classifier.ts';
import type { TeachableClassifier } from '../../../../src/classifier/passage-classifier.ts';
import { LEARNING, type StudiedLesson } from '../../../../src/classifier/teaching/learn.ts';
import { shippedClassifier } from '../../../../src/classifier/training/shipped.ts';
import { TAG_IDS, type TagId } from '../../../../src/framework/tag-ids.ts';
import { ask, corpus } from '../shipped-model.ts';

let shipped: TeachableClassifier;
beforeAll(async () => {
  shipped = await shippedClassifier();
}, 60_000);

const texts = corpus()
  .filter((_, at) => at % 300 === 0)
  .map(({ text }) => text);
const logit = (confidence: number): number => Math.log(confidence / (1 - confidence));
const find = (passage: TaggedPassage | undefined, tag: TagId) => passage?.tags.find((of) => of.tag === tag);

function lessonOn(text: string, tag: TagId, given: boolean): StudiedLesson {
  const studied = shipped.study(text);
  if (!studied) throw new Error(`nothing to learn from: ${text}`);
  return { text, tag, given, studied };
}

/** A text with a tag that one lesson is enough to bring to light. */
async function nearlyShown(): Promise<[string, TagId]> {
  const passages = await ask(shipped, ...texts);
  for (const [at, text] of texts.entries())
    for (const tag of TAG_IDS)
      if (!find(passages[at], tag)) {
        const [passage] = await ask(shipped.taught([lessonOn(text, tag, true)]), text);
        if (find(passage, tag)) return [text, tag];
      }
  throw new Error('no text of the sample is near a tag');
}

const AI =
  'The district has bought a chatbot for every classroom. Artificial intelligence now marks the essays, and an ' +
  'algorithm decides which pupils get a tutor. The canteen will be painted blue in March.';
const AI_TOO =
  'Teachers let a chatbot draft their letters home. Artificial intelligence suggests the grade of every essay.';

describe('a taught classifier', { timeout: 120_000 }, () => {
  test('after no lessons answers as shipped, bit for bit, and so does the shipped one after lessons', async () => {
    const requests = texts.map((text, at) => ({
      text,
      context: { title: texts[at + 1], before: texts[at + 2] },
    }));
    const before = await ask(shipped, ...requests);
    shipped.taught([lessonOn(AI, 'ai', false), lessonOn(texts[0] ?? '', 'culture', true)]);
    expect(await ask(shipped.taught([]), ...requests)).toEqual(before);
    expect(await ask(shipped, ...requests)).toEqual(before);
  });

  test('is less sure of a tag that was taken away, says how often it was taught, and leaves the rest', async () => {
    const taught = shipped.taught([lessonOn(AI, 'ai', false), lessonOn(AI_TOO, 'ai', false)]);
    const [before, after] = [await ask(shipped, AI), await ask(taught, AI)];
    const was = find(before[0], 'ai');
    const is = find(after[0], 'ai');
    expect(is?.confidence).toBeLessThan(was?.confidence ?? 0);
    expect(is?.taught).toBe(2);
    expect(was?.taught).toBe(0);
    const others = (passages: TaggedPassage[]) => passages[0]?.tags.filter(({ tag }) => tag !== 'ai');
    expect(others(after)).toEqual(others(before));
  });

  test('shows a tag that was given on a text that was near it, with its evidence', async () => {
    const [text, tag] = await nearlyShown();
    const [passage] = await ask(shipped.taught([lessonOn(text, tag, true)]), text);
    const given = find(passage, tag);
    expect(given?.taught).toBe(1);
    expect(given?.evidence.length).toBeGreaterThan(0);
  });

  test('moves no paragraph beyond the bounds, after any number of lessons', async () => {
    const lessons = texts.map((text) => lessonOn(text, 'ai', false));
    const [before, after] = [await ask(shipped, ...texts), await ask(shipped.taught(lessons), ...texts)];
    const moves = before.flatMap((passage, at) => {
      const was = find(passage, 'ai');
      const is = find(after[at], 'ai');
      return was && is ? [logit(was.confidence) - logit(is.confidence)] : [];
    });
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves) {
      expect(move).toBeGreaterThanOrEqual(-1e-6);
      expect(move).toBeLessThanOrEqual(LEARNING.turn + LEARNING.shift + 1e-6);
    }
  });

  test('has its evidence and its sentences from the taught weights', async () => {
    const lessons = [lessonOn(AI, 'ai', true), ...texts.map((text) => lessonOn(text, 'ai', false))];
    const [passage] = await ask(shipped.taught(lessons), AI);
    for (const { evidence } of passage?.tags ?? []) expect(evidence.length).toBeGreaterThan(0);
    const carried = new Set(passage?.signals.flatMap(({ signals }) => signals));
    for (const signal of carried) expect(find(passage, signal)).toBeDefined();
  });

  test('a text without words teaches nothing', () => {
    expect(shipped.study('… — !!!')).toBeNull();
    expect(shipped.study('')).toBeNull();
  });

  test('a text read twice, or after others, is the same lesson', () => {
    const first = shipped.study(AI);
    for (const text of texts.slice(0, 3)) shipped.study(text);
    expect(shipped.study(AI)).toEqual(first);
  });
});
