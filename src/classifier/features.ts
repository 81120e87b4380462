import type { PlacedWord } from './words.ts';

/** Features are weighed in two groups of equal say: words with word pairs, and character n-grams. */
export const GROUPS = 2;
export const WORDS = 0;
export const CHARACTERS = 1;

const SHORTEST = 3;
const LONGEST = 5;

/** FNV-1a's offset basis, one for each kind of feature, so that the word "ai" and the letters "ai" differ. */
const SEED = { word: 0x811c9dc5, pair: 0x2a5fb1c7, characters: 0x5d3e07a9 };

const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3). */
function spread(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

/** The feature of one word: an unsigned 32-bit hash. */
export const wordFeature = (form: string): number => spread(hashText(SEED.word, form));

/** The feature of two words that follow each other. */
export const pairFeature = (first: string, second: string): number =>
  spread(hashText(step(hashText(SEED.pair, first), 0x20), second));

/**
 * The features of a word's character n-grams, 3 to 5 units long, the word's edges counted as a space each.
 * Numbers and years have none.
 */
export function characterFeatures(form: string): number[] {
  if (form.startsWith('#')) return [];
  const padded = ` ${form} `;
  const features: number[] = [];
  for (let from = 0; from + SHORTEST <= padded.length; from += 1) {
    let hash = SEED.characters;
    const end = Math.min(padded.length, from + LONGEST);
    for (let at = from; at < end; at += 1) {
      hash = step(hash, padded.charCodeAt(at));
      if (at - from + 1 >= SHORTEST) features.push(spread(hash));
    }
  }
  return features;
}

/** One occurrence of a feature: the words it covers are `first` to `last`, by number. */
export type Visit = (feature: number, group: number, first: number, last: number) => void;

/** Calls `visit` for every occurrence of every feature of `words[from]` to `words[to - 1]`. */
export function visitFeatures(words: readonly PlacedWord[], from: number, to: number, visit: Visit): void {
  let before: PlacedWord | undefined;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (!word) break;
    visit(wordFeature(word.form), WORDS, at, at);
    if (before && !word.breaks) visit(pairFeature(before.form, word.form), WORDS, at - 1, at);
    for (const feature of characterFeatures(word.form)) visit(feature, CHARACTERS, at, at);
    before = word;
  }
}
