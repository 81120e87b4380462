import type { ReadingLog } from '../clippings/schema.ts';
import { groupByArticle } from './by-article.ts';
import { csvRow } from './csv.ts';
import type { Pieces } from './pieces.ts';

/** The columns that Readwise's "Import from CSV" names, in its order. */
export const READWISE_COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

/**
 * A log as the CSV that Readwise imports, one row a clipping. Without a byte order mark, which would become part of the
 * first column's name there. `Location` is the clipping's place among those of its article, from 1; `Date` is when it
 * was kept, in UTC. Tags are not in it: Readwise has no column for them.
 */
export const readwisePieces = (log: ReadingLog): Pieces => ({
  count: log.clippings.length + 1,
  parts: readwiseParts(log),
});

function* readwiseParts(log: ReadingLog): Generator<string> {
  yield csvRow(READWISE_COLUMNS);
  for (const { article, clippings } of groupByArticle(log))
    for (const [at, { quote, note, createdAt }] of clippings.entries())
      yield csvRow([
        quote,
        article.title.trim() === '' ? article.url : article.title,
        article.byline ?? '',
        article.url,
        note,
        String(at + 1),
        new Date(createdAt).toISOString().slice(0, 19).replace('T', ' '),
      ]);
}
