import type { ArticleRow } from '../clippings/schema.ts';
import { publishedDay } from './day.ts';

/** An article's title, or its address where it has none. */
export const titleOf = ({ title, url }: Pick<ArticleRow, 'title' | 'url'>): string =>
  title.trim() === '' ? url : title;

/** Who wrote an article, where and when, as far as it is known: parts to be joined by ", ". */
export const sourceParts = ({
  byline,
  site,
  published,
}: Pick<ArticleRow, 'byline' | 'site' | 'published'>): string[] =>
  [byline ?? '', site, published === null ? '' : publishedDay(published)]
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
