import { readFileSync } from 'node:fs';
import type { Classifier, ClassifyRequest, TaggedPassage } from '../../../src/classifier/classifier.ts';
import { readCorpus } from '../../../src/classifier/training/corpus.ts';
import { shippedClassifier } from '../../../src/classifier/training/shipped.ts';

const asset = (path: string) =>
  readFileSync(new URL(`../../../assets/${path}`, import.meta.url)).toString('utf8');

/** The phrases that ship. */
export const shippedLexicon = (): string => asset('public/model/lexicon.txt');

/** The classifier with the files that ship. */
export const shipped = (): Promise<Classifier> => shippedClassifier();

/** The project's own labelled paragraphs. */
export const corpus = () => readCorpus(asset('corpus/corpus.jsonl'), 'corpus.jsonl');

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
