import { seededRandom } from './random.ts';

/** A figure with the interval that holds it in 95 of 100 samples. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

const DRAWS = 1000;

/**
 * A figure's 95 % interval by the percentile bootstrap over groups (Efron and Tibshirani 1993; passages of one source
 * are alike, so whole sources are drawn, with replacement).
 *
 * @param groups the group of each passage
 * @param figure of passages, by number, some of them more than once; null where it has none
 */
export function bootstrap(
  groups: readonly string[],
  figure: (passages: readonly number[]) => number | null,
  seed = 1,
): Interval {
  const random = seededRandom(seed);
  const members = [...Map.groupBy(groups.keys(), (at) => groups[at] ?? '').values()];
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const passages = members.flatMap(() => members[Math.floor(random() * members.length)] ?? []);
    const value = figure(passages);
    if (value !== null) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? 0;
  return { value: figure([...groups.keys()]) ?? 0, low: at(0.025), high: at(0.975) };
}

/** `0.42 (0.38 to 0.47)`. */
export const intervalText = ({ value, low, high }: Interval): string =>
  `${value.toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
