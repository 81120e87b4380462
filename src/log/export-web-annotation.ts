import type { ArticleRow, ClippingRow, ClippingTag, ReadingLog, ReflectionRow } from '../clippings/schema.ts';
import { withEveryArticle } from '../clippings/with-every-article.ts';
import { tagName } from '../framework/tag-names.ts';
import { groupByArticle } from './by-article.ts';
import { type Pieces, wholeText } from './pieces.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { ANNO_CONTEXT, OWN_TERMS, URN_UUID } from './web-annotation.ts';

/**
 * A log as W3C Web Annotations: JSON-LD, an AnnotationCollection whose first and only AnnotationPage holds an
 * annotation for each clipping. The note is a body with the purpose `commenting`, each tag one with `tagging`, an answer
 * one with `replying`. The quote is a TextQuoteSelector. Where it stood in the page's text is in our own terms: the
 * model's TextPositionSelector counts the characters of a text that is not in the file. Articles without a clipping
 * are not annotations and are left out. Lone surrogates become U+FFFD.
 *
 * @param id a UUID for the collection
 */
export const annotationPieces = (log: ReadingLog, now: Date, id: string = crypto.randomUUID()): Pieces => ({
  count: log.clippings.length + 2,
  parts: annotationParts(log, now, id),
});

/** The same as one text. */
export const annotationJson = (log: ReadingLog, now: Date, id?: string): string =>
  wholeText(annotationPieces(log, now, id));

function* annotationParts(log: ReadingLog, now: Date, id: string): Generator<string> {
  const head = {
    '@context': [ANNO_CONTEXT, { lg: OWN_TERMS }],
    id: `${URN_UUID}${id}`,
    type: 'AnnotationCollection',
    label: 'Reading log',
    created: now.toISOString(),
    generator: GENERATOR,
    total: log.clippings.length,
  };
  const page = { id: `${URN_UUID}${id}#page`, type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  const answersTo = reflectionsByClipping(log.reflections);
  let between = '';
  for (const { article, clippings } of groupByArticle(withEveryArticle(log)))
    for (const clipping of clippings) {
      yield between + JSON.stringify(wellFormed(annotation(article, clipping, answersTo(clipping))));
      between = ',\n';
    }
  yield '\n]}}\n';
}

const GENERATOR = { type: 'Software', name: 'Long Game' };

function annotation(article: ArticleRow, clipping: ClippingRow, reflections: readonly ReflectionRow[]) {
  const { exact, prefix, suffix } = clipping.selectors.quote;
  const bodies = [
    ...(clipping.note === '' ? [] : [textBody('commenting', clipping.note)]),
    ...clipping.tags.map(tagBody),
    ...reflections.map((reflection) => ({
      id: `${URN_UUID}${reflection.id}`,
      ...textBody('replying', reflection.answer),
      created: reflection.answeredAt,
      'lg:question': reflection.question,
    })),
  ];
  return {
    id: `${URN_UUID}${clipping.id}`,
    type: 'Annotation',
    motivation: clipping.note === '' ? 'highlighting' : 'commenting',
    created: clipping.createdAt,
    modified: clipping.updatedAt,
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: {
        id: article.url,
        type: 'Text',
        format: 'text/html',
        ...(article.language === null ? {} : { language: article.language }),
        label: article.title,
        ...(article.byline === null || article.byline === '' ? {} : { 'lg:byline': article.byline }),
        'lg:site': article.site,
        'lg:visited': article.visitedUrl,
        ...(article.published === null ? {} : { 'lg:published': article.published }),
      },
      selector: { type: 'TextQuoteSelector', exact, prefix, suffix },
    },
    'lg:quote': clipping.quote,
    'lg:start': clipping.selectors.position.start,
    'lg:end': clipping.selectors.position.end,
    ...(clipping.block === null ? {} : { 'lg:block': clipping.block }),
    ...(clipping.removedTags.length === 0 ? {} : { 'lg:removedTags': clipping.removedTags }),
    ...(clipping.dueAt === null ? {} : { 'lg:dueAt': clipping.dueAt }),
  };
}

const textBody = (purpose: string, value: string) => ({
  type: 'TextualBody',
  purpose,
  format: 'text/plain',
  value,
});

/** A tag by its short name; its id and, where the model gave it, how sure it was. */
const tagBody = (tag: ClippingTag) => ({
  ...textBody('tagging', tagName(tag.tag).shortName),
  'lg:tag': tag.tag,
  ...(tag.source === 'model'
    ? { generator: GENERATOR, 'lg:confidence': tag.confidence, 'lg:word': tag.word }
    : {}),
});

/** The same with every string well-formed: RDF's strings hold no lone surrogates. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wellFormed(each)]));
}
