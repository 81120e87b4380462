import { countedTags } from '../../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { type Side, sideOf } from '../../framework/balance.ts';
import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';

/** The side a clipping is on, by the tags that count. */
export const sideOfClipping = (clipping: ClippingRow): Side => sideOf(countedTags(clipping));

/** How many clippings each filter has, over the whole log. */
export interface Counts {
  all: number;
  due: number;
  tags: ReadonlyMap<TagId, number>;
  sides: Readonly<Record<Side, number>>;
  /** By name, A to Z. */
  sites: readonly { site: string; count: number }[];
}

/** Counts what the filters offer. `due` is how many wait for their question, which the schedule tells. */
export function countsOf(log: ReadingLog, due: number): Counts {
  const site = new Map(log.articles.map((article) => [article.url, article.site]));
  const tags = new Map<TagId, number>(TAG_IDS.map((tag) => [tag, 0]));
  const sites = new Map<string, number>();
  const sides: Record<Side, number> = { long: 0, short: 0, neither: 0 };
  for (const clipping of log.clippings) {
    for (const tag of countedTags(clipping)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    sides[sideOfClipping(clipping)] += 1;
    const name = site.get(clipping.articleUrl) ?? '';
    if (name !== '') sites.set(name, (sites.get(name) ?? 0) + 1);
  }
  return {
    all: log.clippings.length,
    due,
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
