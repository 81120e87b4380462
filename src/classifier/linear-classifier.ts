import { isSignalId } from '../framework/tag-ids.ts';
import type { Classifier, ClassifyRequest, TaggedPassage } from './classifier.ts';
import { evidenceOf } from './evidence.ts';
import { giveBack } from './give-back.ts';
import { judge } from './judge.ts';
import type { LinearModel } from './model-file.ts';
import { readModel } from './read-model.ts';
import { Scorer } from './score.ts';
import { splitSentences } from './sentences.ts';
import { occurrencesBySentence, signalSentences } from './signal-sentences.ts';

/** What is read of a passage, in UTF-16 units: no paragraph is longer, and one passage must not hold the thread. */
const MOST_TEXT = 20_000;

/** The part of a text that is read; a surrogate pair stays whole. */
function readOf(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const cut = /[\uDC00-\uDFFF]/.test(text.charAt(MOST_TEXT)) ? MOST_TEXT - 1 : MOST_TEXT;
  return text.slice(0, cut);
}

/** One passage, judged: the whole of what the linear model has to say. */
function tagPassage(
  { index, text, kind }: ClassifyRequest,
  model: LinearModel,
  scorer: Scorer,
): TaggedPassage {
  const read = readOf(text);
  const analysis = scorer.analyse(read);
  // A text without one word is about nothing, whatever the biases say.
  if (analysis.words.length === 0) return { index, tags: [], signals: [] };
  const shown = judge(analysis.scores, model.head.judgements[kind]);
  const tags = shown.map(({ number, tag, confidence, word }) => ({
    tag,
    confidence,
    word,
    evidence: evidenceOf(analysis.words, scorer.contributions(analysis, number)),
  }));
  if (!shown.some(({ tag }) => isSignalId(tag))) return { index, tags, signals: [] };
  const sentences = splitSentences(read);
  const own = occurrencesBySentence(analysis.occurrences, analysis.words, sentences).map((part) =>
    scorer.scorePart(part),
  );
  const signals = signalSentences(shown, sentences, own, analysis.scores, model.head.sentenceRule);
  return { index, tags, signals };
}

/**
 * A classifier that is a linear model over word and character n-grams.
 *
 * @param file the model file, as `npm run train` writes it
 * @throws Error with a sentence for people when the file is not a whole model of this version
 */
export function createLinearClassifier(file: ArrayBuffer | Uint8Array): Classifier {
  const model = readModel(file);
  const scorer = new Scorer(model);
  return {
    async *classify(passages, signal) {
      let first = true;
      for (const passage of passages) {
        if (!first) await giveBack();
        first = false;
        signal?.throwIfAborted();
        yield tagPassage(passage, model, scorer);
      }
      signal?.throwIfAborted();
    },
  };
}
