import type { SignalId, TagId } from '../../framework/tag-ids.ts';
import type { Span, TaggedPassage, Word } from '../classifier.ts';
import type { Passage } from './passages.ts';

/** One line of `npm run classify`. */
export interface Answer {
  id: string | number;
  tags: Partial<Record<TagId, { confidence: number; word: Word }>>;
  /** For each shown signal the numbers, from 0, of the sentences that carry it. */
  signals: Partial<Record<SignalId, number[]>>;
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * The given sentences that a range of the passage covers for the better part of the shorter of the two; the product
 * cuts the text by itself, and may cut it otherwise.
 */
function givenSentences(passage: Passage, span: Span): number[] {
  const numbers: number[] = [];
  let start = 0;
  passage.sentences.forEach((sentence, number) => {
    const given = { start, end: start + sentence.length };
    start = given.end + 1;
    const shorter = Math.min(sentence.length, span.end - span.start);
    if (shorter > 0 && overlap(given, span) * 2 > shorter) numbers.push(number);
  });
  return numbers;
}

/** What the product says of a passage, in the terms of the line that it came in. */
export function answerOf(passage: Passage, tagged: TaggedPassage): Answer {
  const answer: Answer = { id: passage.id, tags: {}, signals: {} };
  for (const { tag, confidence, word } of tagged.tags) {
    answer.tags[tag] = { confidence: Math.round(confidence * 10_000) / 10_000, word };
  }
  for (const sentence of tagged.signals) {
    const numbers = passage.cut ? givenSentences(passage, sentence) : [sentence.sentence];
    for (const signal of sentence.signals) {
      answer.signals[signal] = [...new Set([...(answer.signals[signal] ?? []), ...numbers])].sort(
        (a, b) => a - b,
      );
    }
  }
  return answer;
}
