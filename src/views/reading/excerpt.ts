import type { ReadPassage } from '../../annotation/page-reading.ts';
import { isMarked } from '../../classifier/classifier.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentence that shows why a passage is listed: the first that is tinted on the page, else the one that holds the surest
 * tag's first evidence, else its first. The whole text where there is nothing to choose.
 */
export function excerpt({ text, signals, tags }: Pick<ReadPassage, 'text' | 'signals' | 'tags'>): string {
  const marked = new Set(tags.filter(isMarked).map(({ tag }) => tag));
  const signal = signals.find((sentence) => sentence.signals.some((id) => marked.has(id)));
  if (signal) {
    const sentence = text.slice(signal.start, signal.end).trim();
    if (sentence) return sentence;
  }
  const at = tags[0]?.evidence[0]?.start ?? 0;
  const sentence = segmenter.segment(text).containing(Math.min(at, Math.max(0, text.length - 1)));
  return sentence?.segment.trim() || text;
}
