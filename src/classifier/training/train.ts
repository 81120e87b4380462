import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TAG_IDS } from '../../framework/tag-ids.ts';
import { readCorpus } from './corpus.ts';
import { shippedReader } from './shipped.ts';
import { OPTIONS, trainModel } from './train-model.ts';
import { writeModel } from './write-model.ts';

const CORPUS = fileURLToPath(new URL('../../../assets/corpus/corpus.jsonl', import.meta.url));
const MODEL = fileURLToPath(new URL('../../../assets/public/model/tags.bin', import.meta.url));

/** `npm run train -- [OUT.bin]`: trains the shipped model from the corpus; minutes on one core. */
async function main(): Promise<void> {
  const out = process.argv[2] ?? MODEL;
  const started = performance.now();
  const corpus = readCorpus(await readFile(CORPUS, 'utf8'), 'corpus.jsonl');
  const model = trainModel(corpus, await shippedReader(), OPTIONS, (line) => console.log(line));
  const bytes = writeModel(model);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, bytes);
  const { paragraph, headline } = model.head.judgements;
  const round = (value: number): string => value.toFixed(2);
  console.log(
    `Clear from ${round(paragraph.clear)}, likely from ${round(paragraph.likely)}; in headlines ${round(headline.clear)} and ${round(headline.likely)}.`,
  );
  console.log(
    `Shown from: ${TAG_IDS.map((tag, at) => `${tag} ${round(paragraph.perhaps[at] ?? 0)}`).join(', ')}.`,
  );
  console.log(
    `${model.head.name}: ${model.features.length} features, ${bytes.length} bytes, ${Math.round((performance.now() - started) / 1000)} s.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
