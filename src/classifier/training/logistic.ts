import type { SparseVector } from '../vector.ts';
import { seededRandom, shuffle } from './random.ts';

/** The constant feature that carries the bias: large, so that the bias is hardly held back. */
const BIAS_VALUE = 3;
const MOST_ROUNDS = 12;
const TOLERANCE = 0.05;
const MOST_STEPS = 100;

export interface LogisticOptions {
  /** Cost of a row's loss beside the weights' size: larger fits closer. One value a row. */
  costs: Float64Array;
  /** How many features there are. */
  features: number;
  seed: number;
}

export interface LogisticModel {
  weights: Float64Array;
  bias: number;
}

/**
 * L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin 2011, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models", algorithm 5; as in LIBLINEAR's solver 7).
 *
 * @param rows the vectors
 * @param positive for each row, 1 when it is an example of the class
 */
export function trainLogistic(
  rows: readonly SparseVector[],
  positive: Uint8Array,
  options: LogisticOptions,
): LogisticModel {
  const { costs } = options;
  const weights = new Float64Array(options.features);
  let bias = 0;
  const total = rows.length;
  const order = new Int32Array(total);
  const squares = new Float64Array(total);
  const alphas = new Float64Array(total * 2);

  const move = (row: SparseVector, by: number): void => {
    const { numbers, values } = row;
    for (let i = 0; i < numbers.length; i += 1) {
      const number = numbers[i] as number;
      weights[number] = (weights[number] as number) + by * (values[i] as number);
    }
    bias += by * BIAS_VALUE;
  };
  const score = (row: SparseVector): number => {
    const { numbers, values } = row;
    let sum = bias * BIAS_VALUE;
    for (let i = 0; i < numbers.length; i += 1) {
      sum += (weights[numbers[i] as number] as number) * (values[i] as number);
    }
    return sum;
  };

  rows.forEach((row, i) => {
    const cost = costs[i] ?? 1;
    order[i] = i;
    let square = BIAS_VALUE * BIAS_VALUE;
    for (const value of row.values) square += value * value;
    squares[i] = square;
    alphas[2 * i] = Math.min(0.001 * cost, 1e-8);
    alphas[2 * i + 1] = cost - (alphas[2 * i] ?? 0);
    move(row, (positive[i] ? 1 : -1) * (alphas[2 * i] ?? 0));
  });

  const random = seededRandom(options.seed);
  let innerTolerance = 1e-2;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    shuffle(order, random);
    let largest = 0;
    let newtonSteps = 0;
    for (const i of order) {
      const row = rows[i];
      const cost = costs[i] ?? 1;
      if (!row || cost <= 0) continue;
      const sign = positive[i] ? 1 : -1;
      const a = squares[i] ?? 0;
      const b = sign * score(row);
      let one = 2 * i;
      let two = 2 * i + 1;
      let direction = 1;
      if (0.5 * a * ((alphas[two] ?? 0) - (alphas[one] ?? 0)) + b < 0) {
        [one, two] = [two, one];
        direction = -1;
      }
      const old = alphas[one] ?? 0;
      let z = cost - old < 0.5 * cost ? 0.1 * old : old;
      let gradient = a * (z - old) + direction * b + Math.log(z / (cost - z));
      largest = Math.max(largest, Math.abs(gradient));
      let steps = 0;
      while (steps <= MOST_STEPS && Math.abs(gradient) >= innerTolerance) {
        const next = z - gradient / (a + cost / (cost - z) / z);
        z = next <= 0 ? z * 0.1 : next;
        gradient = a * (z - old) + direction * b + Math.log(z / (cost - z));
        newtonSteps += 1;
        steps += 1;
      }
      if (steps > 0) {
        alphas[one] = z;
        alphas[two] = cost - z;
        move(row, direction * (z - old) * sign);
      }
    }
    if (largest < TOLERANCE) break;
    if (newtonSteps <= total / 10) innerTolerance = Math.max(1e-8, 0.1 * innerTolerance);
  }
  return { weights, bias: bias * BIAS_VALUE };
}
