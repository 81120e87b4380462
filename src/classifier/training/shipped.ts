import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Classifier, ClassifyRequest, TaggedPassage } from '../classifier.ts';
import { createLinearClassifier } from '../linear-classifier.ts';
import { type Passage, textOf } from './passages.ts';

const MODEL = new URL('../../../assets/public/model/linear.bin', import.meta.url);

/** The classifier with the model file that ships: what the product runs. */
export async function shippedClassifier(): Promise<Classifier> {
  try {
    return createLinearClassifier(await readFile(MODEL));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`There is no model at ${fileURLToPath(MODEL)}. Run "npm run train" first.`, {
        cause: error,
      });
    }
    throw error;
  }
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
