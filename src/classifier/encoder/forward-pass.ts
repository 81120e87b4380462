import { ADD, type Kernel, POSITIVE_PART, REPLACE } from './kernel/kernel.ts';
import { BASE, type MemoryMap, ROWS, wholeGroups } from './memory-map.ts';
import {
  EMBEDDING_WIDTH,
  FREQUENCIES,
  type LayerPlace,
  type MatrixPlace,
  WEIGHTS,
  WIDTH,
} from './weight-layout.ts';

/** The widest product's sums stay in 32 bits with this range of int16, the others' with the whole of it. */
const NARROW_INPUTS = 512;
const RANGE = 32_767;
const RANGE_OF_WIDE = 11_000;

/** Bytes of a row of states. */
const ROW_BYTES = 4 * WIDTH;

/** A run of tokens: the number of the first, and how many; none where `count` is not above 0. */
export interface Run {
  first: number;
  count: number;
}

/** The kernel's steps in order, on memory that holds the weights already. Its callers see to it that input is sane. */
export class ForwardPass {
  readonly #kernel: Kernel;
  readonly #at: MemoryMap;
  readonly #buffer: ArrayBuffer;
  readonly #floats: Float32Array;

  /** @param maxTokens as many as `at` was laid out for */
  constructor(kernel: Kernel, at: MemoryMap, buffer: ArrayBuffer, maxTokens: number) {
    this.#kernel = kernel;
    this.#at = at;
    this.#buffer = buffer;
    this.#floats = new Float32Array(buffer);
    this.#fillPositions(maxTokens);
  }

  /** The positions' waves (Vaswani et al. 2017): sines in the first half of the channels, cosines in the other. */
  #fillPositions(maxTokens: number): void {
    const frequencies = new Float32Array(this.#buffer, BASE + WEIGHTS.frequencies, FREQUENCIES);
    for (let t = 0; t < maxTokens; t += 1) {
      const row = this.#at.positions / 4 + t * EMBEDDING_WIDTH;
      for (let i = 0; i < FREQUENCIES; i += 1) {
        // The original's angle is a float32.
        const angle = Math.fround(t * (frequencies[i] ?? 0));
        this.#floats[row + i] = Math.sin(angle);
        this.#floats[row + FREQUENCIES + i] = Math.cos(angle);
      }
    }
  }

  /** From ids to token states, which stay in memory until the next text. */
  read(ids: ArrayLike<number>, tokens: number): void {
    const places = new Int32Array(this.#buffer, this.#at.ids, tokens);
    for (let t = 0; t < tokens; t += 1) places[t] = ids[t] ?? 0;
    const { positions, embedded } = this.#at;
    const table = BASE + WEIGHTS.embeddings;
    this.#kernel.embed(this.#at.ids, table, BASE + WEIGHTS.embeddingScales, positions, embedded, tokens);
    for (const layer of WEIGHTS.layers) this.#readLayer(layer, tokens);
  }

  #readLayer({ width, widen, qkv, out, up, down, ...norms }: LayerPlace, tokens: number): void {
    const { embedded, states, normalised, attended, hidden, keys, values, queries, scores } = this.#at;
    const rows = wholeGroups(tokens, ROWS);
    this.#normalise(widen ? embedded : states, rows, width, norms.attentionNorm);
    this.#multiply(normalised, qkv, hidden, rows, REPLACE);
    this.#kernel.attend(hidden, attended, tokens, width, keys, values, queries, scores);
    // What the first layer adds its attention to is its input made wider, from before the norm.
    if (widen) this.#multiply(embedded, widen, states, rows, REPLACE);
    this.#multiply(attended, out, states, rows, ADD);
    this.#normalise(states, rows, WIDTH, norms.forwardNorm);
    this.#multiply(normalised, up, hidden, rows, POSITIVE_PART);
    this.#multiply(hidden, down, states, rows, ADD);
  }

  #normalise(from: number, rows: number, width: number, norm: LayerPlace['attentionNorm']): void {
    this.#kernel.normaliseRows(from, this.#at.normalised, rows, width, BASE + norm.gain, BASE + norm.bias);
  }

  #multiply(from: number, place: MatrixPlace, to: number, rows: number, mode: number): void {
    const { quantised, rowScales } = this.#at;
    const { inputs, outputs } = place;
    const range = inputs > NARROW_INPUTS ? RANGE_OF_WIDE : RANGE;
    this.#kernel.quantiseRows(from, quantised, rowScales, rows, inputs, range);
    const [weights, scales, biases] = [BASE + place.weights, BASE + place.scales, BASE + place.biases];
    this.#kernel.multiply(quantised, rowScales, weights, scales, biases, to, rows, inputs, outputs, mode);
  }

  /**
   * What the head makes of the mean state of each run, before it is brought to unit length: 512 numbers in -1..1;
   * of a run without tokens, zeros.
   */
  heads(runs: readonly Run[]): Float64Array[] {
    const { states, means, heads } = this.#at;
    const made: Float64Array[] = [];
    for (let from = 0; from < runs.length; from += ROWS) {
      const some = runs.slice(from, from + ROWS);
      for (const [row, { first, count }] of some.entries())
        if (count > 0) this.#kernel.meanOfRows(states + first * ROW_BYTES, means + row * ROW_BYTES, count);
      this.#multiply(means, WEIGHTS.head, heads, ROWS, REPLACE);
      for (const [row, { count }] of some.entries()) {
        const start = heads / 4 + row * WIDTH;
        const dense = this.#floats.subarray(start, start + WIDTH);
        made.push(count > 0 ? Float64Array.from(dense, Math.tanh) : new Float64Array(WIDTH));
      }
    }
    return made;
  }

  /** The head's int8 weights and their scales, in place. */
  headMatrix(): { weights: Int8Array; scales: Float32Array } {
    const { weights, scales, inputs, outputs } = WEIGHTS.head;
    return {
      weights: new Int8Array(this.#buffer, BASE + weights, inputs * outputs),
      scales: new Float32Array(this.#buffer, BASE + scales, outputs),
    };
  }

  /** A copy of the states of the first `tokens` tokens: 512 each. */
  states(tokens: number): Float32Array {
    const start = this.#at.states / 4;
    return this.#floats.slice(start, start + tokens * WIDTH);
  }
}
