/** A score and whether it should have been a yes. */
export interface Case {
  score: number;
  is: boolean;
}

export interface Threshold {
  /** Yes from this score on. */
  from: number;
  f1: number;
}

const byScore = (cases: readonly Case[]): Case[] => [...cases].sort((a, b) => b.score - a.score);

/** The threshold with the best F1, half way to the next lower score; `from` is Infinity where nothing is a yes. */
export function bestF1(cases: readonly Case[]): Threshold {
  const sorted = byScore(cases);
  const support = cases.filter(({ is }) => is).length;
  const best: Threshold = { from: Number.POSITIVE_INFINITY, f1: 0 };
  let hits = 0;
  sorted.forEach(({ score, is }, at) => {
    hits += Number(is);
    const next = sorted[at + 1]?.score ?? score;
    if (next === score && at + 1 < sorted.length) return;
    const f1 = (2 * hits) / (at + 1 + support);
    if (f1 > best.f1) {
      best.f1 = f1;
      best.from = (score + next) / 2;
    }
  });
  return best;
}

/**
 * The lowest score from which the cases up to `below` are right at least as often as `precision`.
 *
 * @returns `below` where no score is enough
 */
export function fromPrecision(cases: readonly Case[], precision: number, below: number): number {
  const band = byScore(cases).filter(({ score }) => score < below);
  let from = below;
  let hits = 0;
  band.forEach(({ score, is }, at) => {
    hits += Number(is);
    if (band[at + 1]?.score !== score && hits >= precision * (at + 1)) from = score;
  });
  return from;
}

/**
 * Average precision: the mean, over the cases that are a yes, of the share of yeses from that case's score up. It needs
 * no threshold. Null where nothing is a yes; what has the same score counts as one.
 */
export function averagePrecision(cases: readonly Case[]): number | null {
  const sorted = byScore(cases);
  const support = cases.filter(({ is }) => is).length;
  if (support === 0) return null;
  let [hits, before, sum] = [0, 0, 0];
  sorted.forEach(({ score, is }, at) => {
    hits += Number(is);
    if (sorted[at + 1]?.score === score) return;
    sum += (hits - before) * (hits / (at + 1));
    before = hits;
  });
  return sum / support;
}
