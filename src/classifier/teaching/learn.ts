import type { TagId } from '../../framework/tag-ids.ts';
import { TAG_IDS } from '../../framework/tag-ids.ts';
import type { ModelHead } from '../model-file.ts';
import { MEANING_FEATURES } from '../vector.ts';
import { byTag, type Lesson, standingLessons } from './lesson.ts';

/** How lessons are learned. All logits are of the confidence that a paragraph has alone. */
export interface LearningRule {
  /** Longest change of the weights on the encoder's unit vector, in logits. */
  turn: number;
  /** Largest change of the bias, in logits. No text's own confidence moves by more than the two together. */
  shift: number;
  /** By how much a lesson is to be fulfilled, in logits: a tag that was given be marked, one taken away not even shown. */
  margin: number;
  /** The most that one look at a lesson changes: the C of PA-I. */
  step: number;
  /** How often the lessons are gone through. */
  passes: number;
  /** The bias counts as one more feature with this value, the same in every text: below 1 it learns more slowly. */
  constant: number;
}

/**
 * By `npm run eval:teaching -- --choose`: the bounds are the widest with which no reader loses five points of F1 where a
 * tag is only shown; the step is larger than the best one there, so that a single correction is felt.
 */
export const LEARNING: LearningRule = {
  turn: 0.5,
  shift: 0.25,
  margin: 0.3,
  step: 0.2,
  passes: 2,
  constant: 0.5,
};

/** A text as the shipped model has it: all that is learned from. */
export interface StudiedText {
  /** The encoder's vector: 512 numbers of unit length, or zeros. */
  vector: Float32Array;
  /** Its linear score for each tag, in the codebook's order. */
  scores: Float32Array;
}

/** A lesson with its text read. */
export interface StudiedLesson extends Lesson {
  studied: StudiedText;
}

/** What was taught of one tag: a change of its weights. */
export interface TaughtTag {
  tag: TagId;
  /** The tag's number in the codebook's order. */
  number: number;
  /** How many lessons taught it. */
  lessons: number;
  /** Added to the tag's linear score: these times the encoder's vector, and the bias. */
  weights: Float64Array;
  bias: number;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

const logit = (probability: number): number => Math.log(probability / (1 - probability));

/** What was taught of a tag adds this to a text's linear score. */
export const taughtScore = ({ weights, bias }: TaughtTag, vector: Float32Array): number =>
  dot(weights, vector) + bias;

/** Learns one tag; all in logits of the confidence that a paragraph has alone. */
function learnTag(
  lessons: readonly StudiedLesson[],
  number: number,
  head: ModelHead,
  rule: LearningRule,
): Pick<TaughtTag, 'weights' | 'bias'> {
  const { calibrations, perhaps, likely } = head.judgements.paragraph;
  const calibration = calibrations.alone[number];
  const shownFrom = logit(perhaps[number] ?? 1);
  const markedFrom = Math.max(shownFrom, logit(likely));
  const weights = new Float64Array(MEANING_FEATURES);
  // A model in which a score says nothing of the tag has nothing to be turned.
  if (!calibration || !(calibration.own > 0) || !Number.isFinite(markedFrom)) return { weights, bias: 0 };
  const { turn, shift, margin, constant } = rule;
  let bias = 0;
  for (let pass = 0; pass < rule.passes; pass += 1) {
    for (const { given, studied } of lessons) {
      const { vector, scores } = studied;
      const side = given ? 1 : -1;
      const shipped = calibration.own * (scores[number] ?? 0) + calibration.offset;
      const beyond = side * (shipped + dot(weights, vector) + bias - (given ? markedFrom : shownFrom));
      if (beyond >= margin) continue;
      const step = side * Math.min(rule.step, (margin - beyond) / (dot(vector, vector) + constant ** 2));
      for (let at = 0; at < weights.length; at += 1)
        weights[at] = (weights[at] ?? 0) + step * (vector[at] ?? 0);
      bias = Math.max(-shift, Math.min(shift, bias + step * constant ** 2));
      const length = Math.sqrt(dot(weights, weights));
      if (length > turn)
        for (let at = 0; at < weights.length; at += 1) weights[at] = ((weights[at] ?? 0) * turn) / length;
    }
  }
  return { weights: weights.map((weight) => weight / calibration.own), bias: bias / calibration.own };
}

/**
 * What a reader's corrections change of a model: for each tag that was taught, and no other, a change of its weights on
 * the encoder's vector and of its bias.
 *
 * On-line passive-aggressive learning (PA-I, Crammer et al. 2006, "Online passive-aggressive algorithms") over the
 * shipped weights, a few passes in the order taught: a lesson that the model already fulfils, by a margin, changes
 * nothing; any other moves it just so far that it does, and never by more than a little. After each step the change is
 * brought back into a ball and an interval (projection as in Zinkevich 2003, "Online convex programming"), so that no
 * number of lessons wrecks a tag.
 *
 * @param lessons in the order taught; those that no longer stand are left out
 * @returns in the codebook's order; the same lessons give the same bits
 */
export function learn(
  lessons: readonly StudiedLesson[],
  head: ModelHead,
  rule: LearningRule = LEARNING,
): TaughtTag[] {
  return byTag(standingLessons(lessons)).map(({ tag, lessons: of }) => {
    const number = TAG_IDS.indexOf(tag);
    return { tag, number, lessons: of.length, ...learnTag(of, number, head, rule) };
  });
}
