import { TAG_IDS } from '../framework/tag-ids.ts';
import { LEXICON_FEATURES, lexiconCounts } from './lexicon.ts';
import type { LinearModel } from './model-file.ts';
import { occurrencesBySentence } from './signal-sentences.ts';
import type { TaughtTag } from './teaching/learn.ts';
import { extrasOf, type TextReading } from './text-reader.ts';
import {
  MEANING_FEATURES,
  MEANING_SCALE,
  type Occurrence,
  occurrencesOf,
  type SparseVector,
  vectorOf,
} from './vector.ts';
import { Vocabulary } from './vocabulary.ts';

const TAGS = TAG_IDS.length;

/** A text taken apart: its reading, the known n-grams in it, and its linear score for each tag. */
export interface Analysis {
  reading: TextReading;
  occurrences: Occurrence[];
  vector: SparseVector;
  /** One a tag, in the codebook's order; no probability yet. */
  scores: Float64Array;
}

/** Scores texts by the model's weights. Pure; keeps nothing between calls. */
export class Scorer {
  readonly #model: LinearModel;
  readonly #vocabulary: Vocabulary;
  /** For each tag its weights on the encoder's numbers. */
  readonly #directions: Float64Array[];
  readonly #taught: readonly TaughtTag[];
  /** Number of the first of the encoder's numbers. */
  readonly #meaningFrom: number;

  /**
   * @param taught what a reader has taught, over the model's weights
   * @param vocabulary the model's own, where it is made already
   */
  constructor(
    model: LinearModel,
    taught: readonly TaughtTag[] = [],
    vocabulary = new Vocabulary(model.features),
  ) {
    this.#model = model;
    this.#vocabulary = vocabulary;
    this.#meaningFrom = model.features.length + LEXICON_FEATURES;
    this.#directions = TAG_IDS.map((_, tag) =>
      Float64Array.from({ length: MEANING_FEATURES }, (_, at) => this.#weight(this.#meaningFrom + at, tag)),
    );
    // Lessons are about the vector at length 1; here it has another.
    this.#taught = taught.map((of) => ({
      ...of,
      weights: of.weights.map((weight) => weight / MEANING_SCALE),
    }));
    for (const { number, weights } of this.#taught)
      this.#directions[number] = weights.map((weight, at) => weight + (this.#directions[number]?.[at] ?? 0));
  }

  /** A scorer of the same model after lessons; this one stays as it is. */
  taught(taught: readonly TaughtTag[]): Scorer {
    return new Scorer(this.#model, taught, this.#vocabulary);
  }

  #weight(number: number, tag: number): number {
    return (this.#model.weights[number * TAGS + tag] ?? 0) * (this.#model.head.scales[tag] ?? 0);
  }

  /** The linear score of every tag for a vector. */
  score({ numbers, values }: SparseVector): Float64Array {
    const { weights, head } = this.#model;
    const scores = new Float64Array(TAGS);
    for (let i = 0; i < numbers.length; i += 1) {
      const value = values[i] as number;
      const row = (numbers[i] as number) * TAGS;
      for (let tag = 0; tag < TAGS; tag += 1) {
        scores[tag] = (scores[tag] as number) + value * (weights[row + tag] as number);
      }
    }
    for (let tag = 0; tag < TAGS; tag += 1) {
      scores[tag] = (scores[tag] as number) * (head.scales[tag] ?? 0) + (head.biases[tag] ?? 0);
    }
    for (const { number, weights: added, bias } of this.#taught) {
      let change = bias;
      for (let i = 0; i < numbers.length; i += 1)
        change += (values[i] as number) * (added[(numbers[i] as number) - this.#meaningFrom] ?? 0);
      scores[number] = (scores[number] as number) + change;
    }
    return scores;
  }

  /** Scores a text that was read. */
  analyse(reading: TextReading): Analysis {
    const occurrences = occurrencesOf(reading.words, this.#vocabulary);
    const vector = vectorOf(occurrences, this.#model.idf, extrasOf(reading));
    return { reading, occurrences, vector, scores: this.score(vector) };
  }

  /** The scores of each of the reading's sentences, taken alone. */
  scoreSentences({ reading, occurrences }: Analysis): Float64Array[] {
    const { words, sentences, hits, meaning } = reading;
    const grams = occurrencesBySentence(occurrences, words, sentences);
    const phrases = occurrencesBySentence(hits, words, sentences);
    return sentences.map((_, at) => {
      const counts = lexiconCounts(phrases[at] ?? []);
      const vector = meaning.parts[at] ?? new Float32Array(MEANING_FEATURES);
      return this.score(vectorOf(grams[at] ?? [], this.#model.idf, { counts, vector }));
    });
  }

  /** How much each word adds to a tag's score; what covers several words gives each an equal share. */
  contributions({ reading, occurrences, vector }: Analysis, tag: number): Float64Array {
    const { words, hits, meaning } = reading;
    const first = this.#model.features.length;
    const covers = [
      ...occurrences,
      ...hits.map(({ feature, ...words }) => ({ ...words, number: first + feature })),
    ];
    const counts = new Map<number, number>();
    for (const { number } of covers) counts.set(number, (counts.get(number) ?? 0) + 1);
    const each = new Map<number, number>();
    let length = 0;
    vector.numbers.forEach((number, i) => {
      if (number >= first + LEXICON_FEATURES) length += (vector.values[i] ?? 0) ** 2;
      else
        each.set(number, ((vector.values[i] ?? 0) * this.#weight(number, tag)) / (counts.get(number) ?? 1));
    });
    const adds = new Float64Array(words.length);
    for (const { number, first, last } of covers) {
      const share = (each.get(number) ?? 0) / (last - first + 1);
      for (let word = first; word <= last; word += 1) adds[word] = (adds[word] ?? 0) + share;
    }
    // The encoder's vector has length 1; the length in this vector is what it counts beside the n-grams.
    const scale = Math.sqrt(length);
    const meant = meaning.wordShares(this.#directions[tag] ?? [], words);
    return adds.map((add, word) => add + scale * (meant[word] ?? 0));
  }
}
