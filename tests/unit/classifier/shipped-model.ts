import { readFileSync } from 'node:fs';
import type { Classifier, ClassifyRequest, TaggedPassage } from '../../../src/classifier/classifier.ts';
import { createLinearClassifier } from '../../../src/classifier/linear-classifier.ts';
import { readCorpus } from '../../../src/classifier/training/corpus.ts';

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url));

/** The model file that ships. */
export const shippedFile = (): Uint8Array => asset('public/model/linear.bin');

/** The classifier with the model that ships. */
export const shipped = (): Classifier => createLinearClassifier(shippedFile());

/** The project's own labelled paragraphs. */
export const corpus = () => readCorpus(asset('corpus/corpus.jsonl').toString('utf8'), 'corpus.jsonl');

/** All answers to texts or whole requests. */
export async function ask(
  classifier: Classifier,
  ...requests: (string | Partial<ClassifyRequest>)[]
): Promise<TaggedPassage[]> {
  return Array.fromAsync(
    classifier.classify(
      requests.map((request, index) => ({
        index,
        kind: 'paragraph' as const,
        text: '',
        ...(typeof request === 'string' ? { text: request } : request),
      })),
    ),
  );
}
