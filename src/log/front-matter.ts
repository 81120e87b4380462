import { countedTags } from '../clippings/counted-tags.ts';
import type { ArticleRow, ClippingRow } from '../clippings/schema.ts';
import type { TagId } from '../framework/tag-ids.ts';
import { isoDay } from './day.ts';
import { titleOf } from './source-words.ts';

/**
 * A text as a YAML 1.2 double-quoted scalar on one line: JSON's, with what YAML calls not printable escaped too. Lone
 * surrogates become U+FFFD; white space at its ends goes.
 */
export const yamlText = (text: string): string =>
  JSON.stringify(text.toWellFormed().trim()).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

type Value = string | number | Date | readonly string[] | null;

/**
 * A block of YAML front matter, which Obsidian shows as a note's properties. What is null or empty is left out; a date
 * is written as a day of the reader's own calendar.
 */
export function frontMatter(fields: readonly (readonly [name: string, value: Value])[]): string {
  const lines = fields.flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    if (typeof value === 'number') return [`${name}: ${value}`];
    if (typeof value === 'string') return [`${name}: ${yamlText(value)}`];
    if (value instanceof Date) return [`${name}: ${isoDay(value)}`];
    return value.length === 0 ? [] : [`${name}:`, ...value.map((item) => `  - ${item}`)];
  });
  return ['---', ...lines, '---', ''].join('\n');
}

/** The front matter of an article's own note. `tags` are the ids of the tags that count, as Obsidian spells tags. */
export const articleFrontMatter = (article: ArticleRow, clippings: readonly ClippingRow[]): string => {
  const first = clippings.reduce<number>((at, row) => Math.min(at, Date.parse(row.createdAt)), Infinity);
  return frontMatter([
    ['title', titleOf(article)],
    ['url', article.url],
    ['author', (article.byline ?? '').trim()],
    ['site', article.site.trim()],
    ['published', publishedValue(article.published)],
    ['kept', Number.isFinite(first) ? new Date(first) : null],
    ['clippings', clippings.length],
    ['tags', tagsOf(clippings)],
  ]);
};

/** Tags that count on any of these clippings, each once, in the order in which they are met. */
export const tagsOf = (clippings: readonly ClippingRow[]): TagId[] => [
  ...new Set(clippings.flatMap(countedTags)),
];

/** A day where the page gives one, else its own words. */
function publishedValue(published: string | null): Value {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(published ?? '') ?? [];
  if (year === undefined) return (published ?? '').trim();
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getDate() === Number(day) && date.getFullYear() === Number(year)
    ? date
    : (published ?? '').trim();
}
