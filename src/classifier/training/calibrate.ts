import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { confidenceOf, type PassageScores } from '../judge.ts';
import { type Calibration, type Judgement, SURROUNDINGS, type Surroundings } from '../model-file.ts';
import type { HeldOut, HeldOutTitle } from './held-out.ts';
import { fitSmallLogistic, type Sample } from './small-logistic.ts';
import { bestF1, type Case, fromPrecision } from './thresholds.ts';

/**
 * How often a tag under these words has to be right, on held-out paragraphs of the corpus. On pages by other authors
 * the same confidence is right less often, so more is asked here than the words promise there: 0.85 and 0.65.
 */
export const PROMISE = { clear: 0.95, likely: 0.75 };
/** More than any confidence. Not infinity, which JSON does not know. */
const NEVER = 2;
/** A headline says little: a tag that is not more likely than not is not shown. */
const PERHAPS_IN_HEADLINES = 0.5;

interface Judged {
  scores: PassageScores;
  tags: readonly TagId[];
}

/** The same scores with only what the case knows. */
const within = (scores: PassageScores, surroundings: Surroundings): PassageScores => ({
  own: scores.own,
  title: surroundings === 'title' || surroundings === 'both' ? scores.title : null,
  neighbours: surroundings === 'neighbours' || surroundings === 'both' ? scores.neighbours : null,
});

function calibrationOf(
  judged: readonly Judged[],
  number: number,
  tag: TagId,
  surroundings: Surroundings,
): Calibration {
  const samples: Sample[] = judged.map(({ scores, tags }) => {
    const known = within(scores, surroundings);
    const around = [known.title, known.neighbours].flatMap((of) => (of ? [of[number] ?? 0] : []));
    return { inputs: [scores.own[number] ?? 0, ...around], is: tags.includes(tag) };
  });
  const weights = fitSmallLogistic(samples);
  const title = surroundings === 'title' || surroundings === 'both';
  const neighbours = surroundings === 'neighbours' || surroundings === 'both';
  return {
    own: weights[0] ?? 0,
    title: title ? (weights[1] ?? 0) : 0,
    neighbours: neighbours ? (weights[title ? 2 : 1] ?? 0) : 0,
    offset: weights[weights.length - 1] ?? 0,
  };
}

const calibrationsOf = (judged: readonly Judged[], surroundings: Surroundings): Calibration[] =>
  TAG_IDS.map((tag, number) => calibrationOf(judged, number, tag, surroundings));

/** Every tag's confidence in every passage, in one case of what is known, with the truth. */
function casesOf(
  judged: readonly Judged[],
  calibrations: readonly Calibration[],
  surroundings: Surroundings,
): Case[][] {
  return TAG_IDS.map((tag, number) => {
    const calibration = calibrations[number];
    if (!calibration) return [];
    return judged.map(({ scores, tags }) => ({
      score: confidenceOf(within(scores, surroundings), number, calibration),
      is: tags.includes(tag),
    }));
  });
}

function words(cases: readonly Case[]): { clear: number; likely: number } {
  const clear = fromPrecision(cases, PROMISE.clear, NEVER);
  return { clear, likely: fromPrecision(cases, PROMISE.likely, clear) };
}

/**
 * How paragraphs are judged. Confidence is fitted for each tag and each case of what is known around a passage.
 *
 * A tag is shown from half its best F1 on, which is where a calibrated confidence gives the best F1 (Lipton, Elkan
 * and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"). *Perhaps* is what lies from
 * there to *likely*: about one in three is right. Holding it to more loses the tags that are hard to tell.
 */
export function judgementOfParagraphs(heldOut: readonly HeldOut[]): Judgement {
  const judged = heldOut.map(({ scores, passage }) => ({ scores, tags: passage.labels.tags }));
  const calibrations = {
    alone: calibrationsOf(judged, 'alone'),
    title: calibrationsOf(judged, 'title'),
    neighbours: calibrationsOf(judged, 'neighbours'),
    both: calibrationsOf(judged, 'both'),
  };
  const all = SURROUNDINGS.map((surroundings) => casesOf(judged, calibrations[surroundings], surroundings));
  const perTag = TAG_IDS.map((_, number) => all.flatMap((cases) => cases[number] ?? []));
  const { clear, likely } = words(perTag.flat());
  return {
    calibrations,
    perhaps: perTag.map((cases) => bestF1(cases).f1 / 2 || likely),
    likely,
    clear,
  };
}

/** How headlines are judged: alone, and shown from where they are more likely right than wrong. */
export function judgementOfHeadlines(titles: readonly HeldOutTitle[]): Judgement {
  const judged = titles.map(({ scores, tags }) => ({
    scores: { own: scores, title: null, neighbours: null },
    tags,
  }));
  const alone = calibrationsOf(judged, 'alone');
  const cases = casesOf(judged, alone, 'alone').flat();
  const { clear, likely } = words(cases);
  const least = fromPrecision(cases, PERHAPS_IN_HEADLINES, likely);
  return {
    calibrations: { alone, title: alone, neighbours: alone, both: alone },
    perhaps: TAG_IDS.map(() => least),
    likely,
    clear,
  };
}
