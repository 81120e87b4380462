import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { tagName } from '../framework/tag-names.ts';
import { groupByArticle } from './by-article.ts';
import { isoDay, publishedDay } from './day.ts';
import { quoted } from './export-markdown.ts';
import { uniqueFileNames } from './file-name.ts';
import { articleFrontMatter, tagsOf } from './front-matter.ts';
import { inlineText, link, textLines } from './markdown-text.ts';
import type { Pieces } from './pieces.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { titleOf } from './source-words.ts';
import {
  readTemplate,
  type Template,
  type TemplateFields,
  type TemplateRead,
  type TemplateValue,
  type TemplateValues,
  writeTemplate,
} from './template.ts';
import { textFragmentUrl } from './text-fragment.ts';
import type { ZipFile } from './zip.ts';

const TAG_FIELDS = { tag: 'text', id: 'text' } as const;

/** The fields of a Markdown template. It is written once for each article. */
export const MARKDOWN_FIELDS: TemplateFields = {
  front_matter: 'text',
  title: 'text',
  title_link: 'text',
  url: 'text',
  byline: 'text',
  site: 'text',
  published: 'text',
  tags: TAG_FIELDS,
  clippings: {
    quote: 'text',
    quote_block: 'text',
    note: 'text',
    kept: 'text',
    link: 'text',
    tags: TAG_FIELDS,
    answers: { question: 'text', answer: 'text', answered: 'text' },
  },
};

/** What a reader begins with. */
export const FIRST_TEMPLATE = `{{{front_matter}}}

# {{{title_link}}}

{{byline}}, {{site}}, {{published}}

{{#clippings}}
{{{quote_block}}}

Kept {{kept}}. [Open at the quote]({{{link}}})
{{#tags}}#{{{id}}} {{/tags}}
{{#note}}

**Note:** {{note}}
{{/note}}
{{#answers}}

**{{question}}** {{answer}}
{{/answers}}

{{/clippings}}
`;

/** Reads a reader's template for Markdown. */
export const readMarkdownTemplate = (text: string): TemplateRead => readTemplate(text, MARKDOWN_FIELDS);

/** A log by a reader's template, as one file: a piece an article. */
export function templatePieces(template: Template, log: ReadingLog): Pieces {
  const { count, files } = templateFiles(template, log);
  return { count, parts: textsOf(files) };
}

function* textsOf(files: Iterable<ZipFile>): Generator<string> {
  let between = '';
  for (const { text } of files) {
    yield between + text;
    between = '\n';
  }
}

/** A log by a reader's template, as one file an article. */
export function templateFiles(
  template: Template,
  log: ReadingLog,
): { count: number; files: Iterable<ZipFile> } {
  const groups = groupByArticle(log);
  const answersTo = reflectionsByClipping(log.reflections);
  function* files(): Generator<ZipFile> {
    const nameOf = uniqueFileNames();
    for (const { article, clippings } of groups)
      yield {
        name: `${nameOf(titleOf(article))}.md`,
        text: `${writeTemplate(template, articleValues(article, clippings, answersTo)).trimEnd()}\n`,
      };
  }
  return { count: groups.length, files: files() };
}

/** A text that stays on its line: escaped for `{{name}}`, as it is for `{{{name}}}`. */
const line = (text: string): TemplateValue => ({ text: inlineText(text), raw: text.toWellFormed() });
/** A text that keeps its lines. */
const lines = (text: string): TemplateValue => ({
  text: textLines(text).join('\n'),
  raw: text.toWellFormed(),
});
/** What is Markdown, or an address, and not to be escaped. */
const ready = (text: string): TemplateValue => ({ text, raw: text });

const tagValues = (ids: ReturnType<typeof tagsOf>): TemplateValues[] =>
  ids.map((id) => ({ tag: line(tagName(id).shortName), id: ready(id) }));

/** Without brackets and spaces, so that it can stand in a link's parentheses. */
const address = (url: string): string => /^\[[\s\S]*\]\((.*)\)$/.exec(link('x', url))?.[1] ?? '';

function articleValues(
  article: ArticleRow,
  clippings: readonly ClippingRow[],
  answersTo: (clipping: ClippingRow) => readonly ReflectionRow[],
): TemplateValues {
  return {
    front_matter: ready(articleFrontMatter(article, clippings).trimEnd()),
    title: line(titleOf(article)),
    title_link: ready(link(titleOf(article), article.url)),
    url: ready(address(article.url)),
    byline: line(article.byline ?? ''),
    site: line(article.site),
    published: line(article.published === null ? '' : publishedDay(article.published)),
    tags: tagValues(tagsOf(clippings)),
    clippings: clippings.map((clipping) => ({
      quote: line(clipping.quote),
      quote_block: ready(quoted(clipping.quote)),
      note: lines(clipping.note),
      kept: ready(isoDay(new Date(clipping.createdAt))),
      link: ready(address(textFragmentUrl(clipping.articleUrl, clipping.selectors.quote) ?? '')),
      tags: tagValues(tagsOf([clipping])),
      answers: answersTo(clipping).map(({ question, answer, answeredAt }) => ({
        question: lines(question),
        answer: lines(answer),
        answered: ready(isoDay(new Date(answeredAt))),
      })),
    })),
  };
}
