import { type Compatible, compatible } from './original-places.ts';
import { NOWHERE, PieceTrie, ROOT } from './piece-trie.ts';
import type { Pieces } from './pieces.ts';

/** A text's tokens, in order. Token `i` is `starts[i]` to `ends[i]` of the text, without the space before it. */
export interface Tokens {
  ids: Int32Array;
  /** UTF-16 offsets; neither ever falls. Two tokens share a range where one sign of the text became both. */
  starts: Int32Array;
  ends: Int32Array;
}

/** Stands for a space, and before the text's first word. */
const SEPARATOR = '\u2581';
/** Ids of the original's own signs, which no text gives. The first stands for what no piece covers. */
const RESERVED = 6;
const UNKNOWN = 0;

/**
 * Cuts a text into the pieces that its encoder knows: the likeliest sequence under a unigram model of pieces
 * (SentencePiece; Kudo 2018), exactly as TensorFlow.js's Universal Sentence Encoder does. Its oddities are kept,
 * because the encoder was trained on, and is only right for, what it gives.
 */
export class Tokenizer {
  readonly #trie: PieceTrie;
  readonly #lengths: Uint8Array;
  readonly #scores: Float64Array;

  /** @param vocabulary as `readPieces` gives it */
  constructor({ pieces, scores }: Pieces) {
    this.#trie = new PieceTrie(pieces, RESERVED);
    this.#scores = Float64Array.from(scores);
    this.#lengths = Uint8Array.from(pieces, (piece) => piece.length).fill(1, 0, RESERVED);
  }

  /** The tokens of any text whatever; none for an empty one. Between their ranges there is only white space. */
  encode(text: string): Tokens {
    const folded = compatible(text);
    if (folded.text === '')
      return { ids: new Int32Array(), starts: new Int32Array(), ends: new Int32Array() };
    const read = SEPARATOR + folded.text.replaceAll(' ', SEPARATOR);
    return this.#tokens(this.#bestPieces(read), folded);
  }

  /**
   * For each place in `read`, the id of the last piece of the best sequence up to it (Viterbi). Three oddities of the original: a
   * best score of exactly 0 counts as none yet; of two equal ones the later start wins; and an unknown sign, at no
   * cost, is offered only where no piece at all begins.
   */
  #bestPieces(read: string): Int32Array {
    const best = new Float64Array(read.length + 1);
    const ids = new Int32Array(read.length + 1);
    const offer = (end: number, id: number, score: number): void => {
      const known = best[end] ?? 0;
      if (known !== 0 && score < known) return;
      best[end] = score;
      ids[end] = id;
    };
    for (let start = 0; start < read.length; start += 1) {
      const before = best[start] ?? 0;
      let covered = false;
      let node = ROOT;
      for (let end = start; end < read.length; ) {
        node = this.#trie.step(node, read.charCodeAt(end));
        if (node === NOWHERE) break;
        end += 1;
        const id = this.#trie.idAt(node);
        if (id === 0) continue;
        covered = true;
        offer(end, id, (this.#scores[id] ?? 0) + before);
      }
      if (!covered) offer(start + 1, UNKNOWN, before);
    }
    return ids;
  }

  /** Walks the best sequence back to front; unknown signs in a row are one token. */
  #tokens(best: Int32Array, folded: Compatible): Tokens {
    const found: { id: number; first: number; end: number }[] = [];
    for (let end = best.length - 1; end > 0; ) {
      const id = best[end] ?? UNKNOWN;
      const first = end - (this.#lengths[id] ?? 1);
      const after = found.at(-1);
      if (id === UNKNOWN && after?.id === UNKNOWN) after.first = first;
      else found.push({ id, first, end });
      end = first;
    }
    const ids = new Int32Array(found.length);
    const starts = new Int32Array(found.length);
    const ends = new Int32Array(found.length);
    for (const [number, { id, first, end }] of found.reverse().entries()) {
      ids[number] = id;
      [starts[number], ends[number]] = placeOf(first, end, folded);
    }
    return { ids, starts, ends };
  }
}

/**
 * Where units `first` to `end` (excluded) of what was read are in the original text, without the spaces that they
 * begin with. What was read is the folded text with one separator more, at its start.
 */
function placeOf(
  first: number,
  end: number,
  { text, starts, ends }: Compatible,
): [start: number, end: number] {
  // A text may have separators of its own: only what was folded to a space is left out.
  const isSpace = (unit: number): boolean => unit === 0 || text.charAt(unit - 1) === ' ';
  let from = first;
  while (from < end && isSpace(from)) from += 1;
  const start = starts[from - 1] ?? ends.at(-1) ?? 0;
  // Nothing but spaces has an empty range behind them.
  return [start, Math.max(start, ends[end - 2] ?? 0)];
}
