import type { CorpusPassage } from '../../training/corpus.ts';
import { MAX_TOKENS } from '../encoder.ts';
import type { Pieces } from '../pieces.ts';
import { Tokenizer } from '../tokenizer.ts';
import { encodeFloat } from './float-encoder.ts';
import type { FloatMatrix, FloatWeights } from './npm-weights.ts';
import type { MeanInputs } from './quantise.ts';

/** Paragraphs that are read to learn the mean inputs: more change them little. */
const TEXTS = 160;

/** Every matrix of a model, in the order of the file of mean inputs. */
const matricesOf = ({ layers, head }: FloatWeights): FloatMatrix[] => [
  ...layers.flatMap(({ qkv, out, widen, up, down }) => [qkv, out, ...(widen ? [widen] : []), up, down]),
  head,
];

/**
 * The mean input of every matrix over paragraphs taken evenly from the corpus, each counting the same; minutes.
 *
 * @param say is told how far it is
 * @returns all means, one matrix after the other
 */
export function learnMeanInputs(
  weights: FloatWeights,
  pieces: Pieces,
  corpus: readonly CorpusPassage[],
  say: (line: string) => void,
): Float32Array {
  const tokenizer = new Tokenizer(pieces);
  const sums = new Map(matricesOf(weights).map((matrix) => [matrix, new Float64Array(matrix.inputs)]));
  for (let text = 0; text < TEXTS; text += 1) {
    const passage = corpus[Math.floor((text * corpus.length) / TEXTS)];
    const ids = [...tokenizer.encode(passage?.text ?? '').ids].slice(0, MAX_TOKENS);
    encodeFloat(weights, ids, (matrix, input, rows) => {
      const sum = sums.get(matrix);
      if (!sum) return;
      for (const [at, value] of input.entries()) {
        const k = at % matrix.inputs;
        sum[k] = (sum[k] ?? 0) + value / rows / TEXTS;
      }
    });
    if ((text + 1) % 20 === 0) say(`${text + 1} of ${TEXTS} paragraphs read.`);
  }
  return Float32Array.from([...sums.values()].flatMap((sum) => [...sum]));
}

/** Gives each matrix its part of what `learnMeanInputs` learnt. Throws Error in words when it does not fit. */
export function meanInputsFrom(learnt: Float32Array, weights: FloatWeights): MeanInputs {
  const means = new Map<FloatMatrix, Float32Array>();
  let at = 0;
  for (const matrix of matricesOf(weights)) {
    means.set(matrix, learnt.subarray(at, at + matrix.inputs));
    at += matrix.inputs;
  }
  if (at !== learnt.length)
    throw new Error(`There are ${learnt.length} mean inputs where ${at} were expected: learn them again.`);
  return (matrix) => {
    const mean = means.get(matrix);
    if (!mean) throw new Error('A matrix is not one of the model.');
    return mean;
  };
}
