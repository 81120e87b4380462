import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Classifier, isMarked, type TaggedPassage } from '../../../src/classifier/classifier.ts';
import { isSignalId } from '../../../src/framework/tag-ids.ts';
import { anyText } from './any-text.ts';
import { ask, corpus, shipped } from './shipped-model.ts';

const AI =
  'The district has bought a chatbot for every classroom. Artificial intelligence now marks the essays, and an ' +
  'algorithm decides which pupils get a tutor. The canteen will be painted blue in March.';

let classifier: Classifier;
beforeAll(async () => {
  classifier = await shipped();
}, 60_000);
const one = async (text: string): Promise<TaggedPassage> => (await ask(classifier, text))[0]!;
const names = ({ tags }: TaggedPassage) => tags.map(({ tag }) => tag).sort();

/** One paragraph of the corpus in eighty, which is plenty and takes little time. */
const sample = corpus().filter((_, at) => at % 80 === 0);

describe('a passage', { timeout: 60_000 }, () => {
  test('on artificial intelligence is tagged ai, with the words and the sentences that say so', async () => {
    const { tags, signals } = await one(AI);
    const ai = tags.find(({ tag }) => tag === 'ai')!;
    expect(ai.confidence).toBeGreaterThan(0.5);
    const evidence = ai.evidence.map(({ start, end }) => AI.slice(start, end)).join(' | ');
    expect(evidence).toMatch(/chatbot|Artificial intelligence|algorithm/);
    expect(evidence).not.toMatch(/blue/);
    const carried = signals.filter((sentence) => sentence.signals.includes('ai'));
    expect(carried.map(({ sentence }) => sentence)).toContain(1);
    expect(carried.map(({ sentence }) => sentence)).not.toContain(2);
    const [first] = carried;
    expect(AI.slice(first!.start, first!.end)).toMatch(/^[A-Z][^.]+\.$/);
  });

  test('on nothing of ours has no tag', async () => {
    const { tags, signals } = await one(
      'Bake the dough for forty minutes and let it cool on a rack before you slice it.',
    );
    expect(tags).toEqual([]);
    expect(signals).toEqual([]);
  });

  test('what every answer holds to, over paragraphs of the corpus', async () => {
    const answers = await ask(classifier, ...sample.map(({ text }) => text));
    expect(answers.map(({ index }) => index)).toEqual(sample.map((_, at) => at));
    const wordEdge = /^(?:[^\p{L}\p{N}]|)\|(?:[^\p{L}\p{N}]|)$/u;
    const wrong = answers.flatMap(({ index, tags, signals }) => {
      const { text } = sample[index]!;
      const phrases = tags.flatMap(({ evidence }) => evidence);
      const carried = new Set(signals.flatMap((sentence) => sentence.signals));
      const rules = {
        'surest first': tags.every(({ confidence }, at) => confidence <= (tags[at - 1]?.confidence ?? 1)),
        'evidence for each tag': tags.every(({ evidence }) => evidence.length > 0),
        'from word to word': phrases.every(({ start, end }) =>
          wordEdge.test(`${text.charAt(start - 1)}|${text.charAt(end)}`),
        ),
        'a clause at most': phrases.every(
          ({ start, end }) => text.slice(start, end).split(/\s+/).length <= 14,
        ),
        'a sentence for each signal that is marked': tags
          .filter(isMarked)
          .every(({ tag }) => !isSignalId(tag) || carried.has(tag)),
        'a sentence for no signal that is not shown': [...carried].every((signal) =>
          tags.some(({ tag }) => tag === signal),
        ),
      };
      return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${rule}: ${text}`]));
    });
    expect(wrong).toEqual([]);
  });

  test('without its best evidence a tag is less sure, in 95 of 100 cases', async () => {
    const cases = (await ask(classifier, ...sample.map(({ text }) => text))).flatMap(({ index, tags }) =>
      tags.map(({ tag, confidence, evidence }) => {
        const { text } = sample[index]!;
        const [{ start, end }] = evidence as [{ start: number; end: number }];
        return { tag, confidence, without: text.slice(0, start) + text.slice(end) };
      }),
    );
    expect(cases.length).toBeGreaterThan(80);
    // Read with everything shown, so that a tag that fell below its threshold counts as less sure.
    const after = await ask(classifier, ...cases.map(({ without }) => without));
    const lower = cases.filter(({ tag, confidence }, at) => {
      const still = after[at]!.tags.find((of) => of.tag === tag);
      return !still || still.confidence < confidence;
    });
    expect(lower.length / cases.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('what is around a passage', { timeout: 60_000 }, () => {
  const title = 'Robots and artificial intelligence come for the classroom: what an algorithm decides';

  test('a title moves confidence towards its own subject', async () => {
    const sure = async (context: object) =>
      (await ask(classifier, { text: AI, context }))[0]!.tags.find(({ tag }) => tag === 'ai')?.confidence ??
      0;
    expect(await sure({ title })).toBeGreaterThan(
      await sure({ title: 'Harvest festival and bake sale on Sunday' }),
    );
  });

  test('empty context is no context, whatever was read before', async () => {
    const [bare] = await ask(await shipped(), AI);
    const empty = { text: AI, context: { title: '', before: ' ', after: '…' } };
    const answers = await ask(await shipped(), { text: AI, context: { title, before: title } }, empty, AI);
    expect(answers[0]!.tags).not.toEqual(bare!.tags);
    expect(answers[1]!.tags).toEqual(bare!.tags);
    expect(answers[2]!.tags).toEqual(bare!.tags);
  });

  test('an answer does not depend on what was asked before', async () => {
    const texts = sample.slice(0, 40).map(({ text: of }) => ({ text: of, context: { title, before: AI } }));
    const forward = await ask(await shipped(), ...texts);
    const backward = await ask(await shipped(), ...[...texts].reverse());
    expect(forward.map(({ tags }) => tags)).toEqual(backward.reverse().map(({ tags }) => tags));
  });
});

describe('headlines', () => {
  test('are judged for themselves', async () => {
    const text = 'Artificial intelligence and robots will take jobs, says report';
    const [headline] = await ask(classifier, { text, kind: 'headline' });
    expect(names(headline!)).toContain('ai');
    const [none] = await ask(classifier, { text: 'Ten soups for a cold evening', kind: 'headline' });
    expect(none!.tags).toEqual([]);
  });
});

describe('odd texts', { timeout: 60_000 }, () => {
  test.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['signs alone', '… — !!! ###'],
    ['emoji', '🤖🤖 👩‍🏫 🚀'],
    ['lone surrogates', '\uD83E robots \uDD16 and \uD800'],
    ['right to left', 'الذكاء الاصطناعي في المدارس. تعلّم الآلة.'],
    ['one very long word', 'a'.repeat(100_000)],
    ['a megabyte', `${AI} `.repeat(5000)],
    ['a surrogate pair at the cut', `${'x '.repeat(9999)}x🤖🤖`],
  ])('%s', async (_, text) => {
    const { tags, signals } = await one(text);
    for (const { start, end } of [...tags.flatMap(({ evidence }) => evidence), ...signals]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(Math.min(text.length, 20_000));
    }
    if (!/\p{L}/u.test(text)) expect(tags).toEqual([]);
  });

  test('any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), async (text) => {
        const { tags } = await one(`${text} artificial intelligence ${text}`);
        return tags.every(({ evidence }) => evidence.length > 0);
      }),
    );
  });
});

describe('the stream', () => {
  test('gives the thread back between passages', async () => {
    const order: string[] = [];
    const asked = (async () => {
      for await (const { index } of classifier.classify(
        [0, 1, 2].map((index) => ({ index, text: AI, kind: 'paragraph' as const })),
      )) {
        order.push(`passage ${index}`);
        if (index === 0) setImmediate(() => order.push('somebody else'));
      }
    })();
    await asked;
    expect(order.slice(0, -1)).toContain('somebody else');
  });

  test('stops with the reason it was given, and reads no further', async () => {
    const controller = new AbortController();
    let taken = 0;
    function* passages() {
      for (let index = 0; index < 100; index += 1) {
        taken += 1;
        yield { index, text: AI, kind: 'paragraph' as const };
      }
    }
    const read = async () => {
      for await (const { index } of classifier.classify(passages(), controller.signal)) {
        if (index === 1) controller.abort(new Error('the tab went away'));
      }
    };
    await expect(read()).rejects.toThrow('the tab went away');
    expect(taken).toBeLessThan(5);
  });

  test('aborted before it began: not one passage', async () => {
    const read = Array.fromAsync(
      classifier.classify(
        [{ index: 0, text: AI, kind: 'paragraph' }],
        AbortSignal.abort(new Error('too late')),
      ),
    );
    await expect(read).rejects.toThrow('too late');
  });

  test('nothing asked, nothing answered', async () => {
    expect(await ask(classifier)).toEqual([]);
  });
});
