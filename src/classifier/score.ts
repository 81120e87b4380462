import { TAG_IDS } from '../framework/tag-ids.ts';
import type { LinearModel } from './model-file.ts';
import { type Occurrence, occurrencesOf, type SparseVector, vectorOf } from './vector.ts';
import { Vocabulary } from './vocabulary.ts';
import { type PlacedWord, wordsOf } from './words.ts';

const TAGS = TAG_IDS.length;

/** A text taken apart: its words, the known features in it, and its linear score for each tag. */
export interface Analysis {
  words: PlacedWord[];
  occurrences: Occurrence[];
  vector: SparseVector;
  /** One a tag, in the codebook's order; no probability yet. */
  scores: Float64Array;
}

/** Scores texts by the model's weights. Pure; keeps nothing between calls. */
export class Scorer {
  readonly #model: LinearModel;
  readonly #vocabulary: Vocabulary;

  constructor(model: LinearModel) {
    this.#model = model;
    this.#vocabulary = new Vocabulary(model.features);
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
    return scores;
  }

  /** Takes a text apart and scores it. */
  analyse(text: string): Analysis {
    const words = wordsOf(text);
    const occurrences = occurrencesOf(words, this.#vocabulary);
    const vector = vectorOf(occurrences, this.#model.idf);
    return { words, occurrences, vector, scores: this.score(vector) };
  }

  /** The scores of a part of a text, taken alone. */
  scorePart(occurrences: readonly Occurrence[]): Float64Array {
    return this.score(vectorOf(occurrences, this.#model.idf));
  }

  /** How much each word adds to a tag's score (a feature of two words gives each a half). */
  contributions({ words, occurrences, vector }: Analysis, tag: number): Float64Array {
    const { weights, head } = this.#model;
    const counts = new Map<number, number>();
    for (const { number } of occurrences) counts.set(number, (counts.get(number) ?? 0) + 1);
    const each = new Map<number, number>();
    vector.numbers.forEach((number, i) => {
      const weight = (weights[number * TAGS + tag] ?? 0) * (head.scales[tag] ?? 0);
      each.set(number, ((vector.values[i] ?? 0) * weight) / (counts.get(number) ?? 1));
    });
    const adds = new Float64Array(words.length);
    for (const { number, first, last } of occurrences) {
      const share = (each.get(number) ?? 0) / (last - first + 1);
      for (let word = first; word <= last; word += 1) adds[word] = (adds[word] ?? 0) + share;
    }
    return adds;
  }
}
