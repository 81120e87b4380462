import { isCorrected } from '../../clippings/corrections.ts';
import { countedTags } from '../../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import type { ClippingIndex } from '../../clippings/search.ts';
import type { SearchResult } from '../../clippings/search-query.ts';
import { tagName } from '../../framework/tag-names.ts';
import { todaysClippings } from '../../log/reflection.ts';
import type { ViewQuery } from './view-query.ts';

/** A clipping in its place in the list; a deleted one keeps it, for its undo. */
export interface ShownClipping {
  clipping: ClippingRow;
  deleted: boolean;
}

/** An article with those of its clippings that are in the view. */
export interface Piece {
  article: ArticleRow;
  /** When the first of its clippings shown was clipped. */
  date: string;
  clippings: ShownClipping[];
}

/** What the list shows. */
export interface Matched {
  pieces: Piece[];
  /** The clippings in the view that are there, in its order. */
  clippings: ClippingRow[];
  /** Folded words that were searched for, to underline. */
  words: string[];
  /** Words that begin none in the log, each with those that it was taken for. */
  taken: SearchResult['taken'];
}

const todaysIds = (
  alive: ReadonlyMap<string, ClippingRow>,
  { reflections }: ReadingLog,
  now: Date,
): ReadonlySet<string> =>
  new Set(todaysClippings({ clippings: [...alive.values()], reflections }, now).map(({ id }) => id));

/**
 * The part of a log that a view asks for, by article, in the view's order. Tags are those that count: clear, likely
 * or the reader's own, the same as the filters count and the rows show.
 *
 * @param log the log with the deleted clippings still in it
 * @param alive ids of those that are not deleted
 */
export function matching(
  index: ClippingIndex,
  log: ReadingLog,
  alive: ReadonlyMap<string, ClippingRow>,
  query: ViewQuery,
  now: Date,
): Matched {
  const { articles, words, taken } = index.search(log, {
    text: query.text,
    tags: query.tags,
    groups: query.groups,
    sides: query.sides,
    sites: query.site === null ? [] : [query.site],
    from: query.from,
    to: query.to,
    dueAt: query.due ? now : null,
    note: query.note,
    answered: query.answered,
    lost: query.lost,
    sort: query.sort,
  });
  const wanted = new Set(query.tags);
  const groups = new Set(query.groups);
  const today = query.due ? todaysIds(alive, log, now) : null;
  const counts = (clipping: ClippingRow): boolean =>
    (wanted.size === 0 ||
      countedTags(clipping).some((tag) => wanted.has(tag) || groups.has(tagName(tag).group))) &&
    (query.taught === null || isCorrected(clipping, query.taught)) &&
    (today === null || today.has(clipping.id) || !alive.has(clipping.id));
  const pieces = articles.flatMap(({ article, clippings }): Piece[] => {
    const shown = clippings
      .filter(counts)
      .map((clipping) => ({ clipping, deleted: !alive.has(clipping.id) }));
    const first = shown[0];
    return first ? [{ article, date: first.clipping.createdAt, clippings: shown }] : [];
  });
  const clippings = pieces.flatMap((piece) =>
    piece.clippings.filter(({ deleted }) => !deleted).map(({ clipping }) => clipping),
  );
  return { pieces, clippings, words, taken };
}
