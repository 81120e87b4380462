const STEPS = 60;

/** Solves `matrix · x = vector` by Gaussian elimination with pivoting; both are used up. Null when it has no one answer. */
function solve(matrix: number[][], vector: number[]): number[] | null {
  const size = vector.length;
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    if (Math.abs(at(pivot, column)) < 1e-12) return null;
    [matrix[column], matrix[pivot]] = [matrix[pivot] ?? [], matrix[column] ?? []];
    [vector[column], vector[pivot]] = [vector[pivot] ?? 0, vector[column] ?? 0];
    for (let row = column + 1; row < size; row += 1) {
      const factor = at(row, column) / at(column, column);
      matrix[row] = (matrix[row] ?? []).map((value, i) => value - factor * at(column, i));
      vector[row] = (vector[row] ?? 0) - factor * (vector[column] ?? 0);
    }
  }
  const answer = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = answer.reduce((sum, value, i) => (i > row ? sum + at(row, i) * value : sum), 0);
    answer[row] = ((vector[row] ?? 0) - known) / at(row, row);
  }
  return answer;
}

/** Some numbers, and whether they belong to a yes. */
export interface Sample {
  inputs: readonly number[];
  is: boolean;
}

/**
 * Logistic regression over a few inputs, by Newton's method, with Platt's smoothed targets, so that a thin class
 * does not make the fit sure of itself (Platt 1999, "Probabilistic outputs for support vector machines"; Lin, Lin
 * and Weng 2007).
 *
 * @param ridge how strongly the weights, not the offset, are held to 0
 * @returns a weight for each input and, last, the offset
 */
export function fitSmallLogistic(samples: readonly Sample[], ridge = 1): number[] {
  const size = (samples[0]?.inputs.length ?? 0) + 1;
  const yes = samples.filter(({ is }) => is).length;
  const targets = { yes: (yes + 1) / (yes + 2), no: 1 / (samples.length - yes + 2) };
  const rows = samples.map(({ inputs, is }) => ({
    x: [...inputs, 1],
    target: is ? targets.yes : targets.no,
  }));
  let weights = new Array<number>(size).fill(0);
  weights[size - 1] = Math.log((yes + 1) / (samples.length - yes + 1));
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, i) => (i === size - 1 ? 0 : ridge * weight));
    const hessian = weights.map((_, i) =>
      weights.map((__, j) => (i === j ? (i === size - 1 ? 1e-6 : ridge) : 0)),
    );
    for (const { x, target } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
      x.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + (p - target) * value;
        const row = hessian[i];
        if (!row) return;
        x.forEach((other, j) => {
          row[j] = (row[j] ?? 0) + p * (1 - p) * value * other;
        });
      });
    }
    const move = solve(hessian, gradient);
    if (!move) break;
    // A step is never longer than this: far from the answer, Newton's steps overshoot.
    const length = Math.max(...move.map(Math.abs));
    const share = length > 2 ? 2 / length : 1;
    weights = weights.map((weight, i) => weight - share * (move[i] ?? 0));
    if (length < 1e-9) break;
  }
  return weights;
}
