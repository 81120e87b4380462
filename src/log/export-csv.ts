import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { groupByArticle } from './by-article.ts';
import { BYTE_ORDER_MARK, csvRow } from './csv.ts';
import { type Pieces, wholeText } from './pieces.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { textFragmentUrl } from './text-fragment.ts';

interface Line {
  article: ArticleRow;
  clipping: ClippingRow;
  reflections: readonly ReflectionRow[];
}

/**
 * The columns, one row a clipping. They are a promise: a later version adds at the end and never renames or moves.
 * Times are ISO 8601 in UTC; lists are parted by "; "; what is not known is an empty cell.
 */
const COLUMNS: readonly [name: string, cell: (line: Line) => string][] = [
  ['kept_at', ({ clipping }) => clipping.createdAt],
  ['title', ({ article }) => article.title],
  ['site', ({ article }) => article.site],
  ['byline', ({ article }) => article.byline ?? ''],
  ['published', ({ article }) => article.published ?? ''],
  ['url', ({ article }) => article.url],
  ['quote', ({ clipping }) => clipping.quote],
  ['note', ({ clipping }) => clipping.note],
  ['tags', ({ clipping }) => clipping.tags.map(({ tag }) => tag).join('; ')],
  ['tags_by_reader', ({ clipping }) => byReader(clipping).join('; ')],
  ['tags_removed', ({ clipping }) => clipping.removedTags.join('; ')],
  ['reflections', ({ reflections }) => reflections.map(inWords).join('\n\n')],
  ['due_at', ({ clipping }) => clipping.dueAt ?? ''],
  ['words_found', ({ clipping }) => clipping.anchor.state],
  ['changed_at', ({ clipping }) => clipping.updatedAt],
  ['quote_url', ({ clipping }) => textFragmentUrl(clipping.articleUrl, clipping.selectors.quote) ?? ''],
  ['id', ({ clipping }) => clipping.id],
];

/** The names of the columns, in order. */
export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

const byReader = (clipping: ClippingRow): string[] =>
  clipping.tags.filter(({ source }) => source === 'reader').map(({ tag }) => tag);

const inWords = ({ question, answer, answeredAt }: ReflectionRow): string =>
  `${answeredAt.slice(0, 10)} ${question}\n${answer}`;

/** A log as CSV (see `csvRow`), UTF-8 with a byte order mark: a piece for its head, then one a clipping. */
export const csvPieces = (log: ReadingLog): Pieces => ({
  count: log.clippings.length + 1,
  parts: csvParts(log),
});

function* csvParts(log: ReadingLog): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(CSV_COLUMNS);
  const answersTo = reflectionsByClipping(log.reflections);
  for (const { article, clippings } of groupByArticle(log))
    for (const clipping of clippings) {
      const line = { article, clipping, reflections: answersTo(clipping) };
      yield csvRow(COLUMNS.map(([, cell]) => cell(line)));
    }
}

/** A log as one text of CSV. */
export const logCsv = (log: ReadingLog): string => wholeText(csvPieces(log));
