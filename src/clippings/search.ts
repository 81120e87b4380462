import { type Side, sideOf } from '../framework/balance.ts';
import type { TagId } from '../framework/tag-ids.ts';
import { countedTags } from './counted-tags.ts';
import { folded, searchWords } from './fold.ts';
import { madeUpArticle } from './made-up-article.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from './schema.ts';

/** What to look for. What is left out or empty does not narrow; several values of one kind mean *any of these*. */
export interface SearchQuery {
  /** Each word must begin a word of the quote, the note, the title or the site; case and diacritics are folded. */
  text?: string;
  tags?: readonly TagId[];
  sites?: readonly string[];
  sides?: readonly Side[];
  /** Days of the reader's own calendar, `YYYY-MM-DD`, both included; anything else does not narrow. */
  from?: string | null;
  to?: string | null;
  /** Only what is due for a question at this instant. */
  dueAt?: Date | null;
}

/** An article with those of its clippings that were found, newest first. */
export interface FoundArticle {
  article: ArticleRow;
  clippings: ClippingRow[];
}

export interface SearchResult {
  /** Newest first, by the newest clipping found in each. */
  articles: FoundArticle[];
  /** Clippings found, in all. */
  count: number;
  /** The folded words searched for: `matchSpans(text, words)` says where they are in a text. */
  words: string[];
}

interface Entry {
  clipping: ClippingRow;
  article: ArticleRow;
  text: string;
  tags: ReadonlySet<TagId>;
  side: Side;
  created: number;
}

const indexes = new WeakMap<ReadingLog, Entry[]>();

/** Folds a log once; the log must not be changed afterwards. Newest first. */
function indexOf(log: ReadingLog): Entry[] {
  const known = indexes.get(log);
  if (known) return known;
  const articles = new Map(log.articles.map((article) => [article.url, article]));
  const heads = new Map<string, string>();
  const entries = log.clippings
    .map((clipping): Entry => {
      const article = articles.get(clipping.articleUrl) ?? madeUpArticle(clipping);
      let head = heads.get(article.url);
      if (head === undefined) {
        head = `${folded(article.title)}${folded(article.site)}`;
        heads.set(article.url, head);
      }
      return {
        clipping,
        article,
        text: `${folded(clipping.quote)}${folded(clipping.note)}${head}`,
        tags: new Set(clipping.tags.map(({ tag }) => tag)),
        side: sideOf(countedTags(clipping)),
        created: Date.parse(clipping.createdAt),
      };
    })
    .sort((a, b) => b.created - a.created || (a.clipping.id < b.clipping.id ? -1 : 1));
  indexes.set(log, entries);
  return entries;
}

/** The start of a day of the reader's calendar in ms, `days` later; null when it is not a day. */
function startOfDay(day: string | null | undefined, days: number): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + days).getTime();
}

const any = <T>(wanted: readonly T[] | undefined): ReadonlySet<T> | null =>
  wanted && wanted.length > 0 ? new Set(wanted) : null;

/**
 * Finds clippings in a log, in memory. The first search of a log folds it; later ones of the same object only look.
 */
export function searchClippings(log: ReadingLog, query: SearchQuery): SearchResult {
  const words = searchWords(query.text ?? '');
  const needles = words.map((word) => ` ${word}`);
  const tags = query.tags ?? [];
  const sites = any(query.sites);
  const sides = any(query.sides);
  const from = startOfDay(query.from, 0);
  const before = startOfDay(query.to, 1);
  const due = query.dueAt?.getTime() ?? null;

  const articles = new Map<string, FoundArticle>();
  let count = 0;
  for (const entry of indexOf(log)) {
    const { clipping, article } = entry;
    if (from !== null && entry.created < from) continue;
    if (before !== null && entry.created >= before) continue;
    if (sides !== null && !sides.has(entry.side)) continue;
    if (sites !== null && !sites.has(article.site)) continue;
    if (tags.length > 0 && !tags.some((tag) => entry.tags.has(tag))) continue;
    if (due !== null && (clipping.dueAt === null || Date.parse(clipping.dueAt) > due)) continue;
    if (!needles.every((needle) => entry.text.includes(needle))) continue;
    count += 1;
    const found = articles.get(article.url);
    if (found) found.clippings.push(clipping);
    else articles.set(article.url, { article, clippings: [clipping] });
  }
  return { articles: [...articles.values()], count, words };
}
