import { EMBEDDING_WIDTH, HIDDEN, WEIGHTS, WIDTH } from './weight-layout.ts';

/** Where the weight file begins in the memory; below it is the compiler's own. */
export const BASE = 1024;
/** Rows that the kernel takes at a time. */
export const ROWS = 4;
/** Rows that attention takes at a time, so also what every table has room for. */
const ATTENTION_ROWS = 8;
/** A cache line. */
const ALIGNMENT = 64;
const PAGE = 65_536;

/** Addresses in bytes of what the encoder computes with, for texts of up to `rows` tokens. */
export interface MemoryMap {
  ids: number;
  positions: number;
  /** Token states: 256 wide before the first layer's attention, 512 after. */
  embedded: number;
  states: number;
  normalised: number;
  attended: number;
  /** Queries, keys and values, or the feed-forward part's inner layer. */
  hidden: number;
  /** A product's left side, int16, and its row scales. */
  quantised: number;
  rowScales: number;
  keys: number;
  values: number;
  queries: number;
  scores: number;
  /** Four means and what the head makes of them. */
  means: number;
  heads: number;
  /** Pages of 64 KB that hold it all. */
  pages: number;
}

/** `count` rounded up to whole groups of `of`. */
export const wholeGroups = (count: number, of: number): number => Math.ceil(count / of) * of;

/** Lays out the memory behind the weights for texts of up to `maxTokens` tokens. */
export function mapMemory(maxTokens: number): MemoryMap {
  const rows = wholeGroups(maxTokens, ATTENTION_ROWS);
  let end = BASE + WEIGHTS.bytes;
  const take = (bytes: number): number => {
    const start = wholeGroups(end, ALIGNMENT);
    end = start + bytes;
    return start;
  };
  const floats = (count: number): number => take(4 * count);
  const head = WIDTH / 4;
  const map = {
    ids: floats(rows),
    positions: floats(rows * EMBEDDING_WIDTH),
    embedded: floats(rows * EMBEDDING_WIDTH),
    states: floats(rows * WIDTH),
    normalised: floats(rows * WIDTH),
    attended: floats(rows * WIDTH),
    hidden: floats(rows * HIDDEN),
    quantised: take(2 * rows * HIDDEN),
    rowScales: floats(rows),
    keys: floats(rows * head),
    values: floats(rows * head),
    queries: floats(rows * head),
    scores: floats(rows * rows),
    means: floats(ROWS * WIDTH),
    heads: floats(ROWS * WIDTH),
  };
  return { ...map, pages: Math.ceil(end / PAGE) };
}
