import { madeUpArticle } from '../clippings/made-up-article.ts';
import { parseRow } from '../clippings/parse-row.ts';
import type { ArticleRow, ClippingRow, ReflectionRow } from '../clippings/schema.ts';
import { type AnnotationBodies, bodiesOf } from './annotation-bodies.ts';
import { type ImportRead, isRecord, Rejected, type Steps } from './import-read.ts';
import { nameUuid } from './name-uuid.ts';
import { ANNO_CONTEXT, URN_UUID } from './web-annotation.ts';

/** The annotations of a file, before any is read. */
export interface FoundAnnotations {
  annotations: unknown[];
  created: unknown;
  /** Whether the file names pages that are not in it. */
  more: boolean;
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const isOf = (value: Record<string, unknown>, type: string): boolean => listOf(value.type).includes(type);

/**
 * The annotations of a file that has any: an Annotation, an AnnotationPage or an AnnotationCollection with its first
 * page in it, or a list of annotations. Null for anything else.
 */
export function annotationsIn(value: unknown): FoundAnnotations | null {
  if (Array.isArray(value)) {
    const isList = value.some((each) => isRecord(each) && isOf(each, 'Annotation'));
    return isList ? { annotations: value, created: null, more: false } : null;
  }
  if (!isRecord(value)) return null;
  const { created } = value;
  if (isOf(value, 'AnnotationCollection')) {
    const { first } = value;
    if (isRecord(first)) return { annotations: listOf(first.items), created, more: first.next !== undefined };
    return { annotations: [], created, more: first !== undefined };
  }
  if (isOf(value, 'AnnotationPage'))
    return { annotations: listOf(value.items), created, more: value.next !== undefined };
  if (isOf(value, 'Annotation')) return { annotations: [value], created, more: false };
  if (listOf(value['@context']).includes(ANNO_CONTEXT) && Array.isArray(value['@graph']))
    return { annotations: value['@graph'], created, more: false };
  return null;
}

/**
 * Reads W3C Web Annotations as clippings. What an annotation needs is a target on the web and a TextQuoteSelector. Tags
 * of ours are taken as the reader's, or as the model's where the file says so; other tags join the note. The same file
 * gives the same ids every time, so that importing it twice adds nothing.
 */
export function* readAnnotations(found: FoundAnnotations, now: Date): Steps<ImportRead> {
  const rejected = new Rejected(now);
  const articles = new Map<string, ArticleRow>();
  const clippings = new Map<string, ClippingRow>();
  const reflections = new Map<string, ReflectionRow>();
  for (const [at, raw] of found.annotations.entries()) {
    yield { done: at, all: found.annotations.length };
    const read = readAnnotation(raw, now);
    if (typeof read === 'string') rejected.add(raw, read);
    else if (clippings.has(read.clipping.id))
      rejected.add(raw, 'The file has this annotation twice. The first one was taken.');
    else {
      const { article, clipping } = read;
      const known = articles.get(article.url);
      if (known === undefined || article.addedAt < known.addedAt) articles.set(article.url, article);
      clippings.set(clipping.id, clipping);
      for (const row of read.reflections) {
        const parsed = parseRow('reflections', row);
        if (parsed.ok) reflections.set(row.id, parsed.row);
        else rejected.add(row, `This answer can't be read. ${parsed.reason}`);
      }
    }
  }
  return {
    ok: true,
    kind: 'annotations',
    log: {
      articles: [...articles.values()],
      clippings: [...clippings.values()],
      reflections: [...reflections.values()],
    },
    rejected: rejected.rows,
    notice: found.more
      ? 'This file names further pages of annotations that are not in it. Long Game opens no address: import those files too.'
      : null,
    exportedAt: timeOf(found.created),
  };
}

interface ReadAnnotation {
  article: ArticleRow;
  clipping: ClippingRow;
  reflections: ReflectionRow[];
}

/** An annotation's rows, or why it is not taken, as a sentence for the reader. */
function readAnnotation(raw: unknown, now: Date): ReadAnnotation | string {
  if (!isRecord(raw)) return 'It is not an annotation.';
  const target = listOf(raw.target)
    .map(quoteOf)
    .find((each) => each !== null);
  if (!target)
    return 'It quotes no words: none of its targets has a TextQuoteSelector. Only quotes can be clipped.';
  const url = addressOf(target.source);
  if (url === null) return 'It does not say which page its quote is from.';
  for (const name of ['created', 'modified'])
    if (raw[name] !== undefined && timeOf(raw[name]) === null) return `Its field ${name} is not a time.`;
  const created = timeOf(raw.created) ?? timeOf(raw.modified);
  const createdAt = created ?? now.toISOString();
  const bodies = bodiesOf(raw);
  const id = rowIdOf(raw.id) ?? nameUuid(JSON.stringify([raw.id ?? null, url, target.exact, target.start]));
  const made: Record<keyof ClippingRow, unknown> = {
    id,
    articleUrl: url,
    quote: textOf(raw['lg:quote']) || target.exact,
    selectors: {
      quote: { exact: target.exact, prefix: target.prefix, suffix: target.suffix },
      position: {
        start: wholeOf(raw['lg:start']) ?? target.start,
        end: wholeOf(raw['lg:end']) ?? target.end,
      },
    },
    block: wholeOf(raw['lg:block']),
    tags: bodies.tags,
    removedTags: listOf(raw['lg:removedTags']),
    note: bodies.note,
    createdAt,
    // Without a time of its own it is older than any row here: importing it again replaces nothing.
    updatedAt: timeOf(raw.modified) ?? created ?? new Date(0).toISOString(),
    anchor: { state: 'pending', at: null },
    dueAt: timeOf(raw['lg:dueAt']),
  };
  const clipping = parseRow('clippings', made);
  if (!clipping.ok) return `This annotation can't be read. ${clipping.reason}`;
  return {
    article: articleOf(target.source, clipping.row),
    clipping: clipping.row,
    reflections: answersOf(bodies, clipping.row),
  };
}

interface Quote {
  source: unknown;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

function quoteOf(target: unknown): Quote | null {
  if (!isRecord(target)) return null;
  const selectors = selectorsOf(target.selector);
  const quote = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && textOf(exact) !== '');
  if (!quote) return null;
  const exact = textOf(quote.exact);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const start = wholeOf(position?.start) ?? 0;
  return {
    source: target.source,
    exact,
    prefix: textOf(quote.prefix),
    suffix: textOf(quote.suffix),
    start,
    end: Math.max(start, wholeOf(position?.end) ?? start + exact.length),
  };
}

/** Selectors with those that refine them. How deep that goes is limited for the whole file. */
function selectorsOf(selector: unknown): Record<string, unknown>[] {
  return listOf(selector).flatMap((one) => (isRecord(one) ? [one, ...selectorsOf(one.refinedBy)] : []));
}

function articleOf(source: unknown, clipping: ClippingRow): ArticleRow {
  const made = madeUpArticle(clipping);
  if (!isRecord(source)) return made;
  const row = parseRow('articles', {
    ...made,
    visitedUrl: textOf(source['lg:visited']) || made.visitedUrl,
    title: textOf(source.label) || textOf(source.title) || made.title,
    byline: textOf(source['lg:byline']) || null,
    site: textOf(source['lg:site']) || made.site,
    published: textOf(source['lg:published']) || null,
    language: textOf(listOf(source.language)[0]) || null,
  });
  return row.ok ? row.row : made;
}

const answersOf = ({ answers }: AnnotationBodies, clipping: ClippingRow): ReflectionRow[] =>
  answers.map(({ id, question, answer, created }) => ({
    id: rowIdOf(id) ?? nameUuid(JSON.stringify([clipping.id, question, answer, created])),
    clippingId: clipping.id,
    question,
    answer,
    answeredAt: timeOf(created) ?? clipping.createdAt,
  }));

/** The address of a target's page, as the file has it; the schema says whether it is one of the web. */
function addressOf(source: unknown): string | null {
  const url = isRecord(source) ? textOf(source.id) || textOf(source['@id']) : textOf(source);
  return url === '' ? null : url;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const wholeOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

const rowIdOf = (id: unknown): string | null => {
  const uuid = textOf(id).toLowerCase().startsWith(URN_UUID) ? textOf(id).slice(URN_UUID.length) : '';
  return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(uuid) ? uuid : null;
};

/** An instant as the schema writes it, or null where it is none: 31 September is none, whatever a browser says. */
function timeOf(value: unknown): string | null {
  const text = textOf(value);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === undefined || date.getUTCDate() !== Number(day) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}
