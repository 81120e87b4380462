import type { ArticleRow, ClippingRow, ClippingTag, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { tagName } from '../framework/tag-names.ts';
import { groupByArticle } from './by-article.ts';
import { dayOf, publishedDay } from './day.ts';
import { inlineText, link, textLines } from './markdown-text.ts';
import { reflectionsOf } from './reflections-of.ts';
import { textFragmentUrl } from './text-fragment.ts';

/**
 * One article's clippings as Markdown: a linked title, where it is from, then each quote as a block quote with its
 * day, tags, note and answers. Every character of the article and of the reader shows as itself: none becomes markup.
 *
 * @param reflections those of these clippings; others are left out
 */
export const articleMarkdown = (
  article: ArticleRow,
  clippings: readonly ClippingRow[],
  reflections: readonly ReflectionRow[],
): string => blocks(articleBlocks(article, clippings, reflections, '#'));

/** A whole log as one Markdown file, the article clipped last first. */
export function logMarkdown(log: ReadingLog): string {
  const groups = groupByArticle(log);
  const counts = `${counted(log.clippings.length, 'clipping')} from ${counted(groups.length, 'article')}.`;
  return blocks([
    '# Reading log',
    counts,
    ...groups.flatMap(({ article, clippings }) => articleBlocks(article, clippings, log.reflections, '##')),
  ]);
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const blocks = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

function articleBlocks(
  article: ArticleRow,
  clippings: readonly ClippingRow[],
  reflections: readonly ReflectionRow[],
  heading: string,
): string[] {
  const title = article.title.trim() === '' ? article.url : article.title;
  const source = [
    article.byline === null ? '' : inlineText(article.byline),
    inlineText(article.site),
    article.published === null ? '' : inlineText(publishedDay(article.published)),
  ].filter((part) => part !== '');
  return [
    `${heading} ${link(title, article.url)}`,
    source.join(', '),
    ...clippings.flatMap((clipping) => clippingBlocks(clipping, reflectionsOf(clipping, reflections))),
  ];
}

function clippingBlocks(clipping: ClippingRow, reflections: readonly ReflectionRow[]): string[] {
  const url = textFragmentUrl(clipping.articleUrl, clipping.selectors.quote);
  const tags = clipping.tags.map(tagWords).join(', ');
  const facts = [
    `Kept ${dayOf(clipping.createdAt)}`,
    ...(tags === '' ? [] : [`Tags: ${tags}`]),
    ...(url === null ? [] : [link('Open at the quote', url)]),
  ];
  return [
    quoted(clipping.quote),
    facts.join('. '),
    labelled('Note', clipping.note),
    ...reflections.flatMap(({ question, answer, answeredAt }) => [
      labelled(`Asked ${dayOf(answeredAt)}`, question),
      labelled('Answer', answer),
    ]),
  ];
}

/** A block quote; an empty one where the words are nothing but white space. */
function quoted(text: string): string {
  const lines = textLines(text);
  return (lines.length === 0 ? [''] : lines).map((line) => `> ${line}`.trimEnd()).join('\n');
}

const tagWords = (tag: ClippingTag): string => {
  const { shortName } = tagName(tag.tag);
  return tag.source === 'model' && tag.word === 'perhaps' ? `${shortName} (perhaps)` : shortName;
};

function labelled(label: string, text: string): string {
  const lines = textLines(text);
  return lines.length === 0 ? '' : `**${label}:** ${lines.join('\n')}`;
}
