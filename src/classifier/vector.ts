import { GROUPS, visitFeatures } from './features.ts';
import { LEXICON_FEATURES } from './lexicon.ts';
import type { Extras } from './text-reader.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { PlacedWord } from './words.ts';

/** Numbers of the encoder's vector. */
export const MEANING_FEATURES = 512;
/** Features that every model has behind its n-grams. */
export const EXTRA_FEATURES = LEXICON_FEATURES + MEANING_FEATURES;

/**
 * How large the extras stand beside the n-grams, whose two groups have length 1 each: the smaller, the more a weight
 * on them costs. Chosen by cross-validation on the corpus.
 */
const COUNT_SCALE = 0.3;
export const MEANING_SCALE = 0.57;

/** One occurrence of a known feature; it covers words `first` to `last`, by number. */
export interface Occurrence {
  number: number;
  group: number;
  first: number;
  last: number;
}

/** A sparse vector: `values[i]` is the value of feature `numbers[i]`; no feature twice. */
export interface SparseVector {
  numbers: Int32Array;
  values: Float64Array;
}

/** The known features of `words[from]` to `words[to - 1]`, one entry for each time one occurs. */
export function occurrencesOf(
  words: readonly PlacedWord[],
  vocabulary: Vocabulary,
  from = 0,
  to = words.length,
): Occurrence[] {
  const found: Occurrence[] = [];
  visitFeatures(words, from, to, (feature, group, first, last) => {
    const number = vocabulary.numberOf(feature);
    if (number >= 0) found.push({ number, group, first, last });
  });
  return found;
}

/**
 * A text as a model weighs it. N-grams by TF-IDF with sublinear term frequency, `(1 + ln tf) · idf`, each group
 * scaled to unit length (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval"); behind
 * them the lexicon's counts and the encoder's vector.
 */
export function vectorOf(
  occurrences: readonly Occurrence[],
  idf: ArrayLike<number>,
  { counts, vector }: Extras,
): SparseVector {
  const grams = gramsOf(occurrences, idf);
  const numbers: number[] = [];
  const values: number[] = [];
  const add = (number: number, value: number): void => {
    if (value === 0) return;
    numbers.push(idf.length + number);
    values.push(value);
  };
  counts.forEach((count, at) => {
    add(at, count * COUNT_SCALE);
  });
  vector.forEach((value, at) => {
    add(LEXICON_FEATURES + at, value * MEANING_SCALE);
  });
  return {
    numbers: Int32Array.from([...grams.numbers, ...numbers]),
    values: Float64Array.from([...grams.values, ...values]),
  };
}

function gramsOf(occurrences: readonly Occurrence[], idf: ArrayLike<number>): SparseVector {
  const counts = new Map<number, { count: number; group: number }>();
  for (const { number, group } of occurrences) {
    const entry = counts.get(number);
    if (entry) entry.count += 1;
    else counts.set(number, { count: 1, group });
  }
  const numbers = new Int32Array(counts.size);
  const values = new Float64Array(counts.size);
  const squares = new Float64Array(GROUPS);
  const groups = new Uint8Array(counts.size);
  let at = 0;
  for (const [number, { count, group }] of counts) {
    const value = (1 + Math.log(count)) * (idf[number] ?? 0);
    numbers[at] = number;
    values[at] = value;
    groups[at] = group;
    squares[group] = (squares[group] ?? 0) + value * value;
    at += 1;
  }
  for (let i = 0; i < values.length; i += 1) {
    const length = Math.sqrt(squares[groups[i] ?? 0] ?? 0);
    values[i] = length > 0 ? (values[i] ?? 0) / length : 0;
  }
  return { numbers, values };
}
