import type { Place } from '../article/article.ts';
import { mapText } from '../article/block-text.ts';
import { isMarked, type TaggedPassage } from '../classifier/classifier.ts';
import type { SignalRange } from './paint.ts';

/** A passage's text as the classifier had it, and the way from an offset in it to the live page. */
export interface PassageText {
  /** The places' texts, joined by one space: a story's headline and teaser are read as one. */
  text: string;
  /** Live ranges of `text.slice(start, end)`, one for each place it touches; none where the page has changed. */
  rangesOf(start: number, end: number): { range: Range; element: Element }[];
  /** All of the first place, or null when the page no longer has it. */
  whole(): Range | null;
}

export function createPassageText(doc: Document, places: readonly Place[]): PassageText {
  let length = 0;
  const parts = places.map(({ element, nodes }) => {
    const map = mapText(nodes);
    const start = length === 0 ? 0 : length + 1;
    length = start + map.text.length;
    return { element, map, start };
  });
  const rangeIn = ({ map }: (typeof parts)[number], start: number, end: number): Range | null => {
    const found = map.toRange(start, end);
    if (!found?.startContainer.isConnected || !found.endContainer.isConnected) return null;
    const range = doc.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range;
  };
  return {
    text: parts.map(({ map }) => map.text).join(' '),
    rangesOf(start, end) {
      return parts.flatMap((part) => {
        const from = Math.max(0, start - part.start);
        const to = Math.min(part.map.text.length, end - part.start);
        const range = from < to ? rangeIn(part, from, to) : null;
        return range ? [{ range, element: part.element }] : [];
      });
    },
    whole() {
      const [first] = parts;
      return first && first.map.text !== '' ? rangeIn(first, 0, first.map.text.length) : null;
    },
  };
}

/** What is tinted: signal sentences, each by the surest signal that is clear or likely in its passage. */
export function signalRanges({ tags, signals }: TaggedPassage, words: PassageText): SignalRange[] {
  const marked = new Set(tags.filter(isMarked).map(({ tag }) => tag));
  return signals.flatMap((sentence) => {
    const signal = sentence.signals.find((id) => marked.has(id));
    if (!signal) return [];
    return words.rangesOf(sentence.start, sentence.end).map((found) => ({ ...found, signal }));
  });
}
