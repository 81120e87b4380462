import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Answer, answerOf } from './answer.ts';
import { trainBayes } from './bayes-baseline.ts';
import { bootstrap, intervalText } from './bootstrap.ts';
import { readCorpus } from './corpus.ts';
import {
  ENOUGH,
  evaluateAnswers,
  evaluateTags,
  macroOver,
  type ProductEvaluation,
  type TagEvaluation,
} from './evaluate.ts';
import { keywordTags } from './keyword-baseline.ts';
import { type LabelledPassage, labelledOf, readLines, textOf } from './passages.ts';
import { readGiven } from './read-given.ts';
import { reliabilitySvg } from './reliability.ts';
import { classifyAll, shippedClassifier } from './shipped.ts';
import { learnablePassages } from './training-passages.ts';

const CORPUS = new URL('../../../assets/corpus/corpus.jsonl', import.meta.url);
const USE = 'Use: npm run eval:tags -- LABELLED.jsonl [--plot OUT.svg]';

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(8);

function printTags({ perTag }: TagEvaluation): void {
  console.log(`${'tag'.padEnd(22)}${['P', 'R', 'F1'].map((name) => name.padStart(8)).join('')} support`);
  for (const { tag, scores } of perTag) {
    const { precision, recall, f1, support } = scores;
    console.log(
      `${tag.padEnd(22)}${figure(precision)}${figure(recall)}${figure(f1)}${String(support).padStart(8)}`,
    );
  }
}

function printMethods(methods: Record<string, TagEvaluation>): void {
  const heads = ['macro F1', `macro F1, tags with ${ENOUGH}+`, 'micro F1'];
  console.log(`\n${'method'.padEnd(22)}${heads.map((head) => head.padStart(head.length + 3)).join('')}`);
  for (const [name, { macro, macroOfEnough, micro }] of Object.entries(methods)) {
    const cells = [macro, macroOfEnough, micro].map((of, at) =>
      figure(of).padStart((heads[at]?.length ?? 0) + 3),
    );
    console.log(`${name.padEnd(22)}${cells.join('')}`);
  }
}

function printProduct({ sentences, calibrationError, words, markedRecall }: ProductEvaluation): void {
  console.log(
    `\nSignal sentences: P${figure(sentences.precision)}, R${figure(sentences.recall)}, F1${figure(sentences.f1)}, support ${sentences.support}`,
  );
  console.log(`Expected calibration error of shown tags:${figure(calibrationError)}`);
  for (const [word, { shown, precision }] of Object.entries(words)) {
    console.log(`${word.padEnd(8)} right in${figure(precision)} of ${shown}`);
  }
  console.log(`Clear and likely together find${figure(markedRecall)} of what is there`);
}

/** The figures again, with their 95 % intervals by source. */
function printIntervals(gold: readonly LabelledPassage[], answers: readonly Answer[]): void {
  const some = (passages: readonly number[]) =>
    evaluateAnswers(
      passages.flatMap((at) => gold[at] ?? []),
      passages.flatMap((at) => answers[at] ?? []),
    );
  const groups = gold.map(({ source }) => source);
  const { perTag } = evaluateAnswers(gold, answers);
  const enough = perTag.filter(({ scores }) => scores.support >= ENOUGH).map(({ tag }) => tag);
  const line = (what: string, of: (evaluation: ProductEvaluation) => number | null) =>
    console.log(`${what.padEnd(26)}${intervalText(bootstrap(groups, (passages) => of(some(passages))))}`);
  console.log('\nWith 95 % intervals, whole sources drawn again:');
  line(`macro F1, tags with ${ENOUGH}+`, (evaluation) => macroOver(evaluation, enough));
  line('micro F1', ({ micro }) => micro);
  line('signal sentences F1', ({ sentences }) => sentences.f1);
}

/** The last line: everything above as one line of JSON. */
function summaryOf(
  passages: number,
  product: ProductEvaluation,
  baselines: Record<string, TagEvaluation>,
): string {
  const short = ({ macro, macroOfEnough, micro }: TagEvaluation) => ({ macro, macroOfEnough, micro });
  return JSON.stringify({
    passages,
    ...short(product),
    sentenceF1: product.sentences.f1,
    calibrationError: product.calibrationError,
    words: product.words,
    markedRecall: product.markedRecall,
    tags: Object.fromEntries(
      product.perTag.map(({ tag, scores: { precision, recall, f1, support } }) => [
        tag,
        { precision, recall, f1, support },
      ]),
    ),
    baselines: Object.fromEntries(Object.entries(baselines).map(([name, of]) => [name, short(of)])),
  });
}

/** `npm run eval:tags -- LABELLED.jsonl`: the product's answers, and simpler methods', beside a reader's labels. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { plot: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name) throw new Error(`No file was named. ${USE}`);
  const gold = readLines(await readGiven(name), name, labelledOf);
  if (gold.length === 0) throw new Error(`${name} has no line to read.`);
  const answers: Answer[] = [];
  await classifyAll(await shippedClassifier(), gold, (passage, tagged) =>
    answers.push(answerOf(passage, tagged)),
  );
  const product = evaluateAnswers(gold, answers);
  const corpus = learnablePassages(readCorpus(await readFile(CORPUS, 'utf8'), 'corpus.jsonl'));
  const bayes = trainBayes(corpus.map(({ text, labels, article }) => ({ text, tags: labels.tags, article })));
  const texts = gold.map(textOf);
  const baselines = {
    'keyword lists': evaluateTags(gold, texts.map(keywordTags)),
    'naive Bayes': evaluateTags(gold, texts.map(bayes)),
  };
  console.log(`${gold.length} passages of ${name}\n`);
  printTags(product);
  printMethods({ 'Long Game': product, ...baselines });
  printProduct(product);
  printIntervals(gold, answers);
  if (values.plot) {
    const title = `Confidence beside truth, ${product.claims.length} tags shown in ${gold.length} passages`;
    await writeFile(values.plot, reliabilitySvg(product.claims, title));
    console.log(`\nThe reliability diagram is in ${values.plot}.`);
  }
  console.log(`\n${summaryOf(gold.length, product, baselines)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
