import { type Side, sideOf } from '../framework/balance.ts';
import type { TagGroup, TagId } from '../framework/tag-ids.ts';
import { tagName } from '../framework/tag-names.ts';
import { countedTags } from './counted-tags.ts';
import { folded, searchWords } from './fold.ts';
import { madeUpArticle } from './made-up-article.ts';
import { nearWords } from './near-words.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from './schema.ts';
import type { FoundArticle, SearchQuery, SearchResult, SortOrder } from './search-query.ts';

interface Entry {
  clipping: ClippingRow;
  article: ArticleRow;
  tags: ReadonlySet<TagId>;
  groups: ReadonlySet<TagGroup>;
  side: Side;
  created: number;
  answered: boolean;
  /** Folded, once it has been looked for: quote and note; title and site. Both end in a space. */
  text: string | null;
  head: string | null;
}

/** Entries prepared before the thread is given back, if the caller wants it. */
const PIECE = 100;

/** The start of a day of the reader's calendar in ms, `days` later; null when it is not a day. */
function startOfDay(day: string | null | undefined, days: number): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + days).getTime();
}

const any = <T>(wanted: readonly T[] | undefined): ReadonlySet<T> | null =>
  wanted && wanted.length > 0 ? new Set(wanted) : null;

const byTime = (a: Entry, b: Entry): number =>
  b.created - a.created || (a.clipping.id < b.clipping.id ? -1 : 1);
const { compare } = new Intl.Collator('en', { numeric: true });
const dueOf = ({ clipping }: Entry): number =>
  clipping.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(clipping.dueAt);

/** Comparisons beside "newest first", which is how entries lie. */
const ORDERS: { [Order in Exclude<SortOrder, 'newest'>]: (a: Entry, b: Entry) => number } = {
  oldest: (a, b) => a.created - b.created || (a.clipping.id < b.clipping.id ? -1 : 1),
  title: (a, b) => compare(a.article.title, b.article.title) || byTime(a, b),
  site: (a, b) => compare(a.article.site, b.article.site) || byTime(a, b),
  due: (a, b) => (dueOf(a) === dueOf(b) ? byTime(a, b) : dueOf(a) - dueOf(b)),
};

/**
 * Finds clippings in a log, in memory. Rows are folded once: a log that shares rows with the last one, as after a
 * change to one clipping, costs only what is new in it.
 */
export class ClippingIndex {
  readonly #texts = new WeakMap<ClippingRow, string>();
  readonly #heads = new WeakMap<ArticleRow, string>();
  /** Every word of what was folded; those of rows since deleted stay, and find nothing. */
  readonly #vocabulary = new Set<string>();
  readonly #worded = new WeakSet<ClippingRow | ArticleRow>();
  #log: ReadingLog | null = null;
  /** The log whose every word is in the vocabulary. */
  #learned: ReadingLog | null = null;
  #entries: Entry[] = [];

  /** Folds a log in pieces, so that the first search of it has only to look. Yields between them. */
  *prepare(log: ReadingLog): Generator<void, void, undefined> {
    let done = 0;
    for (const entry of this.#entriesOf(log)) {
      this.#learnWords(entry);
      done += 1;
      if (done % PIECE === 0) yield;
    }
    if (this.#log === log) this.#learned = log;
  }

  /** @param log it must not be changed afterwards: a change makes a new one */
  search(log: ReadingLog, query: SearchQuery): SearchResult {
    const entries = this.#entriesOf(log);
    const typed = searchWords(query.text ?? '');
    const taken: SearchResult['taken'] = [];
    const needles = typed.map((word): string[] => {
      if (entries.some((entry) => this.#has(entry, ` ${word}`))) return [word];
      this.#learnAll(entries);
      const near = nearWords(word, this.#vocabulary).filter((each) =>
        entries.some((entry) => this.#has(entry, ` ${each} `)),
      );
      if (near.length === 0) return [word];
      taken.push({ typed: word, words: near });
      return near;
    });
    const found = this.#narrowed(entries, query).filter((entry) =>
      needles.every((words) => words.some((word) => this.#has(entry, ` ${word}`))),
    );
    const order = query.sort ?? 'newest';
    if (order !== 'newest') found.sort(ORDERS[order]);
    return { articles: byArticle(found), count: found.length, words: needles.flat(), taken };
  }

  #narrowed(entries: readonly Entry[], query: SearchQuery): Entry[] {
    const tags = query.tags ?? [];
    const groups = query.groups ?? [];
    const tagged = tags.length > 0 || groups.length > 0;
    const sites = any(query.sites);
    const sides = any(query.sides);
    const from = startOfDay(query.from, 0);
    const before = startOfDay(query.to, 1);
    const due = query.dueAt?.getTime() ?? null;
    return entries.filter((entry) => {
      const { clipping } = entry;
      if (from !== null && entry.created < from) return false;
      if (before !== null && entry.created >= before) return false;
      if (sides !== null && !sides.has(entry.side)) return false;
      if (sites !== null && !sites.has(entry.article.site)) return false;
      if (
        tagged &&
        !tags.some((tag) => entry.tags.has(tag)) &&
        !groups.some((group) => entry.groups.has(group))
      )
        return false;
      if (due !== null && !(dueOf(entry) <= due)) return false;
      if (query.lost && clipping.anchor.state !== 'not-found') return false;
      if (typeof query.note === 'boolean' && query.note !== (clipping.note !== '')) return false;
      return typeof query.answered !== 'boolean' || query.answered === entry.answered;
    });
  }

  /** Whether a needle is in the clipping's or its article's text. */
  #has(entry: Entry, needle: string): boolean {
    entry.text ??= this.#textOf(entry.clipping);
    if (entry.text.includes(needle)) return true;
    entry.head ??= this.#headOf(entry.article);
    return entry.head.includes(needle);
  }

  #textOf(clipping: ClippingRow): string {
    let text = this.#texts.get(clipping);
    if (text === undefined) {
      text = `${folded(clipping.quote)}${folded(clipping.note)} `;
      this.#texts.set(clipping, text);
    }
    return text;
  }

  #headOf(article: ArticleRow): string {
    let head = this.#heads.get(article);
    if (head === undefined) {
      head = `${folded(article.title)}${folded(article.site)} `;
      this.#heads.set(article, head);
    }
    return head;
  }

  #learnAll(entries: readonly Entry[]): void {
    if (this.#learned === this.#log) return;
    for (const entry of entries) this.#learnWords(entry);
    this.#learned = this.#log;
  }

  #learnWords(entry: Entry): void {
    const { clipping, article } = entry;
    entry.text ??= this.#textOf(clipping);
    entry.head ??= this.#headOf(article);
    if (!this.#worded.has(clipping)) {
      this.#worded.add(clipping);
      for (const word of entry.text.split(' ')) this.#vocabulary.add(word);
    }
    if (this.#worded.has(article)) return;
    this.#worded.add(article);
    for (const word of entry.head.split(' ')) this.#vocabulary.add(word);
  }

  #entriesOf(log: ReadingLog): Entry[] {
    if (this.#log === log) return this.#entries;
    const articles = new Map(log.articles.map((article) => [article.url, article]));
    const answered = new Set(log.reflections.map(({ clippingId }) => clippingId));
    this.#entries = log.clippings
      .map((clipping): Entry => {
        const counted = countedTags(clipping);
        return {
          clipping,
          article: articles.get(clipping.articleUrl) ?? madeUpArticle(clipping),
          tags: new Set(clipping.tags.map(({ tag }) => tag)),
          groups: new Set(counted.map((tag) => tagName(tag).group)),
          side: sideOf(counted),
          created: Date.parse(clipping.createdAt),
          answered: answered.has(clipping.id),
          text: this.#texts.get(clipping) ?? null,
          head: null,
        };
      })
      .sort(byTime);
    this.#log = log;
    return this.#entries;
  }
}

function byArticle(entries: readonly Entry[]): FoundArticle[] {
  const articles = new Map<string, FoundArticle>();
  for (const { clipping, article } of entries) {
    const found = articles.get(article.url);
    if (found) found.clippings.push(clipping);
    else articles.set(article.url, { article, clippings: [clipping] });
  }
  return [...articles.values()];
}

const indexes = new WeakMap<ReadingLog, ClippingIndex>();

/** Searches a log by an index of its own, made at the first search of that object. */
export function searchClippings(log: ReadingLog, query: SearchQuery): SearchResult {
  let index = indexes.get(log);
  if (index === undefined) {
    index = new ClippingIndex();
    indexes.set(log, index);
  }
  return index.search(log, query);
}
