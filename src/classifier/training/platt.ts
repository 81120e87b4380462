import type { Calibration } from '../model-file.ts';
import type { Case } from './thresholds.ts';

const STEPS = 50;
/** Holds slope and offset back a little, so that a thin tag cannot run away. */
const RIDGE = 1e-3;

/**
 * Fits `1 / (1 + exp(-(slope · score + offset)))` to the cases by Newton's method, with Platt's smoothed targets
 * (Platt 1999, "Probabilistic outputs for support vector machines"; Lin, Lin and Weng 2007).
 */
export function fitPlatt(cases: readonly Case[]): Calibration {
  const yes = cases.filter(({ is }) => is).length;
  const no = cases.length - yes;
  const targets = { yes: (yes + 1) / (yes + 2), no: 1 / (no + 2) };
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let gradientSlope = RIDGE * (slope - 1);
    let gradientOffset = 0;
    let aa = RIDGE;
    let ab = 0;
    let bb = RIDGE;
    for (const { score, is } of cases) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (is ? targets.yes : targets.no);
      const weight = p * (1 - p);
      gradientSlope += error * score;
      gradientOffset += error;
      aa += weight * score * score;
      ab += weight * score;
      bb += weight;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) break;
    const moveSlope = (bb * gradientSlope - ab * gradientOffset) / determinant;
    const moveOffset = (aa * gradientOffset - ab * gradientSlope) / determinant;
    slope -= moveSlope;
    offset -= moveOffset;
    if (Math.abs(moveSlope) + Math.abs(moveOffset) < 1e-9) break;
  }
  return { slope, offset };
}
