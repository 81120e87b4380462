import { isSignalId, type SignalId } from '../framework/tag-ids.ts';
import { isMarked, type SignalSentence, type Span } from './classifier.ts';
import type { Shown } from './judge.ts';
import { sigmoid } from './judge.ts';
import type { SentenceRule } from './model-file.ts';
import type { PlacedWord } from './words.ts';

/**
 * Whether a sentence carries a signal of its passage, as a probability.
 *
 * @param own the sentence's score for the signal, taken alone
 * @param passage the whole passage's score
 * @param best the best `own` among the passage's sentences
 */
export const sentenceProbability = (own: number, passage: number, best: number, rule: SentenceRule): number =>
  sigmoid(rule.own * own + rule.passage * passage + rule.best * best + rule.offset);

/** Sorts what covers words of a passage by the sentence of its last word; what no sentence holds is left out. */
export function occurrencesBySentence<Covers extends { last: number }>(
  occurrences: readonly Covers[],
  words: readonly PlacedWord[],
  sentences: readonly Span[],
): Covers[][] {
  const parts: Covers[][] = sentences.map(() => []);
  for (const occurrence of occurrences) {
    let sentence = 0;
    const at = words[occurrence.last]?.start ?? 0;
    while (sentence + 1 < sentences.length && at >= (sentences[sentence + 1]?.start ?? 0)) sentence += 1;
    parts[sentence]?.push(occurrence);
  }
  return parts;
}

/**
 * The sentences that carry the shown signals: at least one for each that is marked.
 *
 * @param sentences the passage's sentences, in order
 * @param own for each sentence, its scores taken alone, by tag number
 * @param passage the passage's scores, by tag number
 */
export function signalSentences(
  shown: readonly Shown[],
  sentences: readonly Span[],
  own: readonly Float64Array[],
  passage: Float64Array,
  rule: SentenceRule,
): SignalSentence[] {
  const carried: { signal: SignalId; probability: number }[][] = sentences.map(() => []);
  for (const { tag, number, word } of shown) {
    if (!isSignalId(tag)) continue;
    const scores = own.map((of) => of[number] ?? 0);
    const best = Math.max(...scores);
    scores.forEach((score, sentence) => {
      const probability = sentenceProbability(score, passage[number] ?? 0, best, rule);
      const foremost = isMarked({ word }) && score === best;
      if (probability >= 0.5 || foremost) carried[sentence]?.push({ signal: tag, probability });
    });
  }
  return sentences.flatMap(({ start, end }, sentence) => {
    const signals = (carried[sentence] ?? [])
      .sort((a, b) => b.probability - a.probability)
      .map(({ signal }) => signal);
    return signals.length > 0 ? [{ start, end, sentence, signals }] : [];
  });
}
