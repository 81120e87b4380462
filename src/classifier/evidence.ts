import type { Span } from './classifier.ts';
import type { PlacedWord } from './words.ts';

/** A phrase that can be read: no single word where there are more, no more than a clause. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 12;
const MOST_PHRASES = 3;
/** A word has to bring this share of the best word's part to make its phrase longer. */
const WORTH = 0.12;
/** A further phrase has to weigh this share of the first. */
const WORTH_A_PHRASE = 0.3;

/** A phrase does not end, or begin, on these where it can do without. */
const NO_END = new Set(
  (
    'and or but nor which that who because of to the a an in on for with as at by from into is was are were be ' +
    'their its his her our your when yet than if so'
  ).split(' '),
);
const NO_BEGINNING = new Set('and or but nor which that because of yet than so'.split(' '));

interface Phrase {
  first: number;
  last: number;
  weight: number;
}

/** The heaviest phrase among words that are not `taken`, not over a sentence's or clause's end. */
function heaviest(
  words: readonly PlacedWord[],
  adds: Float64Array,
  toll: number,
  taken: Uint8Array,
): Phrase | undefined {
  let best: Phrase | undefined;
  for (let first = 0; first < words.length; first += 1) {
    let weight = 0;
    for (let last = first; last < Math.min(words.length, first + MOST_WORDS); last += 1) {
      if (taken[last] || (last > first && words[last]?.breaks)) break;
      weight += (adds[last] ?? 0) - toll;
      if (!best || weight > best.weight) best = { first, last, weight };
    }
  }
  return best;
}

/** Makes a phrase of one word longer by the neighbour that adds more, where its clause has one. */
function readable(
  phrase: Phrase,
  words: readonly PlacedWord[],
  adds: Float64Array,
  taken: Uint8Array,
): Phrase {
  let { first, last } = phrase;
  while (last - first + 1 < FEWEST_WORDS) {
    const left = first > 0 && !words[first]?.breaks && !taken[first - 1];
    const right = last + 1 < words.length && !words[last + 1]?.breaks && !taken[last + 1];
    if (!left && !right) break;
    if (right && (!left || (adds[last + 1] ?? 0) >= (adds[first - 1] ?? 0))) last += 1;
    else first -= 1;
  }
  return { ...phrase, first, last };
}

/** Takes connecting words off a phrase's ends. */
function trimmed(phrase: Phrase, words: readonly PlacedWord[]): Phrase {
  let { first, last } = phrase;
  while (last - first + 1 > FEWEST_WORDS && NO_END.has(words[last]?.form ?? '')) last -= 1;
  while (last - first + 1 > FEWEST_WORDS && NO_BEGINNING.has(words[first]?.form ?? '')) first += 1;
  return { ...phrase, first, last };
}

/**
 * The phrases that speak most for a tag.
 *
 * @param words the text's words
 * @param adds how much each adds to the tag's score
 * @returns UTF-16 ranges from word edge to word edge, at most three, the heaviest first, none over another; empty
 * only for a text without words
 */
export function evidenceOf(words: readonly PlacedWord[], adds: Float64Array): Span[] {
  const toll = WORTH * adds.reduce((most, add) => Math.max(most, add), 0);
  const taken = new Uint8Array(words.length);
  const spans: Span[] = [];
  let first: Phrase | undefined;
  while (spans.length < MOST_PHRASES) {
    const phrase = heaviest(words, adds, toll, taken);
    if (!phrase || (first && phrase.weight < WORTH_A_PHRASE * first.weight)) break;
    first ??= phrase;
    const whole = readable(trimmed(phrase, words), words, adds, taken);
    taken.fill(1, whole.first, whole.last + 1);
    spans.push({ start: words[whole.first]?.start ?? 0, end: words[whole.last]?.end ?? 0 });
    if (first.weight <= 0) break;
  }
  return spans;
}
