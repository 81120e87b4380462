import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import type { Span } from '../classifier.ts';
import { extrasOf, type TextReader, type TextReading } from '../text-reader.ts';
import type { CorpusPassage } from './corpus.ts';
import type { Example } from './fit.ts';
import type { Labels } from './passages.ts';

/** How often progress is said. */
const SAID_EVERY = 2000;

/** A labelled paragraph to learn from. */
export interface LearnablePassage extends CorpusPassage {
  labels: Labels;
  /** Tags that only some of the readers gave. */
  disputed: TagId[];
}

/** The same, read. */
export interface TrainingPassage extends LearnablePassage {
  reading: TextReading;
}

/**
 * The paragraphs to train from: those of the registers that real pages have, by the labels of the second reader, who
 * read them all in one way; where the first two readers differ, by the third's.
 */
export function learnablePassages(corpus: readonly CorpusPassage[]): LearnablePassage[] {
  return corpus.flatMap((passage) => {
    const { register, second, third } = passage;
    if (register === 'scene' || !second) return [];
    const disputed = TAG_IDS.filter((tag) => passage.tags.includes(tag) !== second.tags.includes(tag));
    return [{ ...passage, labels: third ?? second, disputed }];
  });
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

/** A reading without the encoder's states, which are half a megabyte each. */
const light = ({ meaning, ...reading }: TextReading): TextReading => ({
  ...reading,
  meaning: { whole: meaning.whole, parts: meaning.parts, wordShares: () => new Float64Array() },
});

/** Reads passages: minutes for a whole corpus. */
export function readPassages(
  passages: readonly LearnablePassage[],
  reader: TextReader,
  say: (line: string) => void,
): TrainingPassage[] {
  return passages.map((passage, at) => {
    if (at > 0 && at % SAID_EVERY === 0) say(`${at} of ${passages.length} paragraphs read.`);
    return { ...passage, reading: light(reader.read(passage.text, sentenceSpans(passage))) };
  });
}

/** Reads the titles of articles, each once. */
export function readTitles(
  passages: readonly LearnablePassage[],
  reader: TextReader,
): Map<string, TextReading> {
  return new Map(
    [...new Set(passages.map(({ title }) => title))].map((title) => [title, light(reader.read(title))]),
  );
}

/** A passage as the fit takes it. */
export const exampleOf = ({ reading, labels, disputed }: TrainingPassage): Example => ({
  words: reading.words,
  extras: extrasOf(reading),
  tags: labels.tags,
  disputed,
});
