/**
 * How many slips are forgiven in a word: none in a short one, where a slip makes another word, one from four letters,
 * two from eight.
 */
export const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The fewest slips by which a word begins as it was typed: letters left out, put in, changed, or two neighbours
 * swapped (optimal string alignment, a restricted Damerau-Levenshtein distance), over every beginning of the word.
 *
 * @param most no more than this is looked for
 * @returns the number, or `most + 1` where there are more
 */
export function slipsTo(typed: string, word: string, most: number): number {
  const none = most + 1;
  const length = Math.min(word.length, typed.length + most);
  if (length < typed.length - most) return none;
  let before: number[] = [];
  let last = Array.from({ length: length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = new Array<number>(length + 1).fill(none);
    if (i <= most) row[0] = i;
    let least = row[0] ?? none;
    for (let j = Math.max(1, i - most); j <= Math.min(length, i + most); j += 1) {
      const same = typed[i - 1] === word[j - 1];
      let slips = Math.min(
        (last[j - 1] ?? none) + (same ? 0 : 1),
        (last[j] ?? none) + 1,
        (row[j - 1] ?? none) + 1,
      );
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? none) + 1);
      row[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > most) return none;
    before = last;
    last = row;
  }
  return Math.min(none, ...last);
}

/** Words that are said to be near: more would be no help. */
const MOST_WORDS = 20;

/**
 * The words of a vocabulary that a mistyped one is nearest to, the shortest first; none where it is near to none.
 *
 * @param typed a folded word, or its beginning
 */
export function nearWords(typed: string, vocabulary: Iterable<string>): string[] {
  let most = slipsIn(typed);
  if (most === 0) return [];
  let found: string[] = [];
  for (const word of vocabulary) {
    const slips = slipsTo(typed, word, most);
    if (slips > most) continue;
    if (slips < most) found = [];
    most = slips;
    found.push(word);
  }
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
}
