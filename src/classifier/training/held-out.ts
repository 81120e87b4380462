import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import type { Span } from '../classifier.ts';
import { meanOf, type PassageScores } from '../judge.ts';
import { Scorer } from '../score.ts';
import { occurrencesBySentence } from '../signal-sentences.ts';
import { type PlacedWord, wordsOf } from '../words.ts';
import type { CorpusPassage } from './corpus.ts';
import { type FitOptions, fitModel } from './fit.ts';
import { foldsOf } from './folds.ts';
import type { Labels } from './passages.ts';

const FOLDS = 5;

/** A paragraph of the corpus, ready to learn from. */
export interface TrainingPassage extends CorpusPassage {
  words: PlacedWord[];
  labels: Labels;
}

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

/**
 * The paragraphs to train from: those of the registers that real pages have, by the labels of the second reader,
 * who read them all in one way.
 */
export function trainingPassages(corpus: readonly CorpusPassage[]): TrainingPassage[] {
  return corpus.flatMap((passage) =>
    passage.register === 'scene' || !passage.second
      ? []
      : [{ ...passage, words: wordsOf(passage.text), labels: passage.second }],
  );
}

/** The ranges of a passage's sentences in its text. */
function sentenceSpans({ sentences }: CorpusPassage): Span[] {
  let start = 0;
  return sentences.map((sentence) => {
    const span = { start, end: start + sentence.length };
    start = span.end + 1;
    return span;
  });
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
    const scorer = new Scorer(
      fitModel(
        seen.map(({ words, labels }) => ({ words, tags: labels.tags })),
        options,
      ),
    );
    const articles = Map.groupBy(
      passages.filter((_, at) => folds[at] === fold),
      ({ article }) => article,
    );
    for (const article of articles.values()) {
      const title = scorer.analyse(article[0]?.title ?? '').scores;
      titles.push({ scores: title, tags: titlesTags(article) });
      const analyses = article.map(({ text }) => scorer.analyse(text));
      article.forEach((passage, at) => {
        const analysis = analyses[at];
        if (!analysis) return;
        const neighbours = meanOf(analyses[at - 1]?.scores ?? null, analyses[at + 1]?.scores ?? null);
        const parts = occurrencesBySentence(analysis.occurrences, analysis.words, sentenceSpans(passage));
        paragraphs.push({
          passage,
          scores: { own: analysis.scores, title, neighbours },
          sentences: parts.map((part) => scorer.scorePart(part)),
        });
      });
    }
    say(
      `Fold ${fold + 1} of ${FOLDS}: ${seen.length} paragraphs seen, ${passages.length - seen.length} held out.`,
    );
  }
  return { paragraphs, titles };
}
