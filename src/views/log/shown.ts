import { countedTags } from '../../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { type Side, sideOf } from '../../framework/balance.ts';
import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { dueClippings } from '../../log/reflection.ts';

/** How many clippings each filter has, over the whole log. */
export interface Counts {
  all: number;
  due: number;
  tags: ReadonlyMap<TagId, number>;
  sides: Readonly<Record<Side, number>>;
  /** By name, A to Z. */
  sites: readonly { site: string; count: number }[];
}

/** Counts what the filters offer. Tags and sides are by the tags that count: clear, likely or the reader's own. */
export function countsOf(log: ReadingLog, now: Date): Counts {
  const site = new Map(log.articles.map((article) => [article.url, article.site]));
  const tags = new Map<TagId, number>(TAG_IDS.map((tag) => [tag, 0]));
  const sites = new Map<string, number>();
  const sides: Record<Side, number> = { long: 0, short: 0, neither: 0 };
  for (const clipping of log.clippings) {
    for (const tag of countedTags(clipping)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    sides[sideOf(countedTags(clipping))] += 1;
    const name = site.get(clipping.articleUrl) ?? '';
    if (name !== '') sites.set(name, (sites.get(name) ?? 0) + 1);
  }
  return {
    all: log.clippings.length,
    due: dueClippings(log, now).length,
    tags,
    sides,
    sites: [...sites]
      .map(([name, count]) => ({ site: name, count }))
      .sort((a, b) => a.site.localeCompare(b.site, 'en')),
  };
}

/** The part of the log that holds these clippings: with their articles and answers, and nothing else. */
export function partOf(log: ReadingLog, clippings: readonly ClippingRow[]): ReadingLog {
  const ids = new Set(clippings.map((row) => row.id));
  const urls = new Set(clippings.map((row) => row.articleUrl));
  return {
    articles: log.articles.filter((row: ArticleRow) => urls.has(row.url)),
    clippings: log.clippings.filter((row) => ids.has(row.id)),
    reflections: log.reflections.filter((row) => ids.has(row.clippingId)),
  };
}

/** Clippings in the list's order, the one kept last first. */
export const newestFirst = (clippings: readonly ClippingRow[]): ClippingRow[] =>
  [...clippings].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? -1 : 1));
