import { z } from 'zod/mini';
import type { PageReading } from '../annotation/page-reading.ts';
import { SIGNAL_IDS, TAG_IDS } from '../framework/tag-ids.ts';

const offset = z.number().check(z.int(), z.nonnegative());
const span = { start: offset, end: offset };

export const taggedPassage = z.object({
  index: offset,
  tags: z.array(
    z.object({
      tag: z.enum(TAG_IDS),
      confidence: z.number(),
      word: z.enum(['clear', 'likely', 'perhaps']),
      evidence: z.array(z.object(span)),
      taught: offset,
    }),
  ),
  signals: z.array(z.object({ ...span, sentence: offset, signals: z.array(z.enum(SIGNAL_IDS)) })),
});

/** A passage as views show it: a block or a story, with its tags. */
export const readPassage = z.extend(taggedPassage, {
  /** The block's text; for a story its headline. */
  text: z.string(),
  /** For a story: its teaser and where it leads. */
  teaser: z.nullable(z.string()),
  url: z.nullable(z.string()),
});

export const pageIdentity = z.object({
  url: z.string(),
  visitedUrl: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  site: z.string(),
  published: z.nullable(z.string()),
  language: z.nullable(z.string()),
});

/** Where each clipping of this article is in today's page. */
export const anchored = z.object({
  id: z.string(),
  state: z.enum(['pending', 'exact', 'near', 'not-found']),
});

/** The schema of a `PageReading`, for whoever gets one over a message or from `storage.session`. */
export const tabReading = z.object({
  /** Random id of the content script's life: a late word from an earlier page is told by it. */
  document: z.string(),
  phase: z.enum(['finding', 'reading', 'done', 'stopped', 'failed']),
  what: z.enum(['unknown', 'article', 'list', 'frame', 'language', 'nothing', 'protected']),
  page: z.nullable(pageIdentity),
  /** Minutes to read the article at 230 words a minute, at least 1; null when not an article. */
  minutes: z.nullable(z.number()),
  /** Blocks or headlines in all, and how many of them have been read. */
  total: offset,
  read: offset,
  /** Whether marks are shown on the page. */
  marks: z.boolean(),
  /** Passages with at least one shown tag, in reading order. */
  passages: z.array(readPassage),
  clippings: z.array(anchored),
  /** For `frame`: the address of the framed article. */
  frameUrl: z.nullable(z.string()),
  /** For `failed`: what happened, in words for a person, then in words for an engineer. */
  error: z.nullable(z.object({ message: z.string(), detail: z.string() })),
});

export type TabReading = z.infer<typeof tabReading>;

// The page's own word for it and the schema must not part.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const same: Same<TabReading, PageReading> = true;
void same;
