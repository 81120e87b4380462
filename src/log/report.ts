import { countedTags } from '../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../clippings/schema.ts';
import { withEveryArticle } from '../clippings/with-every-article.ts';
import { tagName } from '../framework/tag-names.ts';
import { BYTE_ORDER_MARK, csvRow } from './csv.ts';
import { dayOf, isoDay } from './day.ts';
import { HTML_END, htmlHead } from './html-page.ts';
import { htmlLink, htmlParagraphs, htmlText } from './html-text.ts';
import type { Pieces } from './pieces.ts';
import { titleOf } from './source-words.ts';

/** One row of a report: a clipping. */
export interface ReportRow {
  id: string;
  title: string;
  url: string;
  site: string;
  /** The day it was read, as words and as `YYYY-MM-DD`, in the reader's own calendar. */
  read: string;
  day: string;
  tags: string;
  quote: string;
  /** Empty where notes are left out. */
  note: string;
}

/** What was read in a range of days. */
export interface Report {
  /** "1 October 2026 to 31 October 2026" */
  range: string;
  /** "14 clippings from 9 articles." */
  counts: string;
  /** By day, the earliest first. */
  rows: ReportRow[];
  notes: boolean;
}

/**
 * The clippings kept in a range of days, for a board: title, site, day read, tags that count, quote, note.
 *
 * @param from first and @param to last day, `YYYY-MM-DD` of the reader's own calendar, both included
 * @param notes whether the reader's notes are in it
 */
export function reportOf(log: ReadingLog, from: string, to: string, notes: boolean): Report {
  const articles = new Map(withEveryArticle(log).articles.map((row) => [row.url, row]));
  const rows = log.clippings
    .flatMap((clipping) => {
      const article = articles.get(clipping.articleUrl);
      const day = isoDay(new Date(clipping.createdAt));
      return article === undefined || day < from || day > to ? [] : [{ clipping, article, day }];
    })
    .sort((a, b) => inOrder(a, b))
    .map(
      ({ clipping, article, day }): ReportRow => ({
        id: clipping.id,
        title: titleOf(article),
        url: article.url,
        site: article.site,
        read: dayOf(clipping.createdAt),
        day,
        tags: countedTags(clipping)
          .map((tag) => tagName(tag).shortName)
          .join(', '),
        quote: clipping.quote,
        note: notes ? clipping.note : '',
      }),
    );
  const count = new Set(rows.map(({ url }) => url)).size;
  const noon = (day: string): string => dayOf(`${day}T12:00:00`);
  return {
    range: from === to ? noon(from) : `${noon(from)} to ${noon(to)}`,
    counts: `${rows.length} ${rows.length === 1 ? 'clipping' : 'clippings'} from ${count} ${count === 1 ? 'article' : 'articles'}.`,
    rows,
    notes,
  };
}

interface Dated {
  clipping: ClippingRow;
  article: ArticleRow;
  day: string;
}

const inOrder = (a: Dated, b: Dated): number =>
  a.day.localeCompare(b.day) ||
  a.article.title.localeCompare(b.article.title, 'en') ||
  a.clipping.selectors.position.start - b.clipping.selectors.position.start ||
  (a.clipping.id < b.clipping.id ? -1 : 1);

/** The names of a report's columns; the last only where notes are in it. */
export const REPORT_COLUMNS = ['Title', 'Site', 'Read', 'Tags', 'Quote', 'Note'] as const;

const columnsOf = ({ notes }: Report): readonly string[] =>
  notes ? REPORT_COLUMNS : REPORT_COLUMNS.slice(0, -1);

/** A report as a page of HTML to print or to attach: one table. */
export const reportHtml = (report: Report, now: Date): Pieces => ({
  count: report.rows.length + 2,
  parts: htmlParts(report, now),
});

function* htmlParts(report: Report, now: Date): Generator<string> {
  const title = `Reading report, ${report.range}`;
  yield `${htmlHead(title)}<h1>Reading report</h1>
<p class="meta">${htmlText(`${report.range}. ${report.counts} Made on ${dayOf(now.toISOString())}.`)}</p>
<table>
<thead><tr>${columnsOf(report)
    .map((name) => `<th scope="col">${name}</th>`)
    .join('')}</tr></thead>
<tbody>
`;
  for (const row of report.rows) {
    const cells = [
      htmlLink(row.title, row.url),
      htmlText(row.site),
      htmlText(row.read),
      htmlText(row.tags),
      htmlParagraphs(row.quote),
      ...(report.notes ? [htmlParagraphs(row.note)] : []),
    ];
    yield `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
  }
  yield `</tbody>\n</table>\n${HTML_END}`;
}

/** A report as CSV for a spreadsheet; the day as `YYYY-MM-DD`. */
export const reportCsv = (report: Report): Pieces => ({
  count: report.rows.length + 1,
  parts: csvParts(report),
});

function* csvParts(report: Report): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(columnsOf(report));
  for (const row of report.rows)
    yield csvRow([row.title, row.site, row.day, row.tags, row.quote, ...(report.notes ? [row.note] : [])]);
}
