import { describe, expect, test } from 'vitest';
import { LAWS, type ReaderLaw } from '../../../../src/classifier/training/reader-laws.ts';
import { shippedModel } from '../../../../src/classifier/training/shipped.ts';
import { type Page, simulateReader } from '../../../../src/classifier/training/simulated-reader.ts';
import { TAG_IDS } from '../../../../src/framework/tag-ids.ts';

const { head } = await shippedModel();
const { likely } = head.judgements.paragraph;

/** Articles of one paragraph each. The model is nearly sure enough of `ai` to mark it anywhere; it is meant by every second, on an axis of its own. */
const pages: Page[] = Array.from({ length: 80 }, (_, n): Page => {
  const vector = new Float32Array(512);
  vector[n % 2] = 1;
  const own = new Float64Array(TAG_IDS.length).fill(-4);
  const { own: slope, offset } = head.judgements.paragraph.calibrations.alone[TAG_IDS.indexOf('ai')]!;
  own[TAG_IDS.indexOf('ai')] = (Math.log(likely / (1 - likely)) - 0.3 - offset) / slope;
  const scores = { own, title: null, neighbours: null };
  const labels = n % 2 === 0 ? (['ai', 'culture'] as const) : [];
  return [
    {
      labels,
      text: `text ${n}`,
      beat: `beat ${n % 7}`,
      scores,
      vector,
      title: new Float32Array(),
      neighbours: [],
    },
  ];
});
const law: ReaderLaw = { name: 'ai', tag: 'ai', wants: (labels) => labels.includes('ai') };

describe('a simulated reader', () => {
  test('teaches what can be learned, to texts that taught nothing, and leaves the other tags', () => {
    const [before, after] = simulateReader(pages, law, head, [1], 1);
    expect(before?.marked).toBe(0);
    expect(after?.marked).toBe(1);
    expect(after?.others).toBe(before?.others);
  });

  test('reads the same with the same seed, and stops where there is nothing left to correct', () => {
    const run = () => simulateReader(pages, law, head, [1, 1000], 2);
    expect(run()).toEqual(run());
    expect(run()).toHaveLength(2);
  });
});

test('every law is about the tag it names', () => {
  for (const { name, tag } of LAWS) expect(name.startsWith(tag)).toBe(true);
});
