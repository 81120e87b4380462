import type { ArticleRow, ClippingRow, ReflectionRow } from '../clippings/schema.ts';
import { citation } from './citation.ts';
import { articleMarkdown } from './export-markdown.ts';
import { htmlLink, htmlParagraphs, htmlText } from './html-text.ts';
import { sourceParts, titleOf } from './source-words.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** What a clipping can be copied as. */
export type CopyKind = 'markdown' | 'text' | 'html' | 'apa' | 'chicago' | 'link';

/** What goes to the clipboard: plain text, and HTML for whoever takes that. */
export interface Copied {
  text: string;
  html?: string;
}

/**
 * A clipping for the clipboard. The quote is word for word and always has its source. Only Markdown carries the reader's
 * note and answers: the others are made to be given away.
 *
 * @returns null for a link where the article's address can't be opened
 */
export function copyOf(
  kind: CopyKind,
  article: ArticleRow,
  clipping: ClippingRow,
  reflections: readonly ReflectionRow[],
): Copied | null {
  const url = textFragmentUrl(clipping.articleUrl, clipping.selectors.quote);
  switch (kind) {
    case 'markdown':
      return { text: articleMarkdown(article, [clipping], reflections) };
    case 'text':
      return { text: plainQuote(article, clipping, url ?? article.url) };
    case 'html': {
      const html = htmlQuote(article, clipping, url ?? article.url);
      // As text too: pasted where HTML is typed, it is its own source.
      return { text: html, html };
    }
    case 'apa':
    case 'chicago':
      return citation(kind, article, clipping.createdAt);
    case 'link':
      return url === null ? null : { text: url };
  }
}

const plainQuote = (article: ArticleRow, clipping: ClippingRow, url: string): string =>
  [
    `“${clipping.quote.trim()}”`,
    [titleOf(article).replace(/\s+/gu, ' ').trim(), ...sourceParts(article)].join(', '),
    url,
  ].join('\n');

function htmlQuote(article: ArticleRow, clipping: ClippingRow, url: string): string {
  const source = sourceParts(article);
  return `<blockquote cite="${htmlText(article.url)}">${htmlParagraphs(clipping.quote)}</blockquote>
<p>${[htmlLink(titleOf(article), url), ...source.map(htmlText)].join(', ')}</p>`;
}
