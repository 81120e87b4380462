import { answerOf } from './answer.ts';
import { cleanOutput } from './clean-output.ts';
import { passageOf, readLines } from './passages.ts';
import { readGiven } from './read-given.ts';
import { classifyAll, shippedClassifier } from './shipped.ts';

const USE = 'Use: npm run classify -- IN.jsonl > OUT.jsonl';

/** `npm run classify -- IN.jsonl > OUT.jsonl`: says of each line's passage exactly what the product would show. */
async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) throw new Error(`No file was named. ${USE}`);
  // All lines are read before the first is answered: a bad line leaves no half answer.
  const passages = readLines(await readGiven(name), name, passageOf);
  const write = cleanOutput();
  await classifyAll(await shippedClassifier(), passages, (passage, tagged) => {
    write(`${JSON.stringify(answerOf(passage, tagged))}\n`);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
