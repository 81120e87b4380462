import { z } from 'zod/mini';
import { TAG_IDS } from '../framework/tag-ids.ts';

/** Version of the database and of a backup's rows. Every earlier one upgrades (see migrations). */
export const SCHEMA_VERSION = 1;

// Written out: zod's own formats would be a hundredth of the popup.
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

const isoTime = z
  .string()
  .check(z.refine((value) => ISO_TIME.test(value) && !Number.isNaN(Date.parse(value)), 'not a time in UTC'));

/** The id of a row. */
export const rowId = z.string().check(z.refine((value) => UUID.test(value), 'not a UUID'));
const offset = z.number().check(z.int(), z.nonnegative());

/** What is said of an address that is none of these. */
export const NOT_HTTP = 'not an http(s) URL';

/** An http(s) URL: nothing else is stored or opened. */
export const httpUrl = z
  .string()
  .check(z.refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), NOT_HTTP));

export const tagId = z.enum(TAG_IDS);

/** A tag on a clipping, and whose it is. A reader's tag has no confidence: it is right. */
export const clippingTag = z.discriminatedUnion('source', [
  z.object({
    tag: tagId,
    source: z.literal('model'),
    confidence: z.number().check(z.gte(0), z.lte(1)),
    word: z.enum(['clear', 'likely', 'perhaps']),
  }),
  z.object({ tag: tagId, source: z.literal('reader') }),
]);

export const selectors = z.object({
  quote: z.object({ exact: z.string().check(z.minLength(1)), prefix: z.string(), suffix: z.string() }),
  position: z.object({ start: offset, end: offset }),
});

/** The article a clipping is of: one row for each canonical URL. */
export const articleRow = z.object({
  url: httpUrl,
  visitedUrl: httpUrl,
  title: z.string(),
  byline: z.nullable(z.string()),
  site: z.string(),
  published: z.nullable(z.string()),
  language: z.nullable(z.string()),
  /** When the reader first clipped from it, and when a row of it last changed. */
  addedAt: isoTime,
  updatedAt: isoTime,
});

/** A kept quote. */
export const clippingRow = z.object({
  id: rowId,
  /** Canonical URL of its article. */
  articleUrl: httpUrl,
  quote: z.string().check(z.minLength(1)),
  selectors,
  /** 0-based block it was clipped from, or null for a selection across blocks. */
  block: z.nullable(offset),
  tags: z.array(clippingTag),
  /** Tags of the model that the reader took away: a correction stands. */
  removedTags: z.array(tagId),
  note: z.string(),
  createdAt: isoTime,
  updatedAt: isoTime,
  anchor: z.object({ state: z.enum(['pending', 'exact', 'near', 'not-found']), at: z.nullable(isoTime) }),
  /** When it is due for its next question; null when the reader is done with it. */
  dueAt: z.nullable(isoTime),
});

/** A dated answer to a question put to a clipping. */
export const reflectionRow = z.object({
  id: rowId,
  clippingId: rowId,
  question: z.string(),
  answer: z.string(),
  answeredAt: isoTime,
});

/** A row that could not be read or taken: kept whole, shown, exportable; never deleted by us. */
export const setAsideRow = z.object({
  id: rowId,
  from: z.enum(['articles', 'clippings', 'reflections', 'import']),
  row: z.unknown(),
  reason: z.string(),
  at: isoTime,
});

export type ClippingTag = z.infer<typeof clippingTag>;
export type ArticleRow = z.infer<typeof articleRow>;
export type ClippingRow = z.infer<typeof clippingRow>;
export type ReflectionRow = z.infer<typeof reflectionRow>;
export type SetAsideRow = z.infer<typeof setAsideRow>;

/** Everything in a reading log. What backups hold and exports are made from. */
export interface ReadingLog {
  articles: ArticleRow[];
  clippings: ClippingRow[];
  reflections: ReflectionRow[];
}
