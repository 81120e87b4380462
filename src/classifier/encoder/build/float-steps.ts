import type { FloatMatrix, FloatNorm } from './npm-weights.ts';

const HEADS = 4;

/** `rows` x inputs to `rows` x outputs; sums in doubles. */
export function multiply(
  { inputs, outputs, weights, biases }: FloatMatrix,
  x: Float32Array,
  rows: number,
): Float32Array {
  const y = new Float32Array(rows * outputs);
  const sums = new Float64Array(outputs);
  for (let m = 0; m < rows; m += 1) {
    sums.set(biases);
    for (let k = 0, at = 0; k < inputs; k += 1) {
      const value = x[m * inputs + k] ?? 0;
      for (let n = 0; n < outputs; n += 1, at += 1) sums[n] = (sums[n] ?? 0) + value * (weights[at] ?? 0);
    }
    y.set(sums, m * outputs);
  }
  return y;
}

/** Layer normalisation of each row. */
export function normaliseRows({ gain, bias }: FloatNorm, x: Float32Array, rows: number): Float32Array {
  const width = gain.length;
  const y = new Float32Array(rows * width);
  for (let m = 0; m < rows; m += 1) {
    const row = x.subarray(m * width, (m + 1) * width);
    const mean = row.reduce((sum, value) => sum + value, 0) / width;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const inverse = 1 / Math.sqrt(variance + 1e-6);
    for (const [i, value] of row.entries())
      y[m * width + i] = (value - mean) * inverse * (gain[i] ?? 0) + (bias[i] ?? 0);
  }
  return y;
}

/** Attention with four heads: queries, keys and values (tokens x 3 width) to tokens x width. */
export function attend(qkv: Float32Array, tokens: number, width: number): Float32Array {
  const attended = new Float32Array(tokens * width);
  const size = width / HEADS;
  for (let head = 0; head < HEADS; head += 1) {
    /** A head's part of a token's queries (0), keys (1) or values (2). */
    const part = (token: number, which: 0 | 1 | 2): Float32Array => {
      const start = (3 * token + which) * width + head * size;
      return qkv.subarray(start, start + size);
    };
    for (let i = 0; i < tokens; i += 1) {
      const query = part(i, 0);
      const scores = Array.from({ length: tokens }, (_, j) => dot(query, part(j, 1)) / Math.sqrt(size));
      const top = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - top));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const into = attended.subarray(i * width + head * size, i * width + (head + 1) * size);
      const sums = new Float64Array(size);
      for (const [j, weight] of weights.entries()) {
        const value = part(j, 2);
        for (let c = 0; c < size; c += 1) sums[c] = (sums[c] ?? 0) + (weight / total) * (value[c] ?? 0);
      }
      into.set(sums);
    }
  }
  return attended;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
