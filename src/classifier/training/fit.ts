import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { visitFeatures } from '../features.ts';
import { idfOf, type LinearModel, type ModelHead } from '../model-file.ts';
import type { Extras } from '../text-reader.ts';
import { EXTRA_FEATURES, occurrencesOf, type SparseVector, vectorOf } from '../vector.ts';
import { Vocabulary } from '../vocabulary.ts';
import type { PlacedWord } from '../words.ts';
import { trainLogistic } from './logistic.ts';

const TAGS = TAG_IDS.length;
const LARGEST = 32767;
/** What a mistake on a disputed tag costs beside one on which readers agree. */
const DISPUTED = 0.5;

/** A text to learn from. */
export interface Example {
  words: readonly PlacedWord[];
  extras: Extras;
  tags: readonly TagId[];
  /** Tags on which readers differ: a mistake there costs less. */
  disputed: readonly TagId[];
}

export interface FitOptions {
  /** A feature has to be in this many texts. */
  leastTexts: number;
  /** Cost of a mistake beside the weights' size. */
  cost: number;
  seed: number;
}

/** The features that are in at least `least` texts, ascending, and in how many texts each is. */
function vocabularyOf(
  examples: readonly Example[],
  least: number,
): { features: Uint32Array; counts: Uint16Array } {
  const texts = new Map<number, number>();
  for (const { words } of examples) {
    const seen = new Set<number>();
    visitFeatures(words, 0, words.length, (feature) => seen.add(feature));
    for (const feature of seen) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  }
  const features = Uint32Array.from(
    [...texts].filter(([, count]) => count >= least).map(([feature]) => feature),
  );
  features.sort();
  return { features, counts: Uint16Array.from(features, (feature) => texts.get(feature) ?? 0) };
}

/** A head that shows nothing: the fit knows weights, not yet what they are worth. */
function blankHead(texts: number, biases: number[], scales: number[]): ModelHead {
  const plain = () => TAG_IDS.map(() => ({ own: 1, title: 0, neighbours: 0, offset: 0 }));
  const judgement = () => ({
    calibrations: { alone: plain(), title: plain(), neighbours: plain(), both: plain() },
    perhaps: TAG_IDS.map(() => 1),
    likely: 1,
    clear: 1,
  });
  return {
    name: 'not calibrated',
    tags: [...TAG_IDS],
    texts,
    biases,
    scales,
    judgements: { paragraph: judgement(), headline: judgement() },
    sentenceRule: { own: 1, passage: 0, best: 0, offset: 0 },
  };
}

/**
 * Fits one logistic regression for each tag (one against the rest), and makes a table of whole numbers of them.
 *
 * @returns a model whose scores are to be used; what they are worth is for `calibrate`
 */
export function fitModel(examples: readonly Example[], options: FitOptions): LinearModel {
  const { features, counts } = vocabularyOf(examples, options.leastTexts);
  const idf = idfOf(counts, examples.length);
  const vocabulary = new Vocabulary(features);
  const rows: SparseVector[] = examples.map(({ words, extras }) =>
    vectorOf(occurrencesOf(words, vocabulary), idf, extras),
  );
  const weights = new Int16Array((features.length + EXTRA_FEATURES) * TAGS);
  const biases: number[] = [];
  const scales: number[] = [];
  TAG_IDS.forEach((tag, at) => {
    const costs = Float64Array.from(
      examples,
      ({ disputed }) => options.cost * (disputed.includes(tag) ? DISPUTED : 1),
    );
    const positive = Uint8Array.from(examples, ({ tags }) => Number(tags.includes(tag)));
    const model = trainLogistic(rows, positive, {
      costs,
      features: features.length + EXTRA_FEATURES,
      seed: options.seed + at,
    });
    const largest = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const scale = largest > 0 ? largest / LARGEST : 1;
    model.weights.forEach((weight, number) => {
      weights[number * TAGS + at] = Math.round(weight / scale);
    });
    biases.push(model.bias);
    scales.push(scale);
  });
  return { head: blankHead(examples.length, biases, scales), features, counts, idf, weights };
}
