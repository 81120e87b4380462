import type { ArticleRow, ClippingRow, ReadingLog } from '../clippings/schema.ts';
import { withEveryArticle } from '../clippings/with-every-article.ts';

export interface ArticleGroup {
  article: ArticleRow;
  /** In the order of the article's text. */
  clippings: ClippingRow[];
}

/** A log by article, the one clipped last first; articles without a clipping come at the end. */
export function groupByArticle(log: ReadingLog): ArticleGroup[] {
  const groups = new Map<string, ArticleGroup & { last: number }>();
  for (const article of withEveryArticle(log).articles)
    groups.set(article.url, { article, clippings: [], last: 0 });
  for (const clipping of log.clippings) {
    const group = groups.get(clipping.articleUrl);
    group?.clippings.push(clipping);
    if (group) group.last = Math.max(group.last, Date.parse(clipping.createdAt));
  }
  return [...groups.values()]
    .sort((a, b) => b.last - a.last || (a.article.url < b.article.url ? -1 : 1))
    .map(({ article, clippings }) => ({
      article,
      clippings: clippings.sort(
        (a, b) =>
          a.selectors.position.start - b.selectors.position.start ||
          Date.parse(a.createdAt) - Date.parse(b.createdAt),
      ),
    }));
}
