/** How often a yes was right, and how many yeses were missed. */
export interface Counts {
  hits: number;
  wrong: number;
  missed: number;
}

export interface Scores extends Counts {
  precision: number;
  recall: number;
  f1: number;
  /** How many there are to find. */
  support: number;
}

export const noCounts = (): Counts => ({ hits: 0, wrong: 0, missed: 0 });

/** Adds one answer beside what is true. */
export function count(counts: Counts, said: boolean, is: boolean): void {
  if (said && is) counts.hits += 1;
  else if (said) counts.wrong += 1;
  else if (is) counts.missed += 1;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1; each is 0 where it would be 0 divided by 0. */
export function scoresOf({ hits, wrong, missed }: Counts): Scores {
  return {
    hits,
    wrong,
    missed,
    precision: ratio(hits, hits + wrong),
    recall: ratio(hits, hits + missed),
    f1: ratio(2 * hits, 2 * hits + wrong + missed),
    support: hits + missed,
  };
}

/** F1 of all counts put together. */
export function microF1(all: readonly Counts[]): number {
  const sum = noCounts();
  for (const { hits, wrong, missed } of all) {
    sum.hits += hits;
    sum.wrong += wrong;
    sum.missed += missed;
  }
  return scoresOf(sum).f1;
}

/** Mean F1 over what has at least `support` cases to find; null where nothing has. */
export function macroF1(all: readonly Counts[], support: number): number | null {
  const scores = all.map(scoresOf).filter((of) => of.support >= support);
  return scores.length === 0 ? null : scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

/** One confidence that was given, and whether it was right. */
export interface Claim {
  confidence: number;
  right: boolean;
}

/**
 * Expected calibration error: how far confidence and truth lie apart, in ten bins of equal width, each weighted by
 * its share of the claims (Naeini, Cooper and Hauskrecht 2015). 0 for no claims.
 */
export function calibrationError(claims: readonly Claim[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of claims) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  const apart = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return ratio(apart, claims.length);
}
