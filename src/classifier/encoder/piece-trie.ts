/** What {@link PieceTrie.step} gives where no piece goes on. */
export const NOWHERE = -1;
/** Where every piece begins. */
export const ROOT = 0;
const EMPTY = -1;

/** Steps by UTF-16 unit through the beginnings of pieces: a trie whose edges are one hash table in typed arrays. */
export class PieceTrie {
  readonly #mask: number;
  readonly #from: Int32Array;
  readonly #unit: Int32Array;
  readonly #to: Int32Array;
  readonly #ids: Int32Array;

  /** @param pieces by id; those below `first` are not found in texts. Of two that are the same, the last is found */
  constructor(pieces: readonly string[], first: number) {
    const found = pieces.slice(first);
    const edges = found.reduce((sum, piece) => sum + piece.length, 0);
    const size = 2 ** Math.ceil(Math.log2(2 * edges + 1));
    this.#mask = size - 1;
    this.#from = new Int32Array(size).fill(EMPTY);
    this.#unit = new Int32Array(size);
    this.#to = new Int32Array(size);
    this.#ids = new Int32Array(edges + 1);
    let nodes = 1;
    for (const [number, piece] of found.entries()) {
      let node = ROOT;
      for (let at = 0; at < piece.length; at += 1) {
        const unit = piece.charCodeAt(at);
        const slot = this.#slot(node, unit);
        if (this.#from[slot] === EMPTY) {
          this.#from[slot] = node;
          this.#unit[slot] = unit;
          this.#to[slot] = nodes;
          nodes += 1;
        }
        node = this.#to[slot] ?? ROOT;
      }
      this.#ids[node] = first + number;
    }
  }

  /** The slot of an edge, or the empty one where it would be. */
  #slot(node: number, unit: number): number {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#from[slot] !== EMPTY && (this.#from[slot] !== node || this.#unit[slot] !== unit))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** The node after `unit`, or `NOWHERE`. */
  step(node: number, unit: number): number {
    const slot = this.#slot(node, unit);
    return this.#from[slot] === EMPTY ? NOWHERE : (this.#to[slot] ?? NOWHERE);
  }

  /** The id of the piece that ends at a node; 0 where none does. */
  idAt(node: number): number {
    return this.#ids[node] ?? 0;
  }
}
