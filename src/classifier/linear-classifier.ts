import { isSignalId } from '../framework/tag-ids.ts';
import type { Classifier, ClassifyRequest, SignalSentence, TaggedPassage } from './classifier.ts';
import { evidenceOf } from './evidence.ts';
import { giveBack } from './give-back.ts';
import { judge, meanOf, type Shown } from './judge.ts';
import type { LinearModel } from './model-file.ts';
import { readModel } from './read-model.ts';
import { type Analysis, Scorer } from './score.ts';
import { splitSentences } from './sentences.ts';
import { occurrencesBySentence, signalSentences } from './signal-sentences.ts';

/** What is read of a passage, in UTF-16 units: no paragraph is longer, and one passage must not hold the thread. */
const MOST_TEXT = 20_000;
/** How many texts' scores are kept: a passage, its neighbours, the title, and some to spare. */
const MOST_KEPT = 16;

/** The part of a text that is read; a surrogate pair stays whole. */
function readOf(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const cut = /[\uDC00-\uDFFF]/.test(text.charAt(MOST_TEXT)) ? MOST_TEXT - 1 : MOST_TEXT;
  return text.slice(0, cut);
}

/** The linear classifier at work; keeps the scores of what it read last, because neighbours come again. */
class LinearReader {
  readonly #model: LinearModel;
  readonly #scorer: Scorer;
  readonly #scores = new Map<string, Float64Array>();

  constructor(model: LinearModel) {
    this.#model = model;
    this.#scorer = new Scorer(model);
  }

  /** Scores of a text around a passage; null for a text without words. */
  #scoresOf(text: string | undefined): Float64Array | null {
    const read = readOf(text ?? '');
    const known = this.#scores.get(read);
    if (known) return known;
    const { words, scores } = this.#scorer.analyse(read);
    if (words.length === 0) return null;
    this.#keep(read, scores);
    return scores;
  }

  #keep(text: string, scores: Float64Array): void {
    if (this.#scores.size >= MOST_KEPT) {
      for (const oldest of this.#scores.keys()) {
        this.#scores.delete(oldest);
        break;
      }
    }
    this.#scores.set(text, scores);
  }

  /** One passage, judged: the whole of what the linear model has to say. */
  tag({ index, text, kind, context }: ClassifyRequest): TaggedPassage {
    const read = readOf(text);
    const analysis = this.#scorer.analyse(read);
    // A text without one word is about nothing, whatever the biases say.
    if (analysis.words.length === 0) return { index, tags: [], signals: [] };
    this.#keep(read, analysis.scores);
    const shown = judge(
      {
        own: analysis.scores,
        title: this.#scoresOf(context?.title),
        neighbours: meanOf(this.#scoresOf(context?.before), this.#scoresOf(context?.after)),
      },
      this.#model.head.judgements[kind],
    );
    const tags = shown.map(({ number, tag, confidence, word }) => ({
      tag,
      confidence,
      word,
      evidence: evidenceOf(analysis.words, this.#scorer.contributions(analysis, number)),
    }));
    return { index, tags, signals: this.#signals(read, analysis, shown) };
  }

  #signals(text: string, analysis: Analysis, shown: readonly Shown[]): SignalSentence[] {
    if (!shown.some(({ tag }) => isSignalId(tag))) return [];
    const sentences = splitSentences(text);
    const parts = occurrencesBySentence(analysis.occurrences, analysis.words, sentences);
    const own = parts.map((part) => this.#scorer.scorePart(part));
    return signalSentences(shown, sentences, own, analysis.scores, this.#model.head.sentenceRule);
  }
}

/**
 * A classifier that is a linear model over word and character n-grams.
 *
 * @param file the model file, as `npm run train` writes it
 * @throws Error with a sentence for people when the file is not a whole model of this version
 */
export function createLinearClassifier(file: ArrayBuffer | Uint8Array): Classifier {
  const model = readModel(file);
  const reader = new LinearReader(model);
  return {
    async *classify(passages, signal) {
      let first = true;
      for (const passage of passages) {
        if (!first) await giveBack();
        first = false;
        signal?.throwIfAborted();
        yield reader.tag(passage);
      }
      signal?.throwIfAborted();
    },
  };
}
