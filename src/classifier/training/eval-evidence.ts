import { labelledOf, readLines, textOf } from './passages.ts';
import { measureRationales } from './rationales.ts';
import { readGiven } from './read-given.ts';
import { shippedModel, shippedReader } from './shipped.ts';

const USE = 'Use: npm run eval:evidence -- LABELLED.jsonl';
const SEED = 7;

/** `npm run eval:evidence -- LABELLED.jsonl`: how much the shown tags hang on their evidence, beside random words. */
async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error(`No file was named. ${USE}`);
  const texts = readLines(await readGiven(name), name, labelledOf).map(textOf);
  if (texts.length === 0) throw new Error(`${name} has no line to read.`);
  const report = measureRationales(texts, await shippedModel(), await shippedReader(), SEED);
  const row = (what: string, { comprehensiveness, sufficiency }: typeof report.evidence): string =>
    `${what.padEnd(22)}${comprehensiveness.toFixed(3).padStart(19)}${sufficiency.toFixed(3).padStart(13)}`;
  console.log(
    `${report.tags} shown tags in ${texts.length} passages; evidence is ${Math.round(report.share * 100)} % of the words.\n`,
  );
  console.log(`${''.padEnd(22)}${'comprehensiveness'.padStart(19)}${'sufficiency'.padStart(13)}`);
  console.log(row('evidence', report.evidence));
  console.log(row('as much at random', report.random));
  console.log(`\n${JSON.stringify(report)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
