import type { Span } from './classifier.ts';
import { type Hit, type Lexicon, lexiconCounts } from './lexicon.ts';
import type { Meaning, MeaningReader } from './meaning.ts';
import { type PlacedWord, wordsOf } from './words.ts';

/** A text taken apart, before any weights: its words, the lexicon's phrases in it, and what it means. */
export interface TextReading {
  words: PlacedWord[];
  hits: Hit[];
  meaning: Meaning;
  /** The sentences asked for; `meaning.parts` has one for each. */
  sentences: readonly Span[];
}

/** Everything but the n-grams that a model weighs, as numbers: the lexicon's counts, then the encoder's vector. */
export interface Extras {
  counts: Float64Array;
  vector: Float32Array;
}

/** Takes texts apart. Keeps nothing between calls. */
export class TextReader {
  readonly #lexicon: Lexicon;
  readonly #meanings: MeaningReader;

  constructor(lexicon: Lexicon, meanings: MeaningReader) {
    this.#lexicon = lexicon;
    this.#meanings = meanings;
  }

  /** @param sentences the ranges that will be scored alone as well */
  read(text: string, sentences: readonly Span[] = []): TextReading {
    const words = wordsOf(text);
    const hits = this.#lexicon.find(words);
    return { words, hits, meaning: this.#meanings.read(text, sentences), sentences };
  }
}

export const extrasOf = ({ hits, meaning }: TextReading): Extras => ({
  counts: lexiconCounts(hits),
  vector: meaning.whole,
});
