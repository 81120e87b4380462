import { EMBEDDING_WIDTH, FREQUENCIES, WIDTH } from '../weight-layout.ts';
import { attend, multiply, normaliseRows } from './float-steps.ts';
import type { FloatLayer, FloatMatrix, FloatWeights } from './npm-weights.ts';

/** Sees the input of each product: `rows` x `matrix.inputs`, row-major. */
export type Watch = (matrix: FloatMatrix, input: Float32Array, rows: number) => void;

/** What a text becomes: its unit vector (512), and its tokens' last states (tokens x 512, row-major). */
export interface FloatEncoded {
  vector: Float32Array;
  states: Float32Array;
}

/** Embeddings, twice as strong as they are written, plus the positions' waves: tokens x 256. */
function embed({ embeddings, frequencies }: FloatWeights, ids: readonly number[]): Float32Array {
  const embedded = new Float32Array(ids.length * EMBEDDING_WIDTH);
  for (const [t, id] of ids.entries()) {
    for (let i = 0; i < EMBEDDING_WIDTH; i += 1) {
      const angle = Math.fround(t * (frequencies[i % FREQUENCIES] ?? 0));
      const wave = i < FREQUENCIES ? Math.sin(angle) : Math.cos(angle);
      embedded[t * EMBEDDING_WIDTH + i] = 2 * (embeddings[id * EMBEDDING_WIDTH + i] ?? 0) + wave;
    }
  }
  return embedded;
}

const sumOf = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value + (b[i] ?? 0));

/** One transformer layer, from tokens x its width to tokens x 512. */
function readLayer(layer: FloatLayer, input: Float32Array, tokens: number, watch: Watch): Float32Array {
  const product = (matrix: FloatMatrix, rows: Float32Array): Float32Array => {
    watch(matrix, rows, tokens);
    return multiply(matrix, rows, tokens);
  };
  const { width, widen, qkv, out, up, down } = layer;
  const attended = attend(product(qkv, normaliseRows(layer.attentionNorm, input, tokens)), tokens, width);
  const beside = widen ? product(widen, input) : input;
  const states = sumOf(beside, product(out, attended));
  const hidden = product(up, normaliseRows(layer.forwardNorm, states, tokens));
  return sumOf(
    states,
    product(
      down,
      hidden.map((value) => Math.max(value, 0)),
    ),
  );
}

/** The mean of `tokens` rows of 512. */
export function meanOf(states: Float32Array, tokens: number): Float32Array {
  return new Float32Array(WIDTH).map((_, i) => {
    let sum = 0;
    for (let t = 0; t < tokens; t += 1) sum += states[t * WIDTH + i] ?? 0;
    return sum / tokens;
  });
}

/** From a mean state to a unit vector: dense, tanh, unit length. */
export function headOf({ head }: FloatWeights, mean: Float32Array): Float32Array {
  const made = multiply(head, mean, 1).map(Math.tanh);
  const length = Math.sqrt(
    Math.max(
      made.reduce((sum, e) => sum + e * e, 0),
      1e-12,
    ),
  );
  return made.map((e) => e / length);
}

/**
 * The encoder in plain float arithmetic: what the int8 one is measured against, and where its calibration comes
 * from. Half a second for 110 tokens.
 *
 * @param ids at least one
 */
export function encodeFloat(
  weights: FloatWeights,
  ids: readonly number[],
  watch: Watch = () => {},
): FloatEncoded {
  const states = weights.layers.reduce(
    (input, layer) => readLayer(layer, input, ids.length, watch),
    embed(weights, ids),
  );
  const mean = meanOf(states, ids.length);
  watch(weights.head, mean, 1);
  return { vector: headOf(weights, mean), states };
}
