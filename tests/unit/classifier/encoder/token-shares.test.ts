import { beforeAll, describe, expect, test } from 'vitest';
import { encodeFloat, headOf, meanOf } from '../../../../src/classifier/encoder/build/float-encoder.ts';
import { readFloatWeights } from '../../../../src/classifier/encoder/build/npm-weights.ts';
import type { Encoder } from '../../../../src/classifier/encoder/encoder.ts';
import { builtEncoder, cosine, GOLDEN } from './built-encoder.ts';

const ids = GOLDEN[0]!.ids.slice(0, 40);
/** A direction like any other, always the same, that leans to the text: so what unit length takes away counts too. */
const direction = Float32Array.from(GOLDEN[0]!.vector, (value, i) => value + 0.05 * Math.sin(i * i));

let encoder: Encoder;
beforeAll(async () => {
  encoder = await builtEncoder();
});

describe('token shares', () => {
  test('are how fast direction · whole changes with each token’s part of the mean (finite differences)', async () => {
    const weights = await readFloatWeights();
    const { states } = encodeFloat(weights, ids);
    const mean = meanOf(states, ids.length);
    const along = (moved: Float32Array) =>
      headOf(weights, moved).reduce((sum, value, i) => sum + value * direction[i]!, 0);
    const slopes = ids.map((_, token) => {
      const part = states.subarray(token * 512, (token + 1) * 512).map((value) => value / ids.length);
      const step = 0.25;
      const more = along(mean.map((value, i) => value + step * part[i]!));
      const less = along(mean.map((value, i) => value - step * part[i]!));
      return (more - less) / (2 * step);
    });
    const shares = encoder.tokenShares(encoder.encode(ids).trace, direction);
    expect(shares).toHaveLength(ids.length);
    const greatest = Math.max(...slopes.map(Math.abs));
    for (const [token, share] of shares.entries())
      expect(Math.abs(share - slopes[token]!)).toBeLessThan(0.05 * greatest);
    expect(cosine(shares, slopes)).toBeGreaterThan(0.999);
  });

  test('are those of the trace’s text, whatever was read since and whichever parts were asked for', () => {
    const { trace } = encoder.encode(ids);
    const shares = encoder.tokenShares(trace, direction);
    const other = encoder.encode(GOLDEN[2]!.ids).trace;
    expect(encoder.tokenShares(trace, direction)).toEqual(shares);
    expect(encoder.tokenShares(other, direction)).toHaveLength(GOLDEN[2]!.ids.length);
    const again = encoder.encode(ids, [{ first: 3, last: 9 }]).trace;
    expect(encoder.tokenShares(again, direction)).toEqual(shares);
  });

  test('turn with the direction', () => {
    const { trace } = encoder.encode(ids);
    const there = encoder.tokenShares(trace, direction);
    const back = encoder.tokenShares(
      trace,
      direction.map((value) => -2 * value),
    );
    for (const [token, share] of there.entries()) expect(back[token]).toBeCloseTo(-2 * share, 9);
  });

  test('are one for each token that was read, and none without tokens', () => {
    const { trace } = encoder.encode([...ids, ...ids, ...ids, ...ids, ...ids, ...ids]);
    expect(encoder.tokenShares(trace, direction)).toHaveLength(200);
    expect(encoder.tokenShares(encoder.encode([]).trace, direction)).toEqual(new Float64Array(0));
  });

  test('are refused in words for a direction of another length', () => {
    const { trace } = encoder.encode(ids);
    expect(() => encoder.tokenShares(trace, [1, 2, 3])).toThrow(/A direction has 512 numbers, not 3/);
  });
});
