/** Times of one thing done several times, in milliseconds. */
export interface Times {
  median: number;
  p95: number;
  runs: number;
}

/** Median and 95th percentile (nearest rank) of some times. */
export function timesOf(list: readonly number[]): Times {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (q: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: list.length };
}

/** Does something once to warm it, then so often on the clock. */
export async function measure(runs: number, work: () => Promise<unknown>): Promise<Times> {
  await work();
  const list: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work();
    list.push(performance.now() - began);
  }
  return timesOf(list);
}
