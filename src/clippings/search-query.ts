import type { Side } from '../framework/balance.ts';
import type { TagGroup, TagId } from '../framework/tag-ids.ts';
import type { ArticleRow, ClippingRow } from './schema.ts';

/** In what order clippings are found; articles stand in the order of the first of theirs. */
export type SortOrder = 'newest' | 'oldest' | 'title' | 'site' | 'due';

/** What to look for. What is left out or empty does not narrow; several values of one kind mean *any of these*. */
export interface SearchQuery {
  /**
   * Each word must begin a word of the quote, the note, the title or the site; case and diacritics are folded. A word
   * that begins none in the whole log stands for those it is nearest to.
   */
  text?: string;
  /** Tags, and groups of tags: any of these. A group has only the tags that count: clear, likely or the reader's own. */
  tags?: readonly TagId[];
  groups?: readonly TagGroup[];
  sites?: readonly string[];
  sides?: readonly Side[];
  /** Days of the reader's own calendar, `YYYY-MM-DD`, both included; anything else does not narrow. */
  from?: string | null;
  to?: string | null;
  /** Only what is due for a question at this instant. */
  dueAt?: Date | null;
  /** Only what has a note, or only what has none. */
  note?: boolean | null;
  /** Only what has been answered, or only what has not. */
  answered?: boolean | null;
  /** Only what was not found on its page at the last visit. */
  lost?: boolean;
  /** Newest first, unless it says otherwise. */
  sort?: SortOrder;
}

/** An article with those of its clippings that were found, in the order asked for. */
export interface FoundArticle {
  article: ArticleRow;
  clippings: ClippingRow[];
}

export interface SearchResult {
  articles: FoundArticle[];
  /** Clippings found, in all. */
  count: number;
  /** The folded words searched for: `matchSpans(text, words)` says where they are in a text. */
  words: string[];
  /** Words that begin none in the log, each with those that it was taken for. */
  taken: { typed: string; words: string[] }[];
}
