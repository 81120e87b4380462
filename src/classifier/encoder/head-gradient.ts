import { WEIGHTS } from './weight-layout.ts';

/** The head's matrix as the weight file has it, and what the head made of a text's mean state. */
export interface HeadAtWork {
  weights: Int8Array;
  scales: Float32Array;
  /** The head's output before it was brought to unit length: tanh of the dense layer. */
  activations: Float64Array;
  /** That output's length. */
  length: number;
}

/** The order of a packed matrix: eight outputs, for each of them two inputs. */
const OUTPUTS = 8;
const PAIR = 2;

/**
 * The gradient of `direction · vector` with respect to the mean state, where vector = e / |e| and
 * e = tanh(mean · W + b): taken back through the unit length, the tanh and the dense layer.
 *
 * @param direction one number for each of the vector's 512
 * @returns one number for each of the mean state's 512
 */
export function headGradient(direction: ArrayLike<number>, head: HeadAtWork): Float64Array {
  const { weights, scales, activations, length } = head;
  const { inputs, outputs } = WEIGHTS.head;
  let along = 0;
  for (let n = 0; n < outputs; n += 1) along += (direction[n] ?? 0) * (activations[n] ?? 0);
  along /= length;
  const inner = new Float64Array(outputs);
  for (let n = 0; n < outputs; n += 1) {
    const e = activations[n] ?? 0;
    const unit = ((direction[n] ?? 0) - (along * e) / length) / length;
    // The matrix's scale belongs to the output: taken in here, the int8 weights can be read as they are.
    inner[n] = unit * (1 - e * e) * (scales[n] ?? 0);
  }
  const gradient = new Float64Array(inputs);
  let at = 0;
  for (let n = 0; n < outputs; n += OUTPUTS) {
    for (let k = 0; k < inputs; k += PAIR) {
      let first = 0;
      let second = 0;
      for (let output = n; output < n + OUTPUTS; output += 1, at += PAIR) {
        const weight = inner[output] ?? 0;
        first += (weights[at] ?? 0) * weight;
        second += (weights[at + 1] ?? 0) * weight;
      }
      gradient[k] = (gradient[k] ?? 0) + first;
      gradient[k + 1] = (gradient[k + 1] ?? 0) + second;
    }
  }
  return gradient;
}
