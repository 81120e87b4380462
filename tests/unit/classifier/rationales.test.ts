import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearModel } from '../../../src/classifier/model-file.ts';
import type { TextReader } from '../../../src/classifier/text-reader.ts';
import { bootstrap } from '../../../src/classifier/training/bootstrap.ts';
import { measureRationales } from '../../../src/classifier/training/rationales.ts';
import { reliabilityBins, reliabilitySvg } from '../../../src/classifier/training/reliability.ts';
import { shippedModel, shippedReader } from '../../../src/classifier/training/shipped.ts';
import { corpus } from './shipped-model.ts';

let model: LinearModel;
let reader: TextReader;
beforeAll(async () => {
  model = await shippedModel();
  reader = await shippedReader();
}, 60_000);

describe('evidence', { timeout: 60_000 }, () => {
  const texts = corpus()
    .filter(({ register, tags }) => register === 'web' && tags.length > 0)
    .filter((_, at) => at % 150 === 0)
    .map(({ text }) => text);

  test('is what the confidence hangs on, far more than as many words at random', () => {
    const { tags, share, evidence, random } = measureRationales(texts, model, reader, 1);
    expect(tags).toBeGreaterThan(20);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.5);
    expect(evidence.comprehensiveness).toBeGreaterThan(2 * random.comprehensiveness);
    expect(evidence.sufficiency).toBeLessThan(random.sufficiency);
  });

  test('is measured alike with the same seed', () => {
    const some = texts.slice(0, 5);
    expect(measureRationales(some, model, reader, 3)).toEqual(measureRationales(some, model, reader, 3));
  });
});

describe('intervals', () => {
  const mean = (values: readonly number[]) => (passages: readonly number[]) =>
    passages.reduce((sum, at) => sum + values[at]!, 0) / passages.length;

  test('hold the figure, and are wider where sources differ than within one', () => {
    const values = Array.from({ length: 60 }, (_, at) => (at < 30 ? 0.2 : 0.8));
    const bySource = bootstrap(
      values.map((_, at) => (at < 30 ? 'a' : 'b')),
      mean(values),
    );
    const each = bootstrap(
      values.map((_, at) => `${at}`),
      mean(values),
    );
    expect(bySource.value).toBeCloseTo(0.5);
    expect(bySource.low).toBeLessThanOrEqual(0.2 + 1e-9);
    expect(bySource.high).toBeGreaterThanOrEqual(0.8 - 1e-9);
    expect(each.high - each.low).toBeLessThan(bySource.high - bySource.low);
    expect(each.low).toBeLessThan(0.5);
    expect(each.high).toBeGreaterThan(0.5);
  });
});

describe('the reliability diagram', () => {
  const claims = [
    { confidence: 0.91, right: true },
    { confidence: 0.95, right: true },
    { confidence: 1, right: false },
    { confidence: 0.32, right: false },
  ];

  test('has a bin for each tenth that something was claimed in', () => {
    const bins = reliabilityBins(claims);
    expect(bins.map(({ claims: count }) => count)).toEqual([1, 3]);
    expect(bins[1]!.right).toBeCloseTo(2 / 3);
    expect(bins[1]!.confidence).toBeCloseTo((0.91 + 0.95 + 1) / 3);
    expect(reliabilityBins([])).toEqual([]);
  });

  test('draws a dot for each, and says how many claims it stands for', () => {
    const svg = reliabilitySvg(claims, 'A title');
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('>3</text>');
    expect(svg).toContain('<title>A title</title>');
  });
});
