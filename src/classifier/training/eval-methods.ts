import { readFile } from 'node:fs/promises';
import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { answerOf } from './answer.ts';
import { trainBayes } from './bayes-baseline.ts';
import { bootstrap, type Interval, intervalText } from './bootstrap.ts';
import { readCorpus } from './corpus.ts';
import { ENOUGH, evaluateTags, macroOver } from './evaluate.ts';
import { keywordTags } from './keyword-baseline.ts';
import { type Looks, someBeats, type TrainedMethod, tagsFrom, trainMethod } from './methods.ts';
import { type LabelledPassage, labelledOf, readLines, textOf } from './passages.ts';
import { readGiven } from './read-given.ts';
import { classifyAll, shippedClassifier, shippedReader } from './shipped.ts';
import { averagePrecision } from './thresholds.ts';
import { OPTIONS } from './train-model.ts';
import { learnablePassages, readPassages, type TrainingPassage } from './training-passages.ts';

const CORPUS = new URL('../../../assets/corpus/corpus.jsonl', import.meta.url);
const USE = 'Use: npm run eval:methods -- LABELLED.jsonl';
const ALL: Looks = { grams: true, lexicon: true, meaning: true };
const NONE: Looks = { grams: false, lexicon: false, meaning: false };

const METHODS: Record<string, Looks> = {
  'n-grams': { ...NONE, grams: true },
  lexicon: { ...NONE, lexicon: true },
  'frozen encoder': { ...NONE, meaning: true },
  'n-grams and lexicon': { ...ALL, meaning: false },
  'n-grams and encoder': { ...ALL, lexicon: false },
  'encoder and lexicon': { ...ALL, grams: false },
  'n-grams, lexicon and encoder': ALL,
};

interface Figures {
  macro: Interval;
  macroOfEnough: Interval;
  micro: Interval;
  /** Mean over the tags; only of methods that give scores. */
  averagePrecision: number | null;
}

function meanAveragePrecision(gold: readonly LabelledPassage[], scores: readonly Float64Array[]): number {
  const each = TAG_IDS.flatMap((tag, number) => {
    const cases = gold.map(({ tags }, at) => ({
      score: scores[at]?.[number] ?? 0,
      is: tags.includes(tag),
    }));
    return averagePrecision(cases) ?? [];
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** The figures of one method's answers, with intervals by source. */
function figuresOf(
  gold: readonly LabelledPassage[],
  said: readonly (readonly TagId[])[],
  scores: readonly Float64Array[] | null,
): Figures {
  const groups = gold.map(({ source }) => source);
  const enough = TAG_IDS.filter((tag) => gold.filter(({ tags }) => tags.includes(tag)).length >= ENOUGH);
  const evaluate = (passages: readonly number[]) =>
    evaluateTags(
      passages.flatMap((at) => gold[at] ?? []),
      passages.map((at) => said[at] ?? []),
    );
  return {
    macro: bootstrap(groups, (passages) => macroOver(evaluate(passages), TAG_IDS)),
    macroOfEnough: bootstrap(groups, (passages) => macroOver(evaluate(passages), enough)),
    micro: bootstrap(groups, (passages) => evaluate(passages).micro),
    averagePrecision: scores && meanAveragePrecision(gold, scores),
  };
}

const HEADS = ['macro F1', `macro F1, tags with ${ENOUGH}+`, 'micro F1', 'mean average precision'];

function print(name: string, { macro, macroOfEnough, micro, averagePrecision }: Figures): void {
  const intervals = [macro, macroOfEnough, micro].map((of) => intervalText(of).padEnd(24)).join('');
  console.log(`${name.padEnd(34)}${intervals}${averagePrecision?.toFixed(3) ?? ''}`);
}

/** `npm run eval:methods -- LABELLED.jsonl`: every method, trained on the same corpus, beside a reader's labels. */
async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error(`No file was named. ${USE}`);
  const gold = readLines(await readGiven(name), name, labelledOf);
  if (gold.length === 0) throw new Error(`${name} has no line to read.`);
  const reader = await shippedReader();
  const learnable = learnablePassages(readCorpus(await readFile(CORPUS, 'utf8'), 'corpus.jsonl'));
  const texts = gold.map(textOf);
  console.log(`${gold.length} passages of ${name}; ${learnable.length} paragraphs to learn from.\n`);
  console.log(`${'method'.padEnd(34)}${HEADS.map((head) => head.padEnd(24)).join('')}`);
  const readings = texts.map((text) => reader.read(text));
  const rows: Record<string, Figures> = {};
  const add = (
    name: string,
    said: readonly (readonly TagId[])[],
    scores: readonly Float64Array[] | null = null,
  ): void => {
    const figures = figuresOf(gold, said, scores);
    rows[name] = figures;
    print(name, figures);
  };
  const addTrained = (name: string, method: TrainedMethod): void => {
    const scores = readings.map(method.scores);
    add(
      name,
      scores.map((of) => tagsFrom(of, method)),
      scores,
    );
  };
  add('keyword lists', texts.map(keywordTags));
  const bayes = trainBayes(
    learnable.map(({ text, labels, article }) => ({ text, tags: labels.tags, article })),
  );
  add('naive Bayes', texts.map(bayes));
  const passages: TrainingPassage[] = readPassages(learnable, reader, (line) => console.error(line));
  for (const [method, looks] of Object.entries(METHODS))
    addTrained(method, trainMethod(passages, looks, OPTIONS));
  for (const oneIn of [8, 4, 2]) {
    const some = someBeats(passages, oneIn);
    addTrained(`the same, ${some.length} paragraphs`, trainMethod(some, ALL, OPTIONS));
  }
  const shown: TagId[][] = [];
  await classifyAll(await shippedClassifier(), gold, (passage, tagged) => {
    const { tags } = answerOf(passage, tagged);
    shown.push(TAG_IDS.filter((tag) => tags[tag]));
  });
  add('Long Game: with the title, calibrated', shown);
  console.log(`\n${JSON.stringify(rows)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
