import type { Piece, ShownClipping } from './matching.ts';

/** Clippings drawn or left undrawn together: an article of the list, or a stretch of one that has many. */
export interface Unit {
  key: string;
  piece: Piece;
  clippings: readonly ShownClipping[];
  /** Not the article's first stretch: its heading stands further up. */
  goesOn: boolean;
}

/** Clippings in a stretch, at most: about two screens. */
const STRETCH = 12;

/** Cuts the articles of a list into units, in order. */
export function unitsOf(pieces: readonly Piece[]): Unit[] {
  const units: Unit[] = [];
  for (const piece of pieces)
    for (let from = 0; from < piece.clippings.length; from += STRETCH)
      units.push({
        key: `${piece.article.url} ${from}`,
        piece,
        clippings: piece.clippings.slice(from, from + STRETCH),
        goesOn: from > 0,
      });
  return units;
}

/** Where each unit begins, in px from the first; one more at the end, for where the last one ends. */
export function offsetsOf<U>(units: readonly U[], heightOf: (unit: U) => number): Float64Array {
  const offsets = new Float64Array(units.length + 1);
  units.forEach((unit, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + heightOf(unit);
  });
  return offsets;
}

/** The first unit that ends below `y`, by halves; the last one where none does. */
export function unitAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle + 1] ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is drawn: units by their place in the list, and the height of those left out between them, in px. */
export type Drawn = { at: number } | { gap: number };

/**
 * The units to draw, in order, with room for those that are not.
 *
 * @param from the first unit near the window, `to` the last
 * @param pins units drawn wherever they are: what has the focus must not go
 */
export function drawnOf(offsets: Float64Array, from: number, to: number, pins: Iterable<number>): Drawn[] {
  const count = offsets.length - 1;
  const wanted = new Set<number>();
  for (let at = Math.max(0, from); at <= to && at < count; at += 1) wanted.add(at);
  for (const pin of pins) if (pin >= 0 && pin < count) wanted.add(pin);
  const drawn: Drawn[] = [];
  let next = 0;
  const leave = (until: number): void => {
    const gap = (offsets[until] ?? 0) - (offsets[next] ?? 0);
    if (gap > 0) drawn.push({ gap });
  };
  for (const at of [...wanted].sort((a, b) => a - b)) {
    if (at > next) leave(at);
    drawn.push({ at });
    next = at + 1;
  }
  if (next < count) leave(count);
  return drawn;
}
