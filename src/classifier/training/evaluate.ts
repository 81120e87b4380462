import { SIGNAL_IDS, TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import type { Word } from '../classifier.ts';
import type { Answer } from './answer.ts';
import {
  type Claim,
  type Counts,
  calibrationError,
  count,
  macroF1,
  microF1,
  noCounts,
  type Scores,
  scoresOf,
} from './metrics.ts';
import type { LabelledPassage } from './passages.ts';

/** A tag with this many cases or more is not left to chance. */
export const ENOUGH = 10;

/** How well a method names tags. */
export interface TagEvaluation {
  perTag: { tag: TagId; scores: Scores }[];
  /** Mean F1 of the tags with one case or more, and with ten or more; null where there are none. */
  macro: number | null;
  macroOfEnough: number | null;
  micro: number;
}

/** What only the product says: how sure it is, and in which sentences. */
export interface ProductEvaluation extends TagEvaluation {
  /** Over all sentences and signals. */
  sentences: Scores;
  /** Expected calibration error of the shown tags' confidence. */
  calibrationError: number;
  words: Record<Word, { shown: number; precision: number }>;
  /** Of all tags that are there, the share shown as clear or likely: what is marked on a page. */
  markedRecall: number;
  /** Every shown tag's confidence, and whether it was right. */
  claims: Claim[];
}

/** Compares tags with a reader's. Both lists are parallel. */
export function evaluateTags(
  gold: readonly LabelledPassage[],
  said: readonly (readonly TagId[])[],
): TagEvaluation {
  const counts = new Map<TagId, Counts>(TAG_IDS.map((tag) => [tag, noCounts()]));
  gold.forEach(({ tags }, at) => {
    for (const [tag, of] of counts) count(of, said[at]?.includes(tag) ?? false, tags.includes(tag));
  });
  const all = [...counts.values()];
  return {
    perTag: [...counts].map(([tag, of]) => ({ tag, scores: scoresOf(of) })),
    macro: macroF1(all, 1),
    macroOfEnough: macroF1(all, ENOUGH),
    micro: microF1(all),
  };
}

/** Mean F1 of some tags; those without one case, as a draw may have them, are left out. Null where none is left. */
export function macroOver({ perTag }: TagEvaluation, tags: readonly TagId[]): number | null {
  const scores = perTag.filter(({ tag, scores: { support } }) => tags.includes(tag) && support > 0);
  return scores.length === 0 ? null : scores.reduce((sum, { scores: { f1 } }) => sum + f1, 0) / scores.length;
}

/** Compares the product's answers with a reader's labels. Both lists are parallel. */
export function evaluateAnswers(
  gold: readonly LabelledPassage[],
  answers: readonly Answer[],
): ProductEvaluation {
  const sentences = noCounts();
  const claims: Claim[] = [];
  const byWord: Record<Word, { shown: number; right: number }> = {
    clear: { shown: 0, right: 0 },
    likely: { shown: 0, right: 0 },
    perhaps: { shown: 0, right: 0 },
  };
  const said = gold.map((passage, at) => {
    const answer = answers[at];
    const shown: TagId[] = [];
    for (const tag of TAG_IDS) {
      const result = answer?.tags[tag];
      if (!result) continue;
      const right = passage.tags.includes(tag);
      shown.push(tag);
      claims.push({ confidence: result.confidence, right });
      byWord[result.word].shown += 1;
      byWord[result.word].right += Number(right);
    }
    for (const signal of SIGNAL_IDS) {
      passage.sentences.forEach((_, number) => {
        count(
          sentences,
          answer?.signals[signal]?.includes(number) ?? false,
          passage.signals[signal]?.includes(number) ?? false,
        );
      });
    }
    return shown;
  });
  const word = (name: Word) => {
    const { shown, right } = byWord[name];
    return { shown, precision: shown === 0 ? 0 : right / shown };
  };
  return {
    ...evaluateTags(gold, said),
    sentences: scoresOf(sentences),
    calibrationError: calibrationError(claims),
    markedRecall:
      (byWord.clear.right + byWord.likely.right) /
      Math.max(
        1,
        gold.reduce((sum, { tags }) => sum + tags.length, 0),
      ),
    claims,
    words: { clear: word('clear'), likely: word('likely'), perhaps: word('perhaps') },
  };
}
