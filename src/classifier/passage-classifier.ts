import { isSignalId } from '../framework/tag-ids.ts';
import type { Classifier, ClassifyRequest, SignalSentence, TaggedPassage } from './classifier.ts';
import { evidenceOf } from './evidence.ts';
import { giveBack } from './give-back.ts';
import { judge, meanOf, type Shown } from './judge.ts';
import { Lexicon } from './lexicon.ts';
import type { MeaningReader } from './meaning.ts';
import type { LinearModel } from './model-file.ts';
import { readModel } from './read-model.ts';
import { type Analysis, Scorer } from './score.ts';
import { splitSentences } from './sentences.ts';
import { signalSentences } from './signal-sentences.ts';
import { learn, type StudiedLesson, type StudiedText, type TaughtTag } from './teaching/learn.ts';
import { TextReader } from './text-reader.ts';

/** What is read of a passage, in UTF-16 units: no paragraph is longer, and one passage must not hold the thread. */
const MOST_TEXT = 20_000;
/** How many texts are kept as read: the title, a passage and its neighbours. Each holds up to half a megabyte. */
const MOST_KEPT = 6;

/** The part of a text that is read; a surrogate pair stays whole. */
function readOf(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const cut = /[\uDC00-\uDFFF]/.test(text.charAt(MOST_TEXT)) ? MOST_TEXT - 1 : MOST_TEXT;
  return text.slice(0, cut);
}

/** The classifier at work; keeps what it read last, because a passage's neighbours come again. */
class PassageTagger {
  readonly #model: LinearModel;
  readonly #scorer: Scorer;
  readonly #texts: TextReader;
  readonly #kept = new Map<string, Analysis>();

  /** For each tag that was taught, by its number, how many lessons taught it. */
  readonly #lessons: ReadonlyMap<number, number>;

  constructor(model: LinearModel, texts: TextReader, scorer: Scorer, taught: readonly TaughtTag[] = []) {
    this.#model = model;
    this.#scorer = scorer;
    this.#texts = texts;
    this.#lessons = new Map(taught.map(({ number, lessons }) => [number, lessons]));
  }

  /** A text, read and scored; null for a text without words, which is about nothing, whatever the biases say. */
  #analyse(text: string | undefined): Analysis | null {
    const read = readOf(text ?? '');
    const known = this.#kept.get(read);
    // Kept anew, so that the title, asked for with every passage, stays.
    this.#kept.delete(read);
    const analysis = known ?? this.#scorer.analyse(this.#texts.read(read, splitSentences(read)));
    if (analysis.reading.words.length === 0) return null;
    this.#kept.set(read, analysis);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return analysis;
  }

  /** One passage, judged: the whole of what the model has to say. */
  tag({ index, text, kind, context }: ClassifyRequest): TaggedPassage {
    const analysis = this.#analyse(text);
    if (!analysis) return { index, tags: [], signals: [] };
    const scoresOf = (around: string | undefined) => this.#analyse(around)?.scores ?? null;
    const shown = judge(
      {
        own: analysis.scores,
        title: scoresOf(context?.title),
        neighbours: meanOf(scoresOf(context?.before), scoresOf(context?.after)),
      },
      this.#model.head.judgements[kind],
    );
    const tags = shown.map(({ number, tag, confidence, word }) => ({
      tag,
      confidence,
      word,
      evidence: evidenceOf(analysis.reading.words, this.#scorer.contributions(analysis, number)),
      taught: this.#lessons.get(number) ?? 0,
    }));
    return { index, tags, signals: this.#signals(analysis, shown) };
  }

  #signals(analysis: Analysis, shown: readonly Shown[]): SignalSentence[] {
    if (!shown.some(({ tag }) => isSignalId(tag))) return [];
    const { sentences } = analysis.reading;
    const own = this.#scorer.scoreSentences(analysis);
    return signalSentences(shown, sentences, own, analysis.scores, this.#model.head.sentenceRule);
  }
}

/** The files that a classifier is made of, as `npm run train` and `npm run build:encoder` write them. */
export interface ClassifierFiles {
  /** The weights: `tags.bin`. */
  model: ArrayBuffer | Uint8Array<ArrayBuffer>;
  /** The phrases: `lexicon.txt`. */
  lexicon: string;
  /** What texts mean. */
  meanings: MeaningReader;
}

/** A classifier that a reader can teach. It stays as it is: what was taught is another classifier. */
export interface TeachableClassifier extends Classifier {
  /** Changes whenever what texts come to does. */
  readonly name: string;
  /** Reads a text to learn from: about 20 ms in one go. Null for a text without words: there is nothing to learn. */
  study(text: string): StudiedText | null;
  /** The same classifier after these lessons, in the order taught; after none it gives the same answers, bit for bit. */
  taught(lessons: readonly StudiedLesson[]): Classifier;
}

/** The stream of a tagger's answers. */
const classifierOf = (tagger: PassageTagger): Classifier => ({
  async *classify(passages, signal) {
    let first = true;
    for (const passage of passages) {
      if (!first) await giveBack();
      first = false;
      signal?.throwIfAborted();
      yield tagger.tag(passage);
    }
    signal?.throwIfAborted();
  },
});

/**
 * A classifier that is a linear model over word and character n-grams, a lexicon's phrases and a sentence encoder's
 * vector.
 *
 * @throws Error with a sentence for people when a file is not whole or not of this version
 */
export function createClassifier(files: ClassifierFiles): TeachableClassifier {
  const model = readModel(files.model);
  const texts = new TextReader(Lexicon.parse(files.lexicon), files.meanings);
  const scorer = new Scorer(model);
  return {
    ...classifierOf(new PassageTagger(model, texts, scorer)),
    name: model.head.name,
    study(text) {
      const reading = texts.read(readOf(text));
      if (reading.words.length === 0) return null;
      return {
        vector: reading.meaning.whole,
        scores: Float32Array.from(scorer.analyse(reading).scores),
      };
    },
    taught(lessons) {
      const taught = learn(lessons, model.head);
      return classifierOf(new PassageTagger(model, texts, scorer.taught(taught), taught));
    },
  };
}
