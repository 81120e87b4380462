import { EMBEDDING_WIDTH, EMBEDDINGS, type MatrixPlace, WEIGHTS } from '../weight-layout.ts';
import type { FloatMatrix, FloatWeights } from './npm-weights.ts';

/** Greatest int8 that is used. */
const MOST = 127;

/** The mean input of each matrix of a model over many texts; it has `inputs` numbers. */
export type MeanInputs = (matrix: FloatMatrix) => ArrayLike<number>;

/** The step that takes `numbers` to -127..127; 1 for zeros, which have no step of their own. */
const stepFor = (numbers: Float32Array): number =>
  numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / MOST || 1;

/** Each output's weights, one after the other. */
function outputsOf({ inputs, outputs, weights }: FloatMatrix): Float32Array[] {
  return Array.from({ length: outputs }, (_, n) => {
    const output = new Float32Array(inputs);
    for (let k = 0; k < inputs; k += 1) output[k] = weights[k * outputs + n] ?? 0;
    return output;
  });
}

/** The weight file as it is written: one buffer, seen as int8 and as float32. */
class WeightFile {
  readonly bytes = new Uint8Array(WEIGHTS.bytes);
  readonly #integers = new Int8Array(this.bytes.buffer);

  floats(at: number, numbers: ArrayLike<number>): void {
    new Float32Array(this.bytes.buffer, at, numbers.length).set(numbers);
  }

  embeddings(embeddings: Float32Array): void {
    const scales = new Float32Array(EMBEDDINGS);
    for (let id = 0; id < EMBEDDINGS; id += 1) {
      const row = embeddings.subarray(id * EMBEDDING_WIDTH, (id + 1) * EMBEDDING_WIDTH);
      const step = stepFor(row);
      const rounded = row.map((value) => Math.round(value / step));
      this.#integers.set(rounded, WEIGHTS.embeddings + id * EMBEDDING_WIDTH);
      // The model doubles its embeddings.
      scales[id] = 2 * step;
    }
    this.floats(WEIGHTS.embeddingScales, scales);
  }

  /**
   * A matrix with a step for each output. What rounding adds to an output for the mean input is taken off its bias
   * (bias correction; Nagel et al. 2019, "Data-free quantization through weight equalization and bias correction").
   */
  matrix(matrix: FloatMatrix, place: MatrixPlace, mean: ArrayLike<number>): void {
    const { inputs } = place;
    const scales = new Float32Array(place.outputs);
    const biases = new Float32Array(place.outputs);
    for (const [n, output] of outputsOf(matrix).entries()) {
      // Rounded to float32 first: that is the step the encoder will know.
      const step = Math.fround(stepFor(output));
      let bias = matrix.biases[n] ?? 0;
      for (let k = 0; k < inputs; k += 1) {
        const weight = output[k] ?? 0;
        const rounded = Math.round(weight / step);
        bias += (mean[k] ?? 0) * (weight - rounded * step);
        // Packed [outputs / 8][inputs / 2][8 outputs][2 inputs].
        const at = (n >> 3) * 8 * inputs + (k >> 1) * 16 + (n & 7) * 2 + (k & 1);
        this.#integers[place.weights + at] = rounded;
      }
      scales[n] = step;
      biases[n] = bias;
    }
    this.floats(place.scales, scales);
    this.floats(place.biases, biases);
  }
}

/**
 * The weight file of a model, in the layout of `WEIGHTS`: int8 weights rounded to the nearest step.
 *
 * @param meanInputs what each matrix is given on average, to correct its biases
 */
export function quantise(weights: FloatWeights, meanInputs: MeanInputs): Uint8Array {
  const file = new WeightFile();
  const matrix = (from: FloatMatrix, place: MatrixPlace): void => file.matrix(from, place, meanInputs(from));
  file.embeddings(weights.embeddings);
  file.floats(WEIGHTS.frequencies, weights.frequencies);
  for (const number of [0, 1] as const) {
    const layer = weights.layers[number];
    const place = WEIGHTS.layers[number];
    for (const norm of ['attentionNorm', 'forwardNorm'] as const) {
      file.floats(place[norm].gain, layer[norm].gain);
      file.floats(place[norm].bias, layer[norm].bias);
    }
    for (const name of ['qkv', 'out', 'widen', 'up', 'down'] as const) {
      const [from, to] = [layer[name], place[name]];
      if (from && to) matrix(from, to);
    }
  }
  matrix(weights.head, WEIGHTS.head);
  return file.bytes;
}
