import type { ArticleRow } from '../clippings/schema.ts';
import { type Author, authorsOf, initials } from './byline.ts';
import { MONTHS } from './day.ts';
import { htmlText } from './html-text.ts';
import { titleOf } from './source-words.ts';

/** The styles an article can be cited in. */
export type CitationStyle = 'apa' | 'chicago';

/** A citation as plain text, and as HTML with its italics. */
export interface Citation {
  text: string;
  html: string;
}

type Run = { words: string; italic?: true };

/**
 * An article's entry in a list of references. APA: Publication Manual, 7th edition, "webpage on a website". Chicago:
 * Manual of Style, 18th edition, bibliography entry of an article on the web. Titles stand as the page has them.
 *
 * @param kept when it was read, ISO 8601: Chicago gives that day where the page has no date
 */
export function citation(style: CitationStyle, article: ArticleRow, kept: string): Citation {
  const runs = (style === 'apa' ? apa(article) : chicago(article, kept)).map((run) => ({
    ...run,
    words: run.words.toWellFormed().replace(/\s+/gu, ' '),
  }));
  return {
    text: runs.map(({ words }) => words).join(''),
    html: runs.map(({ words, italic }) => (italic ? `<i>${htmlText(words)}</i>` : htmlText(words))).join(''),
  };
}

/** A sentence's end, where it has none. */
const stopped = (words: string): string => (/[.?!…]["”’)]?$/u.test(words) ? words : `${words}.`);
const stopAfter = (words: string): string => stopped(words).slice(words.length);

function apa(article: ArticleRow): Run[] {
  const title = titleOf(article).trim();
  const day = dayParts(article.published);
  const date = `(${day === null ? 'n.d.' : apaDay(day)}).`;
  const authors = apaAuthors(authorsOf(article.byline));
  const site = article.site.trim();
  const head: Run[] =
    authors === ''
      ? [{ words: title, italic: true }, { words: `${stopAfter(title)} ${date} ` }]
      : [
          { words: `${stopped(authors)} ${date} ` },
          { words: title, italic: true },
          { words: `${stopAfter(title)} ` },
        ];
  const isAuthor = site.toLowerCase() === authors.toLowerCase();
  return [...head, { words: `${site === '' || isAuthor ? '' : `${stopped(site)} `}${article.url}` }];
}

function apaAuthors(authors: readonly Author[]): string {
  const names = authors.map((author) =>
    'whole' in author
      ? author.whole
      : [author.family, initials(author.given), author.suffix].filter((part) => part !== '').join(', '),
  );
  const last = names.at(-1) ?? '';
  if (names.length <= 1) return last;
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function chicago(article: ArticleRow, kept: string): Run[] {
  const title = titleOf(article)
    .trim()
    .replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
  const authors = chicagoAuthors(authorsOf(article.byline));
  const day = dayParts(article.published);
  const site = article.site.trim();
  const date = day === null ? '' : `${chicagoDay(day)}. `;
  const accessed = day === null ? `Accessed ${chicagoDay(dayParts(kept) ?? { year: 0 })}. ` : '';
  return [
    { words: `${authors === '' ? '' : `${stopped(authors)} `}“${stopped(title)}” ` },
    ...(site === ''
      ? []
      : [{ words: site, italic: true as const }, { words: date === '' ? `${stopAfter(site)} ` : ', ' }]),
    { words: `${date}${accessed}${article.url}.` },
  ];
}

function chicagoAuthors(authors: readonly Author[]): string {
  const some = authors.length > 6 ? authors.slice(0, 3) : authors;
  const names = some.map((author, at) => {
    if ('whole' in author) return author.whole;
    const parts =
      at === 0
        ? [author.family, author.given, author.suffix]
        : [`${author.given} ${author.family}`, author.suffix];
    return parts.filter((part) => part !== '').join(', ');
  });
  if (authors.length > 6) return `${names.join(', ')}, et al.`;
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

interface Day {
  year: number;
  /** From 1. */
  month?: number;
  day?: number;
}

const nameOf = ({ month = 0 }: Day): string => MONTHS[month - 1] ?? '';

function apaDay(parts: Day): string {
  const month = nameOf(parts);
  return `${parts.year}${month === '' ? '' : `, ${month}`}${parts.day === undefined ? '' : ` ${parts.day}`}`;
}

function chicagoDay(parts: Day): string {
  const month = nameOf(parts);
  if (month === '') return String(parts.year);
  return parts.day === undefined ? `${month} ${parts.year}` : `${month} ${parts.day}, ${parts.year}`;
}

/** The day that a page or a clock gives: ISO 8601, or written out in English. Null where it is neither. */
function dayParts(published: string | null): Day | null {
  const text = (published ?? '').trim();
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/.exec(text);
  if (iso) return checked(iso[1], iso[2], iso[3]);
  const american = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text);
  if (american) return checked(american[3], monthOf(american[1]), american[2]);
  const british = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})\b/.exec(text);
  return british ? checked(british[3], monthOf(british[2]), british[1]) : null;
}

function monthOf(name: string | undefined): string | undefined {
  const at = MONTHS.findIndex((month) => month.startsWith(name === 'Sept' ? 'Sep' : (name ?? '?')));
  return at < 0 ? undefined : String(at + 1);
}

function checked(year?: string, month?: string, day?: string): Day | null {
  if (year === undefined) return null;
  const at = month === undefined ? undefined : Number(month);
  if (at === undefined || at < 1 || at > 12) return { year: Number(year) };
  const of = day === undefined ? undefined : Number(day);
  return of === undefined || of < 1 || of > 31
    ? { year: Number(year), month: at }
    : { year: Number(year), month: at, day: of };
}
