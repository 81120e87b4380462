import { isSignalId } from '../../framework/tag-ids.ts';
import { judge } from '../judge.ts';
import type { Judgement, SentenceRule } from '../model-file.ts';
import { sentenceProbability } from '../signal-sentences.ts';
import type { HeldOut } from './held-out.ts';
import { fitSmallLogistic, type Sample } from './small-logistic.ts';
import { bestF1 } from './thresholds.ts';

/** The sentences of held-out paragraphs in which a signal would be shown, rightly or not. */
function shownSentences(heldOut: readonly HeldOut[], judgement: Judgement): Sample[] {
  return heldOut.flatMap(({ passage, scores, sentences }) =>
    judge(scores, judgement).flatMap(({ tag, number }) => {
      if (!isSignalId(tag)) return [];
      const own = sentences.map((of) => of[number] ?? 0);
      const carried = passage.labels.signals[tag] ?? [];
      return own.map((score, sentence) => ({
        inputs: [score, scores.own[number] ?? 0, Math.max(...own)],
        is: carried.includes(sentence),
      }));
    }),
  );
}

/**
 * When a sentence carries a signal that is shown: fitted on what would be shown of held-out paragraphs, signals that
 * are not there included, and cut where F1 over all sentences is best.
 */
export function sentenceRuleOf(heldOut: readonly HeldOut[], judgement: Judgement): SentenceRule {
  const samples = shownSentences(heldOut, judgement);
  const [own = 0, passage = 0, best = 0, offset = 0] = fitSmallLogistic(samples);
  const rule: SentenceRule = { own, passage, best, offset };
  const all = heldOut.reduce(
    (sum, { passage: { labels } }) =>
      sum + Object.values(labels.signals).reduce((of, carried) => of + (carried?.length ?? 0), 0),
    0,
  );
  const found = samples.filter(({ is }) => is).length;
  const cases = samples.map(({ inputs: [a = 0, b = 0, c = 0], is }) => ({
    score: sentenceProbability(a, b, c, rule),
    is,
  }));
  // Sentences of signals that are not shown cannot be found by any cut, but count as missed.
  const missed = Array.from({ length: Math.max(0, all - found) }, () => ({ score: -1, is: true }));
  const { from } = bestF1([...cases, ...missed]);
  // The rule says yes from 0.5 on: the best cut goes into the offset.
  return from > 0 && from < 1 ? { ...rule, offset: offset - Math.log(from / (1 - from)) } : rule;
}
