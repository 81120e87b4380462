import { TAG_IDS, type TagId } from '../framework/tag-ids.ts';
import type { Word } from './classifier.ts';
import type { Calibration, Judgement } from './model-file.ts';

/** A tag that is to be shown, by its number in the codebook's order. */
export interface Shown {
  number: number;
  tag: TagId;
  confidence: number;
  word: Word;
}

/** The logistic function: a linear score to a number between 0 and 1. */
export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

/** The probability that a calibration makes of a score (Platt 1999). */
export const calibrated = (score: number, { slope, offset }: Calibration): number =>
  sigmoid(slope * score + offset);

/**
 * The tags to show for a passage's scores, surest first.
 *
 * A tag is shown from its own threshold on. The words *likely* and *clear* mean the same confidence for every tag.
 */
export function judge(scores: Float64Array, judgement: Judgement): Shown[] {
  const shown: Shown[] = [];
  TAG_IDS.forEach((tag, number) => {
    const calibration = judgement.calibrations[number];
    const least = judgement.perhaps[number];
    if (!calibration || least === undefined) return;
    const confidence = calibrated(scores[number] ?? 0, calibration);
    if (confidence < least) return;
    const word =
      confidence >= judgement.clear ? 'clear' : confidence >= judgement.likely ? 'likely' : 'perhaps';
    shown.push({ number, tag, confidence, word });
  });
  return shown.sort((a, b) => b.confidence - a.confidence || a.number - b.number);
}
