import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Classifier, ClassifyRequest, TaggedPassage } from '../classifier.ts';
import { Lexicon } from '../lexicon.ts';
import { MeaningReader } from '../meaning.ts';
import type { LinearModel } from '../model-file.ts';
import { createClassifier, type TeachableClassifier } from '../passage-classifier.ts';
import { readModel } from '../read-model.ts';
import { TextReader } from '../text-reader.ts';
import { type Passage, textOf } from './passages.ts';

const MODEL = new URL('../../../assets/public/model/', import.meta.url);

/** One of the files that ship; a missing one is named, with the command that makes it. */
async function shippedFile(name: string, command: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = new URL(name, MODEL);
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`There is no model at ${fileURLToPath(file)}. Run "${command}" first.`, {
        cause: error,
      });
    }
    throw error;
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The encoder that ships. */
export async function shippedMeanings(): Promise<MeaningReader> {
  const made = 'npm run build:encoder';
  const [kernel, weights, vocabulary] = await Promise.all([
    shippedFile('encoder.wasm', made),
    shippedFile('encoder.bin', made),
    shippedFile('encoder-vocabulary.json', made),
  ]);
  return MeaningReader.load({
    kernel: await WebAssembly.compile(kernel),
    weights,
    vocabulary: JSON.parse(text(vocabulary)),
  });
}

const shippedLexicon = async (): Promise<string> => text(await shippedFile('lexicon.txt', 'git checkout'));

/** What takes texts apart, as it ships. */
export async function shippedReader(): Promise<TextReader> {
  return new TextReader(Lexicon.parse(await shippedLexicon()), await shippedMeanings());
}

/** The model that ships, as weights. */
export const shippedModel = async (): Promise<LinearModel> =>
  readModel(await shippedFile('tags.bin', 'npm run train'));

/** The classifier with the files that ship: what the product runs. */
export async function shippedClassifier(): Promise<TeachableClassifier> {
  return createClassifier({
    model: await shippedFile('tags.bin', 'npm run train'),
    lexicon: await shippedLexicon(),
    meanings: await shippedMeanings(),
  });
}

/** A passage as the product asks about it. */
export const requestOf = (passage: Passage, index: number): ClassifyRequest => ({
  index,
  text: textOf(passage),
  kind: 'paragraph',
  context: passage.context,
});

/** Classifies passages, in order, and calls `answer` with each as it comes. */
export async function classifyAll(
  classifier: Classifier,
  passages: readonly Passage[],
  answer: (passage: Passage, tagged: TaggedPassage) => void,
): Promise<void> {
  for await (const tagged of classifier.classify(passages.map(requestOf))) {
    const passage = passages[tagged.index];
    if (passage) answer(passage, tagged);
  }
}
