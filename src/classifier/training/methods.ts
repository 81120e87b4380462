import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { Scorer } from '../score.ts';
import type { TextReading } from '../text-reader.ts';
import { MEANING_FEATURES } from '../vector.ts';
import { type FitOptions, fitModel } from './fit.ts';
import { foldsOf } from './folds.ts';
import { bestF1, type Case } from './thresholds.ts';
import { exampleOf, type TrainingPassage } from './training-passages.ts';

/** What of a text a method looks at. */
export interface Looks {
  grams: boolean;
  lexicon: boolean;
  meaning: boolean;
}

const FOLDS = 5;

/** A reading with nothing in it but what a method looks at. */
function seenBy(reading: TextReading, { grams, lexicon, meaning }: Looks): TextReading {
  return {
    ...reading,
    words: grams ? reading.words : [],
    hits: lexicon ? reading.hits : [],
    meaning: meaning ? reading.meaning : { ...reading.meaning, whole: new Float32Array(MEANING_FEATURES) },
  };
}

/** A method that has learned. */
export interface TrainedMethod {
  /** One number for each tag, in the codebook's order: the more, the surer. */
  scores(reading: TextReading): Float64Array;
  /** From which score on a tag is said. */
  from: number[];
}

/**
 * Logistic regression on a part of what the product looks at. Thresholds are where F1 is best in cross-validation
 * grouped by beat, so that all methods are held to the same.
 */
export function trainMethod(
  passages: readonly TrainingPassage[],
  looks: Looks,
  options: FitOptions,
): TrainedMethod {
  const seen = passages.map((passage) => ({ ...passage, reading: seenBy(passage.reading, looks) }));
  const folds = foldsOf(
    passages.map(({ beat }) => beat),
    FOLDS,
  );
  const cases = TAG_IDS.map(() => [] as Case[]);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const scorer = new Scorer(fitModel(seen.filter((_, at) => folds[at] !== fold).map(exampleOf), options));
    for (const { reading, labels } of seen.filter((_, at) => folds[at] === fold)) {
      const { scores } = scorer.analyse(reading);
      TAG_IDS.forEach((tag, number) => {
        cases[number]?.push({ score: scores[number] ?? 0, is: labels.tags.includes(tag) });
      });
    }
  }
  const scorer = new Scorer(fitModel(seen.map(exampleOf), options));
  return {
    scores: (reading) => scorer.analyse(seenBy(reading, looks)).scores,
    from: cases.map((of) => bestF1(of).from),
  };
}

/** The tags that a method says of scores that it gave. */
export const tagsFrom = (scores: Float64Array, { from }: TrainedMethod): TagId[] =>
  TAG_IDS.filter((_, number) => (scores[number] ?? 0) >= (from[number] ?? Number.POSITIVE_INFINITY));

/** Every so many beats, spread over the corpus: what a smaller corpus would have been. */
export function someBeats(passages: readonly TrainingPassage[], oneIn: number): TrainingPassage[] {
  const beats = foldsOf(
    passages.map(({ beat }) => beat),
    oneIn,
  );
  return passages.filter((_, at) => beats[at] === 0);
}
