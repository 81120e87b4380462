/**
 * Numbers for 32-bit feature hashes: an open-addressing table (linear probing), fast to build and to ask.
 * The table is at most half full, so that a miss ends soon.
 */
export class Vocabulary {
  readonly size: number;
  readonly #mask: number;
  readonly #keys: Uint32Array;
  readonly #numbers: Int32Array;

  /** @param features distinct hashes; the number of a feature is its place here */
  constructor(features: Uint32Array) {
    this.size = features.length;
    let slots = 16;
    while (slots < features.length * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#keys = new Uint32Array(slots);
    this.#numbers = new Int32Array(slots).fill(-1);
    for (let number = 0; number < features.length; number += 1) {
      const feature = features[number] ?? 0;
      let slot = feature & this.#mask;
      while (this.#numbers[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = feature;
      this.#numbers[slot] = number;
    }
  }

  /** The feature's number, or -1 when it is not known. */
  numberOf(feature: number): number {
    let slot = feature & this.#mask;
    for (;;) {
      const number = this.#numbers[slot] ?? -1;
      if (number === -1 || this.#keys[slot] === feature) return number;
      slot = (slot + 1) & this.#mask;
    }
  }
}
