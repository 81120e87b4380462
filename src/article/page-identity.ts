import type { PageIdentity } from './article.ts';
import { collapse } from './block-text.ts';
import { bareHost, canonicalUrl } from './canonical-url.ts';
import { readStructuredData, type StructuredData } from './structured-data.ts';

/** What a page says of itself, before its text is known. */
export interface Stated {
  page: PageIdentity;
  /** What it declares to be: hints only, pages say wrong things. */
  declares: { article: boolean; list: boolean };
}

const LONGEST_TITLE = 300;
const LONGEST_BYLINE = 120;
const SEPARATOR = /\s+[|\u2013\u2014\u00b7»:\u2022/-]\s+/;

/**
 * What is known of the page: its URL, title, byline, site, date and declared language, from its meta elements,
 * JSON-LD, headings and `<title>`, whichever says it best. Everything is plain, well-formed text.
 *
 * @param doc the live document, only read
 * @param url the URL the reader is on
 */
export function readIdentity(doc: Document, url: string): Stated {
  const meta = readMeta(doc);
  const data = readStructuredData(
    Array.from(
      doc.querySelectorAll('script[type="application/ld+json"]'),
      (script) => script.textContent ?? '',
    ),
  );
  const canonical = doc.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? null;
  const host = bareHost(URL.canParse(url) ? new URL(url).hostname : '');
  const site = plain(meta('og:site_name')) ?? (host || url);
  const lists = /^(CollectionPage|SearchResultsPage|ItemList|Blog)$/;
  return {
    page: {
      url: canonicalUrl(url, canonical ?? meta('og:url')),
      visitedUrl: url,
      title: titleOf(doc, meta, data, site) ?? site,
      byline: bylineOf(doc, meta, data),
      site,
      published: publishedOf(doc, meta, data),
      language: doc.documentElement?.getAttribute('lang') || meta('content-language') || meta('og:locale'),
    },
    declares: {
      article: isArticle(meta, data),
      list: data.types.some((type) => lists.test(type)),
    },
  };
}

const isArticle = (meta: Meta, data: StructuredData): boolean =>
  /article|video|book|product/i.test(meta('og:type') ?? '') ||
  data.headline !== null ||
  meta('article:published_time') !== null;

type Meta = (name: string) => string | null;

function readMeta(doc: Document): Meta {
  const all = new Map<string, string>();
  for (const element of doc.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const name of element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [])
        if (name && content && !all.has(name)) all.set(name, content);
  }
  return (name) => all.get(name) ?? null;
}

/** Collapsed, well formed, and without the entities that many pages write twice. */
function plain(text: string | null | undefined): string | null {
  if (!text) return null;
  let value = text;
  if (/&(#\d+|#x[0-9a-f]+|[a-z]+);/i.test(text)) {
    const inert = new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html');
    value = inert.body.textContent ?? text;
  }
  return collapse(value).toWellFormed() || null;
}

function titleOf(doc: Document, meta: Meta, data: StructuredData, site: string): string | null {
  const headings = Array.from(doc.querySelectorAll('h1'), (h1) => plain(h1.textContent)).filter(isText);
  const full = plain(doc.querySelector('head > title, title')?.textContent);
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const candidates = [data.headline, meta('og:title'), meta('twitter:title')].map((text) => plain(text));
  for (const candidate of candidates) {
    if (!candidate || same(candidate, site)) continue;
    return withoutSite(candidate, site, headings).slice(0, LONGEST_TITLE).toWellFormed();
  }
  const [only] = headings;
  if (headings.length === 1 && only && !same(only, site) && (!full || full.includes(only)))
    return only.slice(0, LONGEST_TITLE).toWellFormed();
  const title = full ? withoutSite(full, site, headings) : (only ?? null);
  return title?.slice(0, LONGEST_TITLE).toWellFormed() ?? null;
}

const isText = (text: string | null): text is string => text !== null;

/** A title without ` | Site` at either end, where the other part is a title by itself. */
function withoutSite(title: string, site: string, headings: readonly string[]): string {
  const heading = headings.find((text) => text.length > 10 && title.startsWith(text));
  if (heading) return heading;
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const isSite = (part: string | undefined) =>
    part !== undefined && key(site).startsWith(key(part)) && key(part) !== '';
  const last = parts.at(-1) ?? '';
  if (isSite(last))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00b7»:\u2022/-]+$/u, '');
  const first = parts[0] ?? '';
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|\u2013\u2014\u00b7»:\u2022/-]+/u, '');
  return title;
}

function bylineOf(doc: Document, meta: Meta, data: StructuredData): string | null {
  const marked = doc.querySelector('[rel~="author"], [itemprop~="author"], .byline, .p-author');
  const candidates = [
    data.author,
    meta('author'),
    meta('article:author'),
    meta('dc.creator'),
    marked?.textContent,
  ];
  for (const candidate of candidates) {
    const text = plain(candidate)?.replace(/^(by|von|par|por|di|door)\s+/i, '');
    if (text && text.length <= LONGEST_BYLINE && !/^https?:/.test(text) && /\p{L}/u.test(text)) return text;
  }
  return null;
}

const DATES =
  'article:published_time datepublished parsely-pub-date sailthru.date dc.date.issued dc.date dcterms.created date pubdate publish-date og:published_time';

function publishedOf(doc: Document, meta: Meta, data: StructuredData): string | null {
  const time = doc.querySelector(
    'time[pubdate][datetime], time[itemprop~="datePublished"][datetime], [itemprop~="datePublished"][content], article time[datetime], main time[datetime]',
  );
  const stated = [data.published, ...DATES.split(' ').map(meta)];
  for (const candidate of [...stated, time?.getAttribute('datetime') ?? time?.getAttribute('content')]) {
    const date = isoDate(candidate ?? null);
    if (date) return date;
  }
  return null;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?/;

/** A date as ISO 8601, or null. A date-time keeps its own offset; another spelling is read as a day. */
export function isoDate(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, time, zone = ''] = iso;
    const date = `${year}-${month}-${day}`;
    if (Number.isNaN(Date.parse(date))) return null;
    const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
    return time ? `${date}T${time}${offset}` : date;
  }
  if (!/\d{4}/.test(trimmed) || !/[a-z]{3}|\d[./-]\d/i.test(trimmed)) return null;
  const read = new Date(trimmed);
  if (Number.isNaN(read.getTime())) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${read.getFullYear()}-${two(read.getMonth() + 1)}-${two(read.getDate())}`;
}
