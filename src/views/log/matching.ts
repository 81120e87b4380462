import { isCorrected } from '../../clippings/corrections.ts';
import { countedTags } from '../../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { searchClippings } from '../../clippings/search.ts';
import type { ViewQuery } from './view-query.ts';

/** A clipping in its place in the list; a deleted one keeps it, for its undo. */
export interface ShownClipping {
  clipping: ClippingRow;
  deleted: boolean;
}

/** An article with those of its clippings that are in the view. */
export interface Piece {
  article: ArticleRow;
  /** When the newest of its clippings shown was clipped. */
  date: string;
  clippings: ShownClipping[];
}

/** What the list shows. */
export interface Matched {
  pieces: Piece[];
  /** The clippings in the view that are there, newest first. */
  clippings: ClippingRow[];
  /** Folded words that were searched for, to underline. */
  words: string[];
}

/**
 * The part of a log that a view asks for, by article and date, newest first. Tags are those that count: clear, likely
 * or the reader's own, the same as the filters count and the rows show.
 *
 * @param log the log with the deleted clippings still in it
 * @param alive ids of those that are not deleted
 */
export function matching(
  log: ReadingLog,
  alive: ReadonlyMap<string, ClippingRow>,
  query: ViewQuery,
  now: Date,
): Matched {
  const { articles, words } = searchClippings(log, {
    text: query.text,
    tags: query.tags,
    sides: query.sides,
    sites: query.site === null ? [] : [query.site],
    from: query.from,
    to: query.to,
    dueAt: query.due ? now : null,
  });
  const wanted = new Set(query.tags);
  const counts = (clipping: ClippingRow): boolean =>
    (wanted.size === 0 || countedTags(clipping).some((tag) => wanted.has(tag))) &&
    (query.taught === null || isCorrected(clipping, query.taught));
  const pieces = articles.flatMap(({ article, clippings }): Piece[] => {
    const shown = clippings
      .filter(counts)
      .map((clipping) => ({ clipping, deleted: !alive.has(clipping.id) }));
    const newest = shown[0];
    return newest ? [{ article, date: newest.clipping.createdAt, clippings: shown }] : [];
  });
  const clippings = pieces.flatMap((piece) =>
    piece.clippings.filter(({ deleted }) => !deleted).map(({ clipping }) => clipping),
  );
  return { pieces, clippings, words };
}
