import type { Span } from './classifier.ts';
import { normalise } from './normalise.ts';

/** A word of a passage. */
export interface PlacedWord extends Span {
  /** The word as the features see it: folded, without a possessive ending, years and numbers as one sign each. */
  form: string;
  /** Whether punctuation that ends a clause or sentence stands between this word and the one before. */
  breaks: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;
const BREAK = /[.!?;:()[\]\u2026\u3002]/;
const YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\p{N}+$/u;

function formOf(raw: string): string {
  if (YEAR.test(raw)) return '#year';
  if (NUMBER.test(raw)) return '#number';
  return raw.endsWith("'s") ? raw.slice(0, -2) : raw;
}

/** The words of a text, in order, with their UTF-16 place in the text as given. */
export function wordsOf(original: string): PlacedWord[] {
  const { text, starts, ends } = normalise(original);
  const words: PlacedWord[] = [];
  let last = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    words.push({
      start: starts[index] ?? 0,
      end: ends[index + raw.length - 1] ?? original.length,
      form: formOf(raw),
      breaks: words.length === 0 || BREAK.test(text.slice(last, index)),
    });
    last = index + raw.length;
  }
  return words;
}
