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
 * One row of CSV: RFC 4180 with every cell quoted and a CRLF at its end. No cell begins a formula. Lone surrogates,
 * which UTF-8 can't hold, become U+FFFD.
 */
export const csvRow = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** What a file of CSV begins with, so that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
