import type { TagId } from '../framework/tag-ids.ts';
import type { PassageInput } from './classifier.ts';

/**
 * The model file, little-endian: the four letters `LGLM`, then unsigned 32-bit the format, the length of the head in
 * bytes, the number of n-gram features and a checksum (FNV-1a, by 32-bit words, of all that follows); then the head (JSON in UTF-8,
 * filled up with spaces to a multiple of 4), the n-grams' hashes (uint32, ascending), in how many
 * texts of the corpus each is (uint16), and the weights (int16, 17 to a feature, to be multiplied by the tag's scale): of the n-grams, then of the lexicon's
 * counts, then of the encoder's 512 numbers.
 */
export const MAGIC = 0x4d4c474c;
export const FORMAT = 3;
export const PREAMBLE_BYTES = 20;

/**
 * What makes a probability of a passage's score for a tag, and of the scores that its title and its neighbours have
 * for that tag: `1 / (1 + exp(-(own · score + title · …  + neighbours · … + offset)))`.
 */
export interface Calibration {
  own: number;
  title: number;
  neighbours: number;
  offset: number;
}

/** What is known around a passage. Each case is calibrated for itself, so that a confidence means the same in all. */
export const SURROUNDINGS = ['alone', 'title', 'neighbours', 'both'] as const;
export type Surroundings = (typeof SURROUNDINGS)[number];

/** What is shown of one kind of passage, and under which word. */
export interface Judgement {
  /** For each case one a tag, in the codebook's order. */
  calibrations: Record<Surroundings, Calibration[]>;
  /** Least confidence of a shown tag, one a tag. */
  perhaps: number[];
  /** Least confidence of a *likely* and of a *clear* tag. */
  likely: number;
  clear: number;
}

/** When a sentence carries a signal, from the sentence's own score, the passage's and the best sentence's. */
export interface SentenceRule {
  own: number;
  passage: number;
  best: number;
  offset: number;
}

/** Everything in the model file but the table of features. */
export interface ModelHead {
  /** Changes whenever the file does; for people and logs. */
  name: string;
  tags: TagId[];
  /** How many texts the n-grams were counted in. */
  texts: number;
  biases: number[];
  scales: number[];
  judgements: Record<PassageInput['kind'], Judgement>;
  sentenceRule: SentenceRule;
}

/** A model as loaded. `weights[number * 17 + tag]` times `head.scales[tag]` is a weight. */
export interface LinearModel {
  head: ModelHead;
  /** The n-grams; what comes after them in `weights` has no hash and no idf. */
  features: Uint32Array;
  /** In how many texts each n-gram is. */
  counts: Uint16Array;
  /** What `counts` comes to: smoothed inverse document frequency. */
  idf: Float32Array;
  weights: Int16Array;
}

/** Bytes of an n-gram's hash and count. */
export const GRAM_BYTES = 4 + 2;

/** Smoothed inverse document frequency, `ln((1 + texts) / (1 + count)) + 1`. */
export function idfOf(counts: Uint16Array, texts: number): Float32Array {
  const idf = new Float32Array(counts.length);
  for (let at = 0; at < idf.length; at += 1) idf[at] = Math.log((1 + texts) / (1 + (counts[at] ?? 0))) + 1;
  return idf;
}
