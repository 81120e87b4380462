import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { meanOf, type PassageScores } from '../judge.ts';
import { Scorer } from '../score.ts';
import type { TextReading } from '../text-reader.ts';
import { type FitOptions, fitModel } from './fit.ts';
import { foldsOf } from './folds.ts';
import { exampleOf, type TrainingPassage } from './training-passages.ts';

const FOLDS = 5;

/** What models that never saw a paragraph's writer say of it. */
export interface HeldOut {
  passage: TrainingPassage;
  scores: PassageScores;
  /** For each sentence, its scores taken alone. */
  sentences: Float64Array[];
}

/** What they say of an article's title. */
export interface HeldOutTitle {
  scores: Float64Array;
  /** The tags that at least two of the article's paragraphs carry. */
  tags: TagId[];
}

function titlesTags(paragraphs: readonly TrainingPassage[]): TagId[] {
  return TAG_IDS.filter((tag) => paragraphs.filter(({ labels }) => labels.tags.includes(tag)).length >= 2);
}

/**
 * Five-fold cross-validation grouped by beat, so that no model is asked about a writer or a kind of site that it
 * learned from: as near as the corpus comes to a page by somebody else.
 */
export function heldOut(
  passages: readonly TrainingPassage[],
  titleReadings: ReadonlyMap<string, TextReading>,
  options: FitOptions,
  say: (line: string) => void,
): { paragraphs: HeldOut[]; titles: HeldOutTitle[] } {
  const folds = foldsOf(
    passages.map(({ beat }) => beat),
    FOLDS,
  );
  const paragraphs: HeldOut[] = [];
  const titles: HeldOutTitle[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const seen = passages.filter((_, at) => folds[at] !== fold);
    const scorer = new Scorer(fitModel(seen.map(exampleOf), options));
    const articles = Map.groupBy(
      passages.filter((_, at) => folds[at] === fold),
      ({ article }) => article,
    );
    for (const article of articles.values()) {
      const reading = titleReadings.get(article[0]?.title ?? '');
      const title = reading ? scorer.analyse(reading).scores : null;
      if (title) titles.push({ scores: title, tags: titlesTags(article) });
      const analyses = article.map((passage) => scorer.analyse(passage.reading));
      article.forEach((passage, at) => {
        const analysis = analyses[at];
        if (!analysis) return;
        const neighbours = meanOf(analyses[at - 1]?.scores ?? null, analyses[at + 1]?.scores ?? null);
        paragraphs.push({
          passage,
          scores: { own: analysis.scores, title, neighbours },
          sentences: scorer.scoreSentences(analysis),
        });
      });
    }
    say(
      `Fold ${fold + 1} of ${FOLDS}: ${seen.length} paragraphs seen, ${passages.length - seen.length} held out.`,
    );
  }
  return { paragraphs, titles };
}
