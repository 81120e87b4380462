import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { groupByArticle } from './by-article.ts';
import { reflectionsOf } from './reflections-of.ts';
import { textFragmentUrl } from './text-fragment.ts';

interface Line {
  article: ArticleRow;
  clipping: ClippingRow;
  reflections: ReflectionRow[];
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

/**
 * What a spreadsheet would run as a formula, also behind white space or in full-width letters, or drop: OWASP's "CSV
 * Injection". A leading apostrophe makes it text; it is the one change made to a cell.
 */
const formula = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])/u;

const quoted = (cell: string): string => {
  const text = cell.toWellFormed();
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/**
 * A log as CSV: RFC 4180 with every cell quoted and CRLF line ends, UTF-8 with a byte order mark so that Excel reads
 * it as such. Lone surrogates, which UTF-8 can't hold, become U+FFFD.
 */
export function logCsv(log: ReadingLog): string {
  const lines = groupByArticle(log).flatMap(({ article, clippings }) =>
    clippings.map((clipping) => {
      const line = { article, clipping, reflections: reflectionsOf(clipping, log.reflections) };
      return COLUMNS.map(([, cell]) => quoted(cell(line))).join(',');
    }),
  );
  return `\ufeff${[CSV_COLUMNS.map(quoted).join(','), ...lines].join('\r\n')}\r\n`;
}
