import { countedTags } from '../../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { type Side, sideOf } from '../../framework/balance.ts';
import { TAG_IDS, type TagGroup, type TagId } from '../../framework/tag-ids.ts';
import { tagName } from '../../framework/tag-names.ts';
import { todaysClippings } from '../../log/reflection.ts';

/** How many clippings each filter has, over the whole log. */
export interface Counts {
  all: number;
  /** Questions that today still has. */
  due: number;
  tags: ReadonlyMap<TagId, number>;
  groups: ReadonlyMap<TagGroup, number>;
  note: number;
  answered: number;
  lost: number;
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
  const groups = new Map<TagGroup, number>();
  const answers = new Set(log.reflections.map(({ clippingId }) => clippingId));
  let note = 0;
  let answered = 0;
  let lost = 0;
  for (const clipping of log.clippings) {
    const counted = countedTags(clipping);
    for (const tag of counted) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    for (const group of new Set(counted.map((tag) => tagName(tag).group)))
      groups.set(group, (groups.get(group) ?? 0) + 1);
    sides[sideOf(counted)] += 1;
    if (clipping.note !== '') note += 1;
    if (answers.has(clipping.id)) answered += 1;
    if (clipping.anchor.state === 'not-found') lost += 1;
    const name = site.get(clipping.articleUrl) ?? '';
    if (name !== '') sites.set(name, (sites.get(name) ?? 0) + 1);
  }
  return {
    all: log.clippings.length,
    due: todaysClippings(log, now).length,
    tags,
    groups,
    note,
    answered,
    lost,
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
