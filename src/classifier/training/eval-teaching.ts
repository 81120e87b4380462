import { readFile } from 'node:fs/promises';
import type { ModelHead } from '../model-file.ts';
import { LEARNING, type LearningRule } from '../teaching/learn.ts';
import { readCorpus } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { heldOut } from './held-out.ts';
import { LAWS } from './reader-laws.ts';
import { shippedModel, shippedReader } from './shipped.ts';
import { type Met, type Page, pagesOf, simulateReader } from './simulated-reader.ts';
import { OPTIONS } from './train-model.ts';
import { learnablePassages, readPassages, readTitles } from './training-passages.ts';

const CORPUS = new URL('../../../assets/corpus/corpus.jsonl', import.meta.url);
const AFTER = [10, 20, 40];
const SEEDS = [1, 2, 3, 4, 5];
const COLUMN = 21;
const MEASURES = [
  ['marked', 'F1 of the tag where marked'],
  ['shown', 'F1 of the tag where shown'],
  ['others', 'macro F1 of the other 16'],
] as const;

/** What is chosen from: how far and how fast. */
const CANDIDATES: readonly LearningRule[] = [0.5, 0.75, 1].flatMap((turn) =>
  [0.1, 0.2, 0.4].flatMap((step) => [1, 2].map((passes) => ({ ...LEARNING, turn, step, passes }))),
);

/** Every article of the corpus, judged by a model that never saw its beat, in two halves by beat. */
async function readHalves(): Promise<{ choosing: Page[]; reporting: Page[] }> {
  const corpus = learnablePassages(readCorpus(await readFile(CORPUS, 'utf8'), 'corpus.jsonl'));
  const reader = await shippedReader();
  const say = (line: string): void => console.error(line);
  const titles = readTitles(corpus, reader);
  const { paragraphs } = heldOut(readPassages(corpus, reader, say), titles, OPTIONS, say);
  const pages = pagesOf(
    paragraphs,
    new Map([...titles].map(([title, { meaning }]) => [title, meaning.whole])),
  );
  const halves = foldsOf(
    pages.map((page) => page[0]?.beat ?? ''),
    2,
  );
  return {
    choosing: pages.filter((_, at) => halves[at] === 0),
    reporting: pages.filter((_, at) => halves[at] === 1),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** `0.512 (0.48 to 0.54)`: the mean of the seeds, with the least and the most. */
const overSeeds = (values: readonly number[]): string =>
  `${mean(values).toFixed(3)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;

/** One number of one measure for each seed that got so far. */
const column = (runs: readonly Met[][], at: number, of: keyof Met): number[] =>
  runs.flatMap((run) => run[at]?.[of] ?? []);

const readersOf = (pages: readonly Page[], head: ModelHead, rule: LearningRule) =>
  LAWS.map((law) => ({
    name: law.name,
    runs: SEEDS.map((seed) => simulateReader(pages, law, head, AFTER, seed, rule)),
  }));

/** What each candidate changes, on the half of the beats on which nothing is reported. */
function choose(pages: readonly Page[], head: ModelHead): void {
  const last = AFTER.length;
  console.log(
    `Change after ${AFTER.at(-1)} corrections, ${pages.length} articles of the choosing half; mean of ${LAWS.length} readers' laws, and the worst.\n` +
      'turn  step  passes       marked  worst        shown  worst',
  );
  for (const rule of CANDIDATES) {
    const readers = readersOf(pages, head, rule);
    const cells = (['marked', 'shown'] as const).map((of) => {
      const changes = readers.map(({ runs }) => mean(column(runs, last, of)) - mean(column(runs, 0, of)));
      return `${mean(changes).toFixed(3).padStart(13)}${Math.min(...changes)
        .toFixed(3)
        .padStart(7)}`;
    });
    console.log(
      `${rule.turn.toFixed(2)}${rule.step.toFixed(2).padStart(6)}${String(rule.passes).padStart(8)}${cells.join('')}`,
    );
  }
}

function report(pages: readonly Page[], head: ModelHead): void {
  const after = [0, ...AFTER];
  const readers = readersOf(pages, head, LEARNING);
  console.log(
    `${pages.length} articles of the reporting half; ${SEEDS.length} readers a law, mean and range.\n` +
      'Each article is judged by a model that never saw its beat, and measured on beats that taught nothing.\n',
  );
  const heads = after.map((number) => `after ${number}`.padStart(COLUMN + 2)).join('');
  console.log(`  ${'corrections'.padEnd(27)}${heads}`);
  for (const { name, runs } of readers) {
    console.log(name);
    for (const [of, what] of MEASURES) {
      const cells = after.map((_, at) => overSeeds(column(runs, at, of)).padStart(COLUMN + 2));
      console.log(`  ${what.padEnd(27)}${cells.join('')}`);
    }
  }
  const laws = readers.map(({ name, runs }) => ({
    law: name,
    ...Object.fromEntries(
      MEASURES.map(([of]) => [of, after.map((_, at) => Number(mean(column(runs, at, of)).toFixed(4)))]),
    ),
  }));
  console.log(`\n${JSON.stringify({ after, seeds: SEEDS.length, laws })}`);
}

/**
 * `npm run eval:teaching`: what a reader's corrections are worth, for readers whose law differs from ours on one tag.
 * With `-- --choose` what learning was tuned by, on the other half of the beats.
 */
async function main(): Promise<void> {
  const { choosing, reporting } = await readHalves();
  const { head } = await shippedModel();
  if (process.argv.includes('--choose')) choose(choosing, head);
  else report(reporting, head);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
