/** What a block is on the page. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'table-cell' | 'caption';

/** A paragraph-like piece of an article. `text` has its white space collapsed, as the reader sees it. */
export interface Block {
  /** 0-based place in reading order. Shown to people as `index + 1`. */
  index: number;
  kind: BlockKind;
  text: string;
}

/** What is known of the page an article or a list stands on. Plain data: crosses messages as JSON. */
export interface PageIdentity {
  /** The canonical http(s) URL: no fragment, no tracking parameters; the page's own where it can be trusted. */
  url: string;
  /** The URL the reader was on. */
  visitedUrl: string;
  title: string;
  byline: string | null;
  /** The site's name, else its host without `www.`. */
  site: string;
  /** ISO 8601 date or date-time as the page states it, or null. */
  published: string | null;
  /** BCP 47 tag of the text's language as detected or declared, or null when neither tells. */
  language: string | null;
}

/** One page's article. */
export interface Article extends PageIdentity {
  blocks: Block[];
}

/** One item of a list: a headline, and a teaser where there is one. */
export interface Story {
  index: number;
  headline: string;
  teaser: string | null;
  /** Absolute http(s) URL the headline opens, or null. */
  url: string | null;
}

/** A page of stories rather than an article. */
export interface StoryList extends PageIdentity {
  stories: Story[];
}

/**
 * Where a piece of text is in the live page: the Text nodes it is made of, in order, and the element that
 * holds them. Some blocks are a part of an element (a text run between two `<br>`), hence the nodes.
 */
export interface Place {
  element: Element;
  nodes: Text[];
}

/** What was found on a page. Places are parallel to the blocks or stories. */
export type Found =
  | { kind: 'article'; article: Article; places: Place[] }
  | { kind: 'list'; list: StoryList; places: StoryPlace[] }
  | { kind: 'frame'; page: PageIdentity; frameUrl: string; frameHost: string }
  | { kind: 'language'; page: PageIdentity; language: string }
  | { kind: 'nothing'; page: PageIdentity };

/** Where a story is: its headline and, where there is one, its teaser. */
export interface StoryPlace {
  headline: Place;
  teaser: Place | null;
}
