import type { Span } from './classifier.ts';
import { Encoder, type TokenSpan } from './encoder/encoder.ts';
import { readPieces } from './encoder/pieces.ts';
import { Tokenizer, type Tokens } from './encoder/tokenizer.ts';
import { type Normalised, normalise } from './normalise.ts';
import type { PlacedWord } from './words.ts';

/** From this share of capitals on, among this many letters, a text is set in capitals and they say nothing. */
const SHOUTED = 0.7;
const ENOUGH_LETTERS = 12;

/** What a text means, as the encoder has it. */
export interface Meaning {
  /** A unit vector of 512 numbers; zeros for a text without a sign that the encoder knows. */
  whole: Float32Array;
  /** The same for each part asked for, read in its place. */
  parts: Float32Array[];
  /** How much each word adds to `direction · whole`, to first order. */
  wordShares(direction: ArrayLike<number>, words: readonly PlacedWord[]): Float64Array;
}

/** Capitals tell a name from a word, but not where all is in capitals. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length >= ENOUGH_LETTERS && capitals.length >= SHOUTED * letters.length;
}

/** The original ranges of tokens, which the tokenizer knows only in the folded text. */
function placed(tokens: Tokens, { starts, ends }: Normalised): { start: number; end: number }[] {
  return Array.from(tokens.ids, (_, at) => {
    const start = starts[tokens.starts[at] ?? 0] ?? 0;
    const last = Math.max(tokens.starts[at] ?? 0, (tokens.ends[at] ?? 1) - 1);
    return { start, end: ends[last] ?? start };
  });
}

/** The tokens that begin in a range of the text; null where none does. */
function tokensIn(places: readonly Span[], { start, end }: Span): TokenSpan | null {
  const first = places.findIndex((place) => place.start >= start);
  if (first < 0) return null;
  const after = places.findIndex((place, at) => at >= first && place.start >= end);
  const last = (after < 0 ? places.length : after) - 1;
  return last < first ? null : { first, last };
}

/** Hands each token's share to the word it stands in; signs between words count for the word before. */
function byWord(shares: Float64Array, places: readonly Span[], words: readonly PlacedWord[]): Float64Array {
  const adds = new Float64Array(words.length);
  let word = 0;
  shares.forEach((share, token) => {
    const at = places[token]?.start ?? 0;
    while (word + 1 < words.length && at >= (words[word + 1]?.start ?? 0)) word += 1;
    adds[word] = (adds[word] ?? 0) + share;
  });
  return adds;
}

/** The files that the encoder is loaded from, as `npm run build:encoder` writes them. */
export interface EncoderFiles {
  /** `encoder.wasm`, compiled. */
  kernel: WebAssembly.Module;
  /** `encoder.bin`, whole or as it streams in. */
  weights: Uint8Array | ReadableStream<Uint8Array>;
  /** `encoder-vocabulary.json`, parsed. */
  vocabulary: unknown;
}

/** Reads what texts mean. The same text gives the same numbers, whatever was read before. */
export class MeaningReader {
  readonly #encoder: Encoder;
  readonly #tokenizer: Tokenizer;

  private constructor(encoder: Encoder, tokenizer: Tokenizer) {
    this.#encoder = encoder;
    this.#tokenizer = tokenizer;
  }

  /**
   * A reader that is ready.
   *
   * @throws Error with a sentence for people when a file does not fit this version
   */
  static async load({ kernel, weights, vocabulary }: EncoderFiles): Promise<MeaningReader> {
    const tokenizer = new Tokenizer(readPieces(vocabulary));
    return new MeaningReader(await Encoder.create(kernel, weights), tokenizer);
  }

  /**
   * @param parts UTF-16 ranges of the text, such as its sentences
   */
  read(text: string, parts: readonly Span[] = []): Meaning {
    const folded = normalise(text, isShouted(text) ? 'fold' : 'keep');
    const tokens = this.#tokenizer.encode(folded.text);
    const places = placed(tokens, folded);
    const spans = parts.map((part) => tokensIn(places, part));
    const known = spans.filter((span) => span !== null);
    const encoded = this.#encoder.encode(tokens.ids, known);
    const inOrder = encoded.parts.values();
    return {
      whole: encoded.whole,
      parts: spans.map((span) => (span ? inOrder.next().value : undefined) ?? NOTHING),
      wordShares: (direction, words) =>
        byWord(this.#encoder.tokenShares(encoded.trace, direction), places, words),
    };
  }
}

const NOTHING = new Float32Array(512);
