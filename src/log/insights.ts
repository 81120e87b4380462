import { countedTags } from '../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow, ReadingLog } from '../clippings/schema.ts';
import { type Balance, sideOf } from '../framework/balance.ts';
import { SIGNAL_IDS, TAG_IDS, type TagId } from '../framework/tag-ids.ts';
import { isoDay } from './day.ts';
import type { TimeSpan } from './time-span.ts';

/** What was kept on one of the 17 ideas. */
export interface TagCoverage {
  tag: TagId;
  /** Clippings in the time, and the sites they are from. */
  count: number;
  sites: number;
  /** The day it was last kept, over the whole log, `YYYY-MM-DD`; null where it never was. */
  last: string | null;
}

/** What was kept from one site in the time. */
export interface SiteRow {
  site: string;
  articles: number;
  balance: Balance;
}

/** What a time looks like. Only tags that are clear, likely or the reader's own count. */
export interface Insights {
  span: TimeSpan;
  /** Over the whole time, and in each period of it. */
  balance: Balance;
  periods: Balance[];
  articles: number;
  /** All 17, in the codebook's order. */
  coverage: TagCoverage[];
  /** The five signals, each with its clippings in every period. */
  signals: { tag: TagId; counts: number[] }[];
  /** Most kept first. */
  sites: SiteRow[];
  /** Clippings kept on each day of the time that has any, by `YYYY-MM-DD`. */
  days: Map<string, number>;
}

const none = (): Balance => ({ long: 0, short: 0, neither: 0 });

export const totalOf = ({ long, short, neither }: Balance): number => long + short + neither;

/**
 * Counts a log over a time.
 *
 * @param log with an article for every clipping
 */
export function insightsOf(log: Pick<ReadingLog, 'articles' | 'clippings'>, span: TimeSpan): Insights {
  const articles = new Map(log.articles.map((article) => [article.url, article]));
  const balance = none();
  const periods = span.periods.map(none);
  const tags = new Map(TAG_IDS.map((tag) => [tag, { count: 0, sites: new Set<string>(), last: '' }]));
  const signals = new Map<TagId, number[]>(SIGNAL_IDS.map((tag) => [tag, span.periods.map(() => 0)]));
  const sites = new Map<string, { urls: Set<string>; balance: Balance }>();
  const days = new Map<string, number>();
  const read = new Set<string>();

  for (const clipping of log.clippings) {
    const kept = isoDay(new Date(clipping.createdAt));
    const counted = new Set(countedTags(clipping));
    for (const tag of counted) {
      const known = tags.get(tag);
      if (known && kept > known.last) known.last = kept;
    }
    const at = periodAt(span, kept);
    const period = periods[at];
    if (period === undefined) continue;
    const side = sideOf(counted);
    const site = siteOf(articles.get(clipping.articleUrl), clipping);
    const place = sites.get(site) ?? { urls: new Set<string>(), balance: none() };
    sites.set(site, place);
    place.urls.add(clipping.articleUrl);
    for (const each of [balance, period, place.balance]) each[side] += 1;
    for (const tag of counted) {
      const known = tags.get(tag);
      if (known) {
        known.count += 1;
        known.sites.add(site);
      }
      const counts = signals.get(tag);
      if (counts) counts[at] = (counts[at] ?? 0) + 1;
    }
    days.set(kept, (days.get(kept) ?? 0) + 1);
    read.add(clipping.articleUrl);
  }

  return {
    span,
    balance,
    periods,
    articles: read.size,
    coverage: [...tags].map(([tag, { count, sites: from, last }]) => ({
      tag,
      count,
      sites: from.size,
      last: last || null,
    })),
    signals: [...signals].map(([tag, counts]) => ({ tag, counts })),
    sites: [...sites]
      .map(([site, { urls, balance: own }]) => ({ site, articles: urls.size, balance: own }))
      .sort((a, b) => totalOf(b.balance) - totalOf(a.balance) || a.site.localeCompare(b.site, 'en')),
    days,
  };
}

const siteOf = (article: ArticleRow | undefined, { articleUrl }: ClippingRow): string =>
  article?.site || new URL(articleUrl).hostname;

/** The period that holds a day, by halves; -1 where none does. */
function periodAt({ periods }: TimeSpan, kept: string): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const period = periods[middle];
    if (period === undefined) return -1;
    if (kept < period.from) high = middle - 1;
    else if (kept > period.to) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The fewest passages, or days since the first, after which anything is said to lean, and charts are drawn. */
const ENOUGH_PASSAGES = 30;
const ENOUGH_DAYS = 21;

/** Whether there is enough to draw: three weeks since the first clipping, or 30 passages. */
export const isEnough = (clippings: number, first: Date, now: Date): boolean =>
  clippings >= ENOUGH_PASSAGES || now.getTime() - first.getTime() >= ENOUGH_DAYS * 86_400_000;

/** When the oldest clipping was kept; null in an empty log. */
export function firstKept(clippings: readonly ClippingRow[]): Date | null {
  let first: string | null = null;
  for (const { createdAt } of clippings) if (first === null || createdAt < first) first = createdAt;
  return first === null ? null : new Date(first);
}
