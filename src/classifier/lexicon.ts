import { TAG_IDS } from '../framework/tag-ids.ts';
import type { PlacedWord } from './words.ts';

/** What an entry says when it stands in a text: the tag nearly always, a good hint, or the tag's word meant otherwise. */
export const GRADES = ['++', '+', '-'] as const;
type Grade = (typeof GRADES)[number];

/** What parts words, as `wordsOf` parts them; the star is ours. */
const NOT_OF_A_WORD = /[^\p{L}\p{M}\p{N}'*]+/u;

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

/** A phrase: its words, each with whether any ending may follow. */
interface Entry {
  number: number;
  words: { form: string; open: boolean }[];
}

const fits = ({ form, open }: Entry['words'][number], word: string | undefined): boolean =>
  word !== undefined && (open ? word.startsWith(form) : word === form);

/** The entries of one tag and grade, by their first word. */
class EntryTable {
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byStem = new Map<string, Entry[]>();
  #shortestStem = Number.POSITIVE_INFINITY;
  #longestStem = 0;

  add(entry: Entry): void {
    const [first] = entry.words;
    if (!first) return;
    const table = first.open ? this.#byStem : this.#byWord;
    const known = table.get(first.form);
    if (known) known.push(entry);
    else table.set(first.form, [entry]);
    if (!first.open) return;
    this.#shortestStem = Math.min(this.#shortestStem, first.form.length);
    this.#longestStem = Math.max(this.#longestStem, first.form.length);
  }

  /** The longest entry that begins with word `at` and covers no word that is taken. */
  longestAt(words: readonly PlacedWord[], at: number, taken: Uint8Array): Entry | null {
    const form = words[at]?.form ?? '';
    let best: Entry | null = null;
    const look = (entries: readonly Entry[] | undefined): void => {
      for (const entry of entries ?? []) {
        if (best && entry.words.length <= best.words.length) continue;
        if (entry.words.every((word, i) => !taken[at + i] && fits(word, words[at + i]?.form))) best = entry;
      }
    };
    look(this.#byWord.get(form));
    const longest = Math.min(this.#longestStem, form.length);
    for (let length = this.#shortestStem; length <= longest; length += 1)
      look(this.#byStem.get(form.slice(0, length)));
    return best;
  }
}

/** Phrases, written by hand, that speak for or against a tag: what a small corpus cannot teach. */
export class Lexicon {
  /** One table for each feature. */
  readonly #tables: EntryTable[];

  private constructor(tables: EntryTable[]) {
    this.#tables = tables;
  }

  /**
   * Reads a lexicon: `# tag-id`, then a line for each entry, its grade (`++`, `+` or `-`), a space and one to four
   * words in lower case; a `*` at a word's end stands for any ending.
   *
   * @throws Error that names the line and what is wrong there
   */
  static parse(text: string): Lexicon {
    const tables = Array.from({ length: LEXICON_FEATURES }, () => new EntryTable());
    let tag = -1;
    text.split('\n').forEach((line, at) => {
      const bad = (what: string) => new Error(`The lexicon cannot be used: line ${at + 1} ${what}.`);
      const trimmed = line.trim();
      if (trimmed === '') return;
      if (trimmed.startsWith('# ')) {
        tag = TAG_IDS.findIndex((id) => `# ${id}` === trimmed);
        if (tag < 0) throw bad(`names no tag: "${trimmed}"`);
        return;
      }
      const mark = trimmed.startsWith('++') ? '++' : trimmed.charAt(0);
      const grade = GRADES.findIndex((one: Grade) => one === mark);
      const phrase = trimmed.slice(mark.length).trim();
      if (grade < 0 || tag < 0 || phrase === '') throw bad(`is no entry of a tag: "${trimmed}"`);
      const words = phrase
        .split(NOT_OF_A_WORD)
        .filter((word) => word !== '')
        .map((word) => ({ form: word.replace(/\*$/, '').replace(/'s$/, ''), open: word.endsWith('*') }));
      tables[tag * GRADES.length + grade]?.add({ number: at, words });
    });
    return new Lexicon(tables);
  }

  /** The phrases in a text, by tag; what a near miss covers counts for nothing else of its tag. */
  find(words: readonly PlacedWord[]): Hit[] {
    const hits: Hit[] = [];
    for (let tag = 0; tag < TAG_IDS.length; tag += 1) {
      const missed = new Uint8Array(words.length);
      for (const grade of NEAR_MISSES_FIRST) {
        const feature = tag * GRADES.length + grade;
        const taken = grade === NEAR_MISS ? missed : Uint8Array.from(missed);
        for (let first = 0; first < words.length; first += 1) {
          const entry = this.#tables[feature]?.longestAt(words, first, taken);
          if (!entry) continue;
          const last = first + entry.words.length - 1;
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
