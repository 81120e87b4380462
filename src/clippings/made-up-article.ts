import type { ArticleRow, ClippingRow } from './schema.ts';

/**
 * An article's row for a clipping whose own is lost: all that the clipping says of it. It counts as older than any
 * real row, so that a merge lets the real one win.
 */
export function madeUpArticle(clipping: Pick<ClippingRow, 'articleUrl' | 'createdAt'>): ArticleRow {
  const site = new URL(clipping.articleUrl).hostname.replace(/^www\./, '');
  return {
    url: clipping.articleUrl,
    visitedUrl: clipping.articleUrl,
    title: site,
    byline: null,
    site,
    published: null,
    language: null,
    addedAt: clipping.createdAt,
    updatedAt: new Date(0).toISOString(),
  };
}
