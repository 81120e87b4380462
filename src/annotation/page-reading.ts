import type { PageIdentity } from '../article/article.ts';
import type { TaggedPassage } from '../classifier/classifier.ts';
import type { AnchorState } from '../selectors/selectors.ts';

/** A passage as views show it: a block or a story, with its tags. */
export interface ReadPassage extends TaggedPassage {
  /** The block's text; for a story its headline. */
  text: string;
  /** For a story: its teaser and where it leads. */
  teaser: string | null;
  url: string | null;
}

/** Where one of the article's clippings is in today's page. */
export interface Anchored {
  id: string;
  state: AnchorState | 'pending';
}

/**
 * What is known of one page: the content script says it, the background keeps the last one for the tab in
 * `storage.session`, popup and side panel show it. `phase` says how far the reading is, `what` what was found.
 */
export interface PageReading {
  /** Random id of the content script's life: a late word from an earlier page is told by it. */
  document: string;
  phase: 'finding' | 'reading' | 'done' | 'stopped' | 'failed';
  what: 'unknown' | 'article' | 'list' | 'frame' | 'language' | 'nothing' | 'protected';
  page: PageIdentity | null;
  /** Minutes to read the article at 230 words a minute, at least 1; null when not an article. */
  minutes: number | null;
  /** Blocks or headlines in all, and how many of them have been read. */
  total: number;
  read: number;
  /** Whether marks are shown on the page. */
  marks: boolean;
  /** Passages with at least one shown tag, in reading order. */
  passages: ReadPassage[];
  clippings: Anchored[];
  /** For `frame`: the address of the framed article. */
  frameUrl: string | null;
  /** For `failed`: what happened, in words for a person, then in words for an engineer. */
  error: { message: string; detail: string } | null;
}
