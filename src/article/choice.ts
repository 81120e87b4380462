import type { BoxTree } from './box-tree.ts';
import type { RunFacts } from './page-facts.ts';

/** What the steps of choosing share: the page, the box that holds the article, and what can never be part of it. */
export interface Choice {
  runs: readonly RunFacts[];
  parentOf: (box: number) => number;
  tree: BoxTree;
  main: number;
  /** Whether a run is apart, a caption, or nothing but a link. */
  isOut: (run: RunFacts) => boolean;
  /** Share of the text in a box that is linked, 0 to 1. */
  linksIn: (box: number) => number;
  /** Parallel to `runs`; the steps change it. */
  chosen: boolean[];
}

/** Shares of a text that is linked: more than prose has; nothing else to speak of. */
export const MOST_LINKED = 0.4;
export const ALL_LINKED = 0.9;
const PROSE_CHARS = 80;

/** Tags of boxes whose short texts are meant to be short. */
export const LISTS = /^(ul|ol|dl|table)$/;

/** Share of a run that is linked, 0 to 1. */
export const linkShare = ({ text, linked }: RunFacts): number => linked / Math.max(1, text.length);

/** Whether a run is long and free enough of links to be a paragraph of an article. */
export const isProse = (run: RunFacts): boolean =>
  run.text.length >= PROSE_CHARS && linkShare(run) < MOST_LINKED;

/** Whether a text ends as a sentence does, or as what leads to the next one. */
export const isSentence = (text: string): boolean =>
  /[.!?\u2026:;\u3002\uff01\uff1f]["\u201d\u2019\u00bb)\]]*$/.test(text);

/** Whether a linked text is part of what is said: a sentence, or an address that is meant to be read. */
export const isSaidLink = (text: string): boolean => isSentence(text) || /https?:\/\/|www\./.test(text);
