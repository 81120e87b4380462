import { TAG_IDS, type TagId } from '../framework/tag-ids.ts';
import type { Word } from './classifier.ts';
import type { Calibration, Judgement, Surroundings } from './model-file.ts';

/** A tag that is to be shown, by its number in the codebook's order. */
export interface Shown {
  number: number;
  tag: TagId;
  confidence: number;
  word: Word;
}

/** The logistic function: a linear score to a number between 0 and 1. */
export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** A passage's scores, and those of what stands around it where that is known; each one a tag. */
export interface PassageScores {
  own: Float64Array;
  title: Float64Array | null;
  /** The mean of the neighbours' scores. */
  neighbours: Float64Array | null;
}

/** The mean of two neighbours' scores, of one where there is but one. */
export function meanOf(before: Float64Array | null, after: Float64Array | null): Float64Array | null {
  if (!before || !after) return before ?? after;
  return before.map((score, tag) => (score + (after[tag] ?? 0)) / 2);
}

/** Which case of calibration fits what is known. */
export const surroundingsOf = ({ title, neighbours }: PassageScores): Surroundings =>
  title ? (neighbours ? 'both' : 'title') : neighbours ? 'neighbours' : 'alone';

/** The probability of a tag, by its number. */
export function confidenceOf(scores: PassageScores, number: number, calibration: Calibration): number {
  return sigmoid(
    calibration.own * (scores.own[number] ?? 0) +
      calibration.title * (scores.title?.[number] ?? 0) +
      calibration.neighbours * (scores.neighbours?.[number] ?? 0) +
      calibration.offset,
  );
}

/**
 * The tags to show for a passage's scores, surest first.
 *
 * A tag is shown from its own threshold on. The words *likely* and *clear* mean the same confidence for every tag.
 */
export function judge(scores: PassageScores, judgement: Judgement): Shown[] {
  const calibrations = judgement.calibrations[surroundingsOf(scores)];
  const shown: Shown[] = [];
  TAG_IDS.forEach((tag, number) => {
    const calibration = calibrations[number];
    const least = judgement.perhaps[number];
    if (!calibration || least === undefined) return;
    const confidence = confidenceOf(scores, number, calibration);
    if (confidence < least) return;
    const word =
      confidence >= judgement.clear ? 'clear' : confidence >= judgement.likely ? 'likely' : 'perhaps';
    shown.push({ number, tag, confidence, word });
  });
  return shown.sort((a, b) => b.confidence - a.confidence || a.number - b.number);
}
