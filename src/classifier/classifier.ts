import type { SignalId, TagId } from '../framework/tag-ids.ts';

/** Half-open range of UTF-16 offsets in a passage's text. */
export interface Span {
  start: number;
  end: number;
}

/** How sure a tag is, in words whose meaning is measured. Only *clear* and *likely* are marked on a page. */
export type Word = 'clear' | 'likely' | 'perhaps';

/** One piece of text to classify. `index` comes back with the answer and is otherwise not looked at. */
export interface PassageInput {
  index: number;
  text: string;
  /** `headline` for a story's headline and teaser, which has thresholds of its own. */
  kind: 'paragraph' | 'headline';
}

/** What stands around the passages: the same model runs with none of it. */
export interface PassageContext {
  title?: string;
  /** Text of the neighbouring paragraphs, by the passage's index. */
  before?: string;
  after?: string;
}

/** A tag that is shown, with what made the classifier say so. */
export interface TagResult {
  tag: TagId;
  /** Calibrated probability, 0 to 1. */
  confidence: number;
  word: Word;
  /** Where in the text; longest reason first; never empty for a shown tag. */
  evidence: Span[];
  /** How many of the reader's corrections taught this tag. */
  taught: number;
}

/** A sentence that carries at least one future signal among the passage's shown tags. */
export interface SignalSentence extends Span {
  /** Number of the sentence in the passage, from 0. */
  sentence: number;
  /** Surest first. */
  signals: SignalId[];
}

/** A passage with its shown tags, surest first; empty arrays when nothing is to be shown. */
export interface TaggedPassage {
  index: number;
  tags: TagResult[];
  signals: SignalSentence[];
}

/** A passage to classify with its context. */
export interface ClassifyRequest extends PassageInput {
  context?: PassageContext;
}

/**
 * What every classifier is to its callers. Answers come one at a time, in the order asked, so that they can be
 * painted as they come; the implementation gives the thread back between passages.
 *
 * Rejects with the signal's reason when aborted. Never throws for odd text (empty, lone surrogates, very long).
 */
export interface Classifier {
  classify(passages: Iterable<ClassifyRequest>, signal?: AbortSignal): AsyncIterable<TaggedPassage>;
}

/** Whether a tag is sure enough to be marked on the page and counted. */
export const isMarked = (tag: { word: Word }): boolean => tag.word !== 'perhaps';
