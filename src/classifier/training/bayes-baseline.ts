import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { pairFeature, wordFeature } from '../features.ts';
import { type PlacedWord, wordsOf } from '../words.ts';
import { foldsOf } from './folds.ts';
import { bestF1, type Case } from './thresholds.ts';

const FOLDS = 5;

interface Example {
  text: string;
  tags: readonly TagId[];
  article: string;
}

interface Row {
  features: number[];
  tags: readonly TagId[];
}

function featuresOf(words: readonly PlacedWord[]): number[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const alone = wordFeature(word.form);
    return before && !word.breaks ? [alone, pairFeature(before.form, word.form)] : [alone];
  });
}

/** Log odds of a tag for a row, by counts of features with and without the tag (add-one smoothing). */
function oddsOf(rows: readonly Row[], tag: TagId): (features: readonly number[]) => number {
  const counts = new Map<number, [number, number]>();
  const totals: [number, number] = [0, 0];
  const texts: [number, number] = [0, 0];
  for (const { features, tags } of rows) {
    const side = tags.includes(tag) ? 1 : 0;
    texts[side] += 1;
    for (const feature of features) {
      const entry = counts.get(feature) ?? [0, 0];
      entry[side] += 1;
      counts.set(feature, entry);
      totals[side] += 1;
    }
  }
  const size = counts.size;
  const prior = Math.log((texts[1] + 1) / (texts[0] + 1));
  return (features) =>
    features.reduce((sum, feature) => {
      const entry = counts.get(feature);
      if (!entry) return sum;
      return sum + Math.log(((entry[1] + 1) / (totals[1] + size)) * ((totals[0] + size) / (entry[0] + 1)));
    }, prior);
}

/**
 * Multinomial naive Bayes over words and word pairs, one for each tag, with the thresholds that are best in
 * five-fold cross-validation grouped by article.
 *
 * @returns what says a text's tags
 */
export function trainBayes(examples: readonly Example[]): (text: string) => TagId[] {
  const rows = examples.map(({ text, tags }) => ({ features: featuresOf(wordsOf(text)), tags }));
  const folds = foldsOf(
    examples.map(({ article }) => article),
    FOLDS,
  );
  const judges = TAG_IDS.map((tag) => {
    const cases: Case[] = [];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const odds = oddsOf(
        rows.filter((_, at) => folds[at] !== fold),
        tag,
      );
      rows.forEach(({ features, tags }, at) => {
        if (folds[at] === fold) cases.push({ score: odds(features), is: tags.includes(tag) });
      });
    }
    return { tag, odds: oddsOf(rows, tag), from: bestF1(cases).from };
  });
  return (text) => {
    const features = featuresOf(wordsOf(text));
    return judges.filter(({ odds, from }) => odds(features) >= from).map(({ tag }) => tag);
  };
}
