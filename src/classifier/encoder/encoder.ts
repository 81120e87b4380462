import { ForwardPass } from './forward-pass.ts';
import { headGradient } from './head-gradient.ts';
import { startKernel } from './kernel/kernel.ts';
import { BASE, mapMemory } from './memory-map.ts';
import { readWeights } from './read-weights.ts';
import { EMBEDDINGS, WEIGHTS, WIDTH } from './weight-layout.ts';

/** Tokens of a text that are read. The classifier's model is trained with the same: another number, other vectors. */
export const MAX_TOKENS = 200;
/** Memory grows with the square of the tokens, and nothing here needs more. */
const MOST_TOKENS = 2048;

/** Least square of a length, as in the original, so that nothing is divided by nothing. */
const LEAST_SQUARE = 1e-12;

/** Tokens `first` to `last` of a text, both counted, from 0. */
export interface TokenSpan {
  first: number;
  last: number;
}

/** What a text says, as vectors of 512 numbers and unit length; where there are no tokens, all zeros. */
export interface Encoded {
  whole: Float32Array;
  /** One for each span asked for: that part, read in its place in the text. */
  parts: Float32Array[];
  trace: Trace;
}

/** What made a text's vector, for `tokenShares`. It holds 2 KB a token: let go of it with the text. */
export interface Trace {
  /** The tokens' last states, 512 each. */
  readonly states: Float32Array;
  /** What the head made of their mean, before it was brought to unit length. */
  readonly activations: Float64Array;
}

/**
 * Universal Sentence Encoder lite (Cer et al. 2018, a transformer of two layers) on the CPU: int8 weights, int16
 * activations, WebAssembly SIMD. The same text gives the same bits, whatever was encoded before it.
 */
export class Encoder {
  readonly maxTokens: number;
  readonly #pass: ForwardPass;

  private constructor(pass: ForwardPass, maxTokens: number) {
    this.#pass = pass;
    this.maxTokens = maxTokens;
  }

  /**
   * An encoder that is ready to use; about 11 MB of memory for 200 tokens.
   *
   * @param module `encoder.wasm`, compiled
   * @param weights `encoder.bin`, whole or as it streams in
   * @throws Error with a sentence for people when one of the two does not fit this version; RangeError for
   * `maxTokens` out of range
   */
  static async create(
    module: WebAssembly.Module,
    weights: Uint8Array | ReadableStream<Uint8Array>,
    { maxTokens = MAX_TOKENS }: { maxTokens?: number } = {},
  ): Promise<Encoder> {
    if (!Number.isInteger(maxTokens) || maxTokens < 1 || maxTokens > MOST_TOKENS)
      throw new RangeError(`maxTokens is a whole number from 1 to ${MOST_TOKENS}, not ${maxTokens}.`);
    const map = mapMemory(maxTokens);
    const memory = new WebAssembly.Memory({ initial: map.pages });
    const kernel = await startKernel(module, memory);
    await readWeights(weights, new Uint8Array(memory.buffer, BASE, WEIGHTS.bytes));
    return new Encoder(new ForwardPass(kernel, map, memory.buffer, maxTokens), maxTokens);
  }

  /**
   * Reads a text: about 20 ms for 110 tokens in one go, so give the thread back between texts.
   *
   * @param ids the tokenizer's; those beyond `maxTokens` are not read
   * @param spans parts of the same text, by token; of a part that ends beyond `maxTokens`, what was read counts
   * @throws RangeError when an id is not one of the vocabulary's, or a span does not lie in the text
   */
  encode(ids: ArrayLike<number>, spans: readonly TokenSpan[] = []): Encoded {
    checkIds(ids);
    for (const span of spans) checkSpan(span, ids.length);
    const tokens = Math.min(ids.length, this.maxTokens);
    if (tokens > 0) this.#pass.read(ids, tokens);
    const runs = spans.map(({ first, last }) => ({ first, count: Math.min(last + 1, tokens) - first }));
    const [whole = NOTHING, ...parts] = this.#pass.heads([{ first: 0, count: tokens }, ...runs]);
    return {
      whole: unitVector(whole),
      parts: parts.map(unitVector),
      trace: { states: this.#pass.states(tokens), activations: whole },
    };
  }

  /**
   * How much each token of a text adds to `direction · whole`, to first order: its state's share of the mean state,
   * along the gradient there. The shares sum to gradient · mean, not to `direction · whole` itself.
   *
   * @param trace what this encoder, or another with the same weights, gave with the text's vector
   * @param direction 512 numbers, such as a linear model's weights
   * @returns one number for each token that was read; none for a text without tokens
   * @throws RangeError when `direction` has not 512 numbers
   */
  tokenShares({ states, activations }: Trace, direction: ArrayLike<number>): Float64Array {
    if (direction.length !== WIDTH)
      throw new RangeError(`A direction has ${WIDTH} numbers, not ${direction.length}.`);
    const head = { ...this.#pass.headMatrix(), activations, length: lengthOf(activations) };
    const gradient = headGradient(direction, head);
    const shares = new Float64Array(states.length / WIDTH);
    for (let at = 0; at < states.length; at += 1) {
      const token = Math.floor(at / WIDTH);
      shares[token] = (shares[token] ?? 0) + (states[at] ?? 0) * (gradient[at % WIDTH] ?? 0);
    }
    return shares.map((sum) => sum / shares.length);
  }
}

const NOTHING = new Float64Array(WIDTH);

const lengthOf = (vector: Float64Array): number =>
  Math.sqrt(
    Math.max(
      vector.reduce((sum, x) => sum + x * x, 0),
      LEAST_SQUARE,
    ),
  );

function unitVector(activations: Float64Array): Float32Array {
  const length = lengthOf(activations);
  return Float32Array.from(activations, (e) => e / length);
}

function checkIds(ids: ArrayLike<number>): void {
  for (let t = 0; t < ids.length; t += 1) {
    const id = ids[t];
    if (id === undefined || !Number.isInteger(id) || id < 0 || id >= EMBEDDINGS)
      throw new RangeError(`Token ${t} has the id ${id}; ids are whole numbers from 0 to ${EMBEDDINGS - 1}.`);
  }
}

function checkSpan({ first, last }: TokenSpan, tokens: number): void {
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 0 || last < first || last >= tokens)
    throw new RangeError(`Tokens ${first} to ${last} are not a part of a text of ${tokens} tokens.`);
}
