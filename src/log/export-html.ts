import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { groupByArticle } from './by-article.ts';
import { dayOf } from './day.ts';
import { HTML_END, htmlHead } from './html-page.ts';
import { htmlLink, htmlParagraphs, htmlText } from './html-text.ts';
import type { Pieces } from './pieces.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { sourceParts, titleOf } from './source-words.ts';
import { tagWords } from './tag-words.ts';
import { textFragmentUrl } from './text-fragment.ts';

/**
 * A log as a page of HTML to read or print, the article clipped last first. Everything that comes from an article or a
 * reader shows as itself: none becomes markup.
 */
export function htmlPieces(log: ReadingLog, now: Date): Pieces {
  return { count: log.clippings.length + 2, parts: htmlParts(log, now) };
}

function* htmlParts(log: ReadingLog, now: Date): Generator<string> {
  const groups = groupByArticle(log);
  yield `${htmlHead('Reading log')}<h1>Reading log</h1>
<p class="meta">${log.clippings.length} ${log.clippings.length === 1 ? 'clipping' : 'clippings'} from ${groups.length} ${groups.length === 1 ? 'article' : 'articles'}. ${dayOf(now.toISOString())}</p>
`;
  const answersTo = reflectionsByClipping(log.reflections);
  for (const { article, clippings } of groups) {
    let head = articleHead(article);
    for (const clipping of clippings) {
      yield head + clippingPart(clipping, answersTo(clipping));
      head = '';
    }
    if (head !== '') yield head;
  }
  yield HTML_END;
}

const articleHead = (article: ArticleRow): string =>
  `<h2>${htmlLink(titleOf(article), article.url)}</h2>
<p class="meta">${htmlText(sourceParts(article).join(', '))}</p>
`;

function clippingPart(clipping: ClippingRow, reflections: readonly ReflectionRow[]): string {
  const url = textFragmentUrl(clipping.articleUrl, clipping.selectors.quote);
  const tags = clipping.tags.map(tagWords);
  const facts = [
    `Kept ${dayOf(clipping.createdAt)}`,
    ...(tags.length === 0 ? [] : [htmlText(`Tags: ${tags.join(', ')}`)]),
    ...(url === null ? [] : [htmlLink('Open at the quote', url)]),
  ];
  return [
    `<blockquote>${htmlParagraphs(clipping.quote)}</blockquote>`,
    `<p class="meta">${facts.join('. ')}</p>`,
    labelled('Note', clipping.note),
    ...reflections.flatMap(({ question, answer, answeredAt }) => [
      labelled(`Asked ${dayOf(answeredAt)}`, question),
      labelled('Answer', answer),
    ]),
    '',
  ]
    .filter((part, at, all) => part !== '' || at === all.length - 1)
    .join('\n');
}

const labelled = (label: string, text: string): string =>
  text.trim() === '' ? '' : `<div><p class="label">${label}</p>${htmlParagraphs(text)}</div>`;
