import { GROUPS, visitFeatures } from './features.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { PlacedWord } from './words.ts';

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
 * TF-IDF with sublinear term frequency, `(1 + ln tf) · idf`, each group scaled to unit length
 * (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval").
 */
export function vectorOf(occurrences: readonly Occurrence[], idf: ArrayLike<number>): SparseVector {
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
