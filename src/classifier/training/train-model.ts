import type { LinearModel } from '../model-file.ts';
import { checksum } from '../read-model.ts';
import type { TextReader } from '../text-reader.ts';
import { judgementOfHeadlines, judgementOfParagraphs } from './calibrate.ts';
import type { CorpusPassage } from './corpus.ts';
import { type FitOptions, fitModel } from './fit.ts';
import { heldOut } from './held-out.ts';
import { heldOutReport } from './held-out-report.ts';
import { sentenceRuleOf } from './sentence-rule.ts';
import { exampleOf, learnablePassages, readPassages, readTitles } from './training-passages.ts';

/** What the shipped model is trained with. */
export const OPTIONS: FitOptions = { leastTexts: 3, cost: 10, seed: 20261124 };

/**
 * Trains the linear model: weights from all paragraphs, confidence and thresholds from paragraphs held out.
 * The same corpus and options give the same model.
 *
 * @param say is told what is going on
 */
export function trainModel(
  corpus: readonly CorpusPassage[],
  reader: TextReader,
  options: FitOptions,
  say: (line: string) => void,
): LinearModel {
  const learnable = learnablePassages(corpus);
  if (learnable.length === 0)
    throw new Error('The corpus has no paragraph that a second reader has labelled.');
  const passages = readPassages(learnable, reader, say);
  const { paragraphs, titles } = heldOut(passages, readTitles(learnable, reader), options, say);
  const judgements = { paragraph: judgementOfParagraphs(paragraphs), headline: judgementOfHeadlines(titles) };
  for (const line of heldOutReport(paragraphs, judgements.paragraph)) say(line);
  const sentenceRule = sentenceRuleOf(paragraphs, judgements.paragraph);
  const model = fitModel(passages.map(exampleOf), options);
  const { weights } = model;
  const sum = checksum(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  const name = `tags-${sum.toString(16).padStart(8, '0')}`;
  return { ...model, head: { ...model.head, name, judgements, sentenceRule } };
}
