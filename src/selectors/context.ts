import type { Selectors } from './selectors.ts';
import { likeness } from './similarity.ts';

/** A place in a text where a quote may be, and what speaks for it. */
export interface Candidate {
  start: number;
  end: number;
  /** Likeness of the text before and after to the quote's prefix and suffix, 0 to 1; null where it has none. */
  prefix: number | null;
  suffix: number | null;
  /** How far the place is from where the quote was, in UTF-16 code units. */
  distance: number;
}

/** Weighs a place by what stands around it. */
export function weigh(text: string, start: number, end: number, { quote, position }: Selectors): Candidate {
  const before = text.slice(Math.max(0, start - quote.prefix.length), start);
  const after = text.slice(end, end + quote.suffix.length);
  return {
    start,
    end,
    prefix: quote.prefix === '' ? null : likeness(quote.prefix, before),
    suffix: quote.suffix === '' ? null : likeness(quote.suffix, after),
    distance: Math.abs(start - position.start),
  };
}

/** The mean of what is known of both sides; 0 where nothing is. */
export function contextOf({ prefix, suffix }: Candidate): number {
  const sides = [prefix, suffix].filter((side) => side !== null);
  return sides.length === 0 ? 0 : sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

/** The surer side. */
export const surerSide = ({ prefix, suffix }: Candidate): number => Math.max(prefix ?? 0, suffix ?? 0);

/** A side this like its counterpart is the same place: chance likeness of English text stays below 0.45. */
export const SAME_SIDE = 0.6;

/** Two places whose contexts are nearer than this cannot be told apart by them. */
const APART = 0.15;
/** Position decides between two places only when one is this many times nearer than the other. */
const NEARER = 20;

/**
 * The one candidate that is surely meant: by context, else by position, else none. A tie is answered with null:
 * not found is better than wrong.
 */
export function choose(candidates: readonly Candidate[]): Candidate | null {
  const [first, ...rest] = [...candidates].sort(
    (a, b) => contextOf(b) - contextOf(a) || a.distance - b.distance,
  );
  if (!first) return null;
  const rivals = rest.filter((other) => contextOf(first) - contextOf(other) < APART);
  if (rivals.length === 0) return first;
  const [nearest, next] = [first, ...rivals].sort((a, b) => a.distance - b.distance);
  if (!nearest || !next || nearest.distance * NEARER > next.distance) return null;
  return nearest;
}
