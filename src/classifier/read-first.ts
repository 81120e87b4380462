import { sideOf } from '../framework/balance.ts';
import { isMarked, type TaggedPassage } from './classifier.ts';

const MOST = 3;
const FEW = 5;

/**
 * Which passages to read first: those with the most clear tags, long-game ones before others, at most three,
 * in reading order. Empty when there are five passages or fewer, or when none has a clear tag.
 *
 * @param passages marked passages of one article or list
 * @returns their indices, ascending
 */
export function readFirst(passages: readonly TaggedPassage[]): number[] {
  const scored = passages
    .map(({ index, tags }) => {
      const marked = tags.filter(isMarked);
      return {
        index,
        marked: marked.length,
        confidence: marked.reduce((sum, tag) => sum + tag.confidence, 0),
        clear: marked.filter((tag) => tag.word === 'clear').length,
        long: sideOf(marked.map((tag) => tag.tag)) === 'long',
      };
    })
    .filter((passage) => passage.marked > 0);
  if (scored.length <= FEW) return [];
  return scored
    .filter((passage) => passage.clear > 0)
    .sort(
      (a, b) =>
        b.clear - a.clear ||
        Number(b.long) - Number(a.long) ||
        b.confidence - a.confidence ||
        a.index - b.index,
    )
    .slice(0, MOST)
    .map((passage) => passage.index)
    .sort((a, b) => a - b);
}
