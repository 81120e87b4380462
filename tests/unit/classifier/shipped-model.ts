import { readFileSync } from 'node:fs';
import type { Classifier, ClassifyRequest, TaggedPassage } from '../../../src/classifier/classifier.ts';
import { createClassifier } from '../../../src/classifier/passage-classifier.ts';
import { readCorpus } from '../../../src/classifier/training/corpus.ts';
import { shippedClassifier, shippedMeanings } from '../../../src/classifier/training/shipped.ts';

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url));

/** The model file that ships. */
export const shippedFile = (): Uint8Array => asset('public/model/tags.bin');

/** The phrases that ship. */
export const shippedLexicon = (): string => asset('public/model/lexicon.txt').toString('utf8');

/** The classifier with the model that ships. */
export const shipped = (): Promise<Classifier> => shippedClassifier();

/** The classifier with another model file, and everything else as it ships. */
export const classifierOf = async (model: Uint8Array): Promise<Classifier> =>
  createClassifier({ model, lexicon: shippedLexicon(), meanings: await shippedMeanings() });

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
