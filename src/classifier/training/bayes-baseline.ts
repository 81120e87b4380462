import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { visitFeatures, WORDS } from '../features.ts';
import { wordsOf } from '../words.ts';
import { foldsOf } from './folds.ts';
import { bestF1, type Case } from './thresholds.ts';

const FOLDS = 5;
/** A word or pair has to be in this many texts: naive Bayes is led astray by the rare ones. */
const LEAST_TEXTS = 3;

interface Example {
  text: string;
  tags: readonly TagId[];
  article: string;
}

interface Row {
  /** Numbers of its features, one for each time one occurs. */
  features: Int32Array;
  tags: readonly TagId[];
}

/** The words and word pairs of a text. */
function featuresOf(text: string): number[] {
  const words = wordsOf(text);
  const features: number[] = [];
  visitFeatures(words, 0, words.length, (feature, group) => {
    if (group === WORDS) features.push(feature);
  });
  return features;
}

/** Numbers for the features that are common enough. */
function numbersOf(texts: readonly number[][]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const features of texts) {
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= LEAST_TEXTS);
  return new Map(common.map(([feature], number) => [feature, number]));
}

const numbered = (features: readonly number[], numbers: ReadonlyMap<number, number>): Int32Array =>
  Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []));

/** Log odds of a tag by counts of features with and without it (add-one smoothing): one a feature, and before any. */
function learn(rows: readonly Row[], tag: TagId, size: number): { odds: Float64Array; before: number } {
  const withTag = new Float64Array(size).fill(1);
  const without = new Float64Array(size).fill(1);
  let yes = 0;
  for (const { features, tags } of rows) {
    const is = tags.includes(tag);
    yes += Number(is);
    const counts = is ? withTag : without;
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  }
  const sum = (counts: Float64Array): number => counts.reduce((total, of) => total + of, 0);
  const shift = Math.log(sum(without) / sum(withTag));
  const odds = withTag.map((of, feature) => Math.log(of / (without[feature] ?? 1)) + shift);
  return { odds, before: Math.log((yes + 1) / (rows.length - yes + 1)) };
}

const oddsOf = (features: Int32Array, { odds, before }: ReturnType<typeof learn>): number =>
  features.reduce((sum, feature) => sum + (odds[feature] ?? 0), before);

/**
 * Multinomial naive Bayes over words and word pairs, one for each tag, with the thresholds that are best in
 * five-fold cross-validation grouped by article.
 *
 * @returns what says a text's tags
 */
export function trainBayes(examples: readonly Example[]): (text: string) => TagId[] {
  const texts = examples.map(({ text }) => featuresOf(text));
  const numbers = numbersOf(texts);
  const rows = examples.map(({ tags }, at) => ({ features: numbered(texts[at] ?? [], numbers), tags }));
  const folds = foldsOf(
    examples.map(({ article }) => article),
    FOLDS,
  );
  const judges = TAG_IDS.map((tag) => {
    const cases: Case[] = [];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const seen = rows.filter((_, at) => folds[at] !== fold);
      const learnt = learn(seen, tag, numbers.size);
      rows.forEach(({ features, tags }, at) => {
        if (folds[at] === fold) cases.push({ score: oddsOf(features, learnt), is: tags.includes(tag) });
      });
    }
    return { tag, learnt: learn(rows, tag, numbers.size), from: bestF1(cases).from };
  });
  return (text) => {
    const features = numbered(featuresOf(text), numbers);
    return judges.filter(({ learnt, from }) => oddsOf(features, learnt) >= from).map(({ tag }) => tag);
  };
}
