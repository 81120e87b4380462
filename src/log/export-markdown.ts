import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { type ArticleGroup, groupByArticle } from './by-article.ts';
import { dayOf } from './day.ts';
import { uniqueFileNames } from './file-name.ts';
import { articleFrontMatter, frontMatter, tagsOf } from './front-matter.ts';
import { inlineText, link, textLines } from './markdown-text.ts';
import { type Pieces, wholeText } from './pieces.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { sourceParts, titleOf } from './source-words.ts';
import { tagWords } from './tag-words.ts';
import { textFragmentUrl } from './text-fragment.ts';
import type { ZipFile } from './zip.ts';

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
): string => blocks(articleBlocks(article, clippings, reflectionsByClipping(reflections), '#'));

/** A log as one Markdown file with front matter, the article clipped last first: a piece for its head, one an article. */
export const markdownPieces = (log: ReadingLog, now: Date): Pieces => {
  const groups = groupByArticle(log);
  return { count: groups.length + 1, parts: markdownParts(log, groups, now) };
};

function* markdownParts(log: ReadingLog, groups: readonly ArticleGroup[], now: Date): Generator<string> {
  const counts = `${counted(log.clippings.length, 'clipping')} from ${counted(groups.length, 'article')}.`;
  const matter = frontMatter([
    ['title', 'Reading log'],
    ['exported', now],
    ['clippings', log.clippings.length],
    ['articles', groups.length],
    ['tags', tagsOf(log.clippings)],
  ]);
  yield blocks([matter, '# Reading log', counts]);
  const answersTo = reflectionsByClipping(log.reflections);
  for (const { article, clippings } of groups)
    yield `\n${blocks(articleBlocks(article, clippings, answersTo, '##'))}`;
}

/** A log as one text of Markdown. */
export const logMarkdown = (log: ReadingLog, now: Date): string => wholeText(markdownPieces(log, now));

/** A log as Markdown files, one an article, each with its front matter and a name of its own. */
export const vaultFiles = (log: ReadingLog): { count: number; files: Iterable<ZipFile> } => {
  const groups = groupByArticle(log);
  return { count: groups.length, files: filesOf(log, groups) };
};

function* filesOf(log: ReadingLog, groups: readonly ArticleGroup[]): Generator<ZipFile> {
  const nameOf = uniqueFileNames();
  const answersTo = reflectionsByClipping(log.reflections);
  for (const { article, clippings } of groups)
    yield {
      name: `${nameOf(titleOf(article))}.md`,
      text: blocks([
        articleFrontMatter(article, clippings),
        ...articleBlocks(article, clippings, answersTo, '#'),
      ]),
    };
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const blocks = (parts: readonly string[]): string =>
  `${parts
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .join('\n\n')}\n`;

function articleBlocks(
  article: ArticleRow,
  clippings: readonly ClippingRow[],
  answersTo: (clipping: ClippingRow) => readonly ReflectionRow[],
  heading: string,
): string[] {
  return [
    `${heading} ${link(titleOf(article), article.url)}`,
    sourceParts(article).map(inlineText).join(', '),
    ...clippings.flatMap((clipping) => clippingBlocks(clipping, answersTo(clipping))),
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
export function quoted(text: string): string {
  const lines = textLines(text);
  return (lines.length === 0 ? [''] : lines).map((line) => `> ${line}`.trimEnd()).join('\n');
}

function labelled(label: string, text: string): string {
  const lines = textLines(text);
  return lines.length === 0 ? '' : `**${label}:** ${lines.join('\n')}`;
}
