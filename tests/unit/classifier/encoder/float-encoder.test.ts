import { beforeAll, describe, expect, test } from 'vitest';
import { encodeFloat } from '../../../../src/classifier/encoder/build/float-encoder.ts';
import { type FloatWeights, readFloatWeights } from '../../../../src/classifier/encoder/build/npm-weights.ts';
import { builtEncoder, cosine, GOLDEN } from './built-encoder.ts';

let weights: FloatWeights;
beforeAll(async () => {
  weights = await readFloatWeights();
});

describe('the float encoder, which the other is measured against', () => {
  test('gives the original’s vector', () => {
    const { ids, vector } = GOLDEN[4]!;
    const off = encodeFloat(weights, ids).vector.map((value, i) => Math.abs(value - vector[i]!));
    // The golden vectors have four decimals.
    expect(Math.max(...off)).toBeLessThan(0.000_051);
  });

  // A padding that is read would show here: in a short text it weighs most.
  test('gives what the int8 encoder gives for short texts of every length', async () => {
    const encoder = await builtEncoder();
    encoder.encode(GOLDEN[0]!.ids);
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const ids = GOLDEN[2]!.ids.slice(0, length);
      expect(cosine(encoder.encode(ids).whole, encodeFloat(weights, ids).vector)).toBeGreaterThan(0.999);
    }
  });
});
