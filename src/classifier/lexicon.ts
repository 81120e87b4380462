import { TAG_IDS } from '../framework/tag-ids.ts';
import type { PlacedWord } from './words.ts';

/** What an entry says when it stands in a text: the tag nearly always, a good hint, or the tag's word meant otherwise. */
export const GRADES = ['++', '+', '-'] as const;

/** The same, for asking with any text. */
const MARKS: readonly string[] = GRADES;
const SECTIONS: readonly string[] = TAG_IDS;

const NEAR_MISS = GRADES.indexOf('-');
const NEAR_MISSES_FIRST = [NEAR_MISS, GRADES.indexOf('++'), GRADES.indexOf('+')];

/** One count for each tag and grade. */
export const LEXICON_FEATURES = TAG_IDS.length * GRADES.length;

/** A phrase of the lexicon in a text: words `first` to `last`, by number; `feature` is `tag · 3 + grade`. */
export interface Hit {
  feature: number;
  entry: number;
  first: number;
  last: number;
}

/** An entry as its line has it. Taken apart only when a text has its first word: there are thousands. */
interface Entry {
  number: number;
  feature: number;
  phrase: string;
  words: Word[] | null;
}

/** A word of a phrase, and whether any ending may follow. */
interface Word {
  form: string;
  open: boolean;
}

const isOpen = (word: string): boolean => word.endsWith('*');

/** Without the star, and without the possessive ending that `wordsOf` takes away too. */
function formOf(word: string): string {
  const form = isOpen(word) ? word.slice(0, -1) : word;
  return form.endsWith("'s") ? form.slice(0, -2) : form;
}

const wordsOfPhrase = (phrase: string): Word[] =>
  phrase.split(' ').map((word) => ({ form: formOf(word), open: isOpen(word) }));

const fits = ({ form, open }: Word, word: string | undefined): boolean =>
  word !== undefined && (open ? word.startsWith(form) : word === form);

/** The entries by their first word. */
class EntryTable {
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byStem = new Map<string, Entry[]>();
  #shortestStem = Number.POSITIVE_INFINITY;
  #longestStem = 0;

  add(entry: Entry): void {
    const space = entry.phrase.indexOf(' ');
    const first = space < 0 ? entry.phrase : entry.phrase.slice(0, space);
    const form = formOf(first);
    const table = isOpen(first) ? this.#byStem : this.#byWord;
    const known = table.get(form);
    if (known) known.push(entry);
    else table.set(form, [entry]);
    if (!isOpen(first)) return;
    this.#shortestStem = Math.min(this.#shortestStem, form.length);
    this.#longestStem = Math.max(this.#longestStem, form.length);
  }

  /** The entries that stand in a text from word `at` on, each with its words, by feature. */
  standingAt(words: readonly PlacedWord[], at: number): Map<number, Standing[]> {
    const standing = new Map<number, Standing[]>();
    const form = words[at]?.form ?? '';
    const look = (entries: readonly Entry[] | undefined): void => {
      for (const entry of entries ?? []) {
        entry.words ??= wordsOfPhrase(entry.phrase);
        if (!entry.words.every((word, i) => fits(word, words[at + i]?.form))) continue;
        const found = { number: entry.number, length: entry.words.length };
        const others = standing.get(entry.feature);
        if (others) others.push(found);
        else standing.set(entry.feature, [found]);
      }
    };
    look(this.#byWord.get(form));
    const longest = Math.min(this.#longestStem, form.length);
    for (let length = this.#shortestStem; length <= longest; length += 1)
      look(this.#byStem.get(form.slice(0, length)));
    return standing;
  }
}

/** An entry at a place of a text. */
interface Standing {
  number: number;
  /** In words. */
  length: number;
}

/** The longest that covers no word that is taken; of equally long ones the first. */
function longestFree(standing: readonly Standing[], at: number, taken: Uint8Array): Standing | null {
  let best: Standing | null = null;
  for (const entry of standing)
    if (entry.length > (best?.length ?? 0) && !taken.subarray(at, at + entry.length).includes(1))
      best = entry;
  return best;
}

/** Phrases, written by hand, that speak for or against a tag: what a small corpus cannot teach. */
export class Lexicon {
  readonly #entries: EntryTable;

  private constructor(entries: EntryTable) {
    this.#entries = entries;
  }

  /**
   * Reads a lexicon: `# tag-id`, then a line for each entry, its grade (`++`, `+` or `-`), a space and one to five
   * words in lower case with a space between them; a `*` at a word's end stands for any ending.
   *
   * @throws Error that names the line and what is wrong there
   */
  static parse(text: string): Lexicon {
    const entries = new EntryTable();
    let tag = -1;
    text.split('\n').forEach((line, at) => {
      if (line === '') return;
      const bad = (what: string) => new Error(`The lexicon cannot be used: line ${at + 1} ${what}.`);
      const space = line.indexOf(' ');
      const mark = line.slice(0, space);
      const phrase = line.slice(space + 1);
      if (mark === '#') {
        tag = SECTIONS.indexOf(phrase);
        if (tag < 0) throw bad(`names no tag: "${line}"`);
        return;
      }
      const grade = MARKS.indexOf(mark);
      if (grade < 0 || tag < 0 || phrase === '') throw bad(`is no entry of a tag: "${line}"`);
      entries.add({ number: at, feature: tag * GRADES.length + grade, phrase, words: null });
    });
    return new Lexicon(entries);
  }

  /** The phrases in a text, by tag; what a near miss covers counts for nothing else of its tag. */
  find(words: readonly PlacedWord[]): Hit[] {
    const standing = words.map((_, at) => this.#entries.standingAt(words, at));
    const features = new Set(standing.flatMap((of) => [...of.keys()]));
    const hits: Hit[] = [];
    for (let tag = 0; tag < TAG_IDS.length; tag += 1) {
      const missed = new Uint8Array(words.length);
      for (const grade of NEAR_MISSES_FIRST) {
        const feature = tag * GRADES.length + grade;
        if (!features.has(feature)) continue;
        const taken = grade === NEAR_MISS ? missed : Uint8Array.from(missed);
        for (let first = 0; first < words.length; first += 1) {
          const entry = longestFree(standing[first]?.get(feature) ?? [], first, taken);
          if (!entry) continue;
          const last = first + entry.length - 1;
          taken.fill(1, first, last + 1);
          hits.push({ feature, entry: entry.number, first, last });
          first = last;
        }
      }
    }
    return hits;
  }
}

/** For each feature the logarithm of how many different entries were found, `ln(1 + n)`. */
export function lexiconCounts(hits: readonly Hit[]): Float64Array {
  const counts = new Float64Array(LEXICON_FEATURES);
  const seen = new Set<number>();
  for (const { feature, entry } of hits) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    counts[feature] = (counts[feature] ?? 0) + 1;
  }
  return counts.map(Math.log1p);
}
