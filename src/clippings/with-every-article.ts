import { madeUpArticle } from './made-up-article.ts';
import type { ArticleRow, ReadingLog } from './schema.ts';

/** The log with an article for every clipping: what views and exports may rely on. */
export function withEveryArticle(log: ReadingLog): ReadingLog {
  const known = new Set(log.articles.map(({ url }) => url));
  const made: ArticleRow[] = [];
  for (const clipping of log.clippings) {
    if (known.has(clipping.articleUrl)) continue;
    known.add(clipping.articleUrl);
    made.push(madeUpArticle(clipping));
  }
  return made.length === 0 ? log : { ...log, articles: [...log.articles, ...made] };
}
