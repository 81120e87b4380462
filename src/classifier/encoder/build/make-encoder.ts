import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readCorpus } from '../../training/corpus.ts';
import { compileKernel } from './compile-kernel.ts';
import { learnMeanInputs, meanInputsFrom } from './mean-inputs.ts';
import { readModelPieces } from './npm-model.ts';
import { readFloatWeights } from './npm-weights.ts';
import { quantise } from './quantise.ts';

/** What the encoder is loaded from. */
export interface EncoderFiles {
  kernel: Uint8Array;
  weights: Uint8Array;
  vocabulary: string;
}

/**
 * Makes the encoder's files, the same bytes every time.
 *
 * @param meanInputs the file of mean inputs: float32, little-endian
 * @param say is told what is being done
 */
export async function makeEncoder(meanInputs: URL, say: (line: string) => void): Promise<EncoderFiles> {
  say('compiling its kernel.');
  const kernel = await compileKernel();
  say('rounding its weights.');
  const learnt = new Float32Array(Uint8Array.from(await readFile(meanInputs)).buffer);
  const weights = await readFloatWeights();
  return {
    kernel,
    weights: quantise(weights, meanInputsFrom(learnt, weights)),
    vocabulary: JSON.stringify(await readModelPieces()),
  };
}

/** Learns the mean inputs from a corpus and writes their file; minutes. */
export async function learnAnew(corpus: URL, meanInputs: URL, say: (line: string) => void): Promise<void> {
  say('learning the mean inputs, which takes minutes.');
  const passages = readCorpus(await readFile(corpus, 'utf8'), 'corpus.jsonl');
  const learnt = learnMeanInputs(await readFloatWeights(), await readModelPieces(), passages, say);
  await mkdir(new URL('./', meanInputs), { recursive: true });
  await writeFile(meanInputs, new Uint8Array(learnt.buffer));
}
