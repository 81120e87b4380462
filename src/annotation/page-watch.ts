import { isElement } from '../article/flat-tree.ts';
import { dominantFrame } from '../article/frame.ts';
import { HOST_NAME } from './host-name.ts';

/** What a change means for us: words of ours were touched, there may be new ones, or nothing. */
export type Meaning = 'touched' | 'fresh' | 'none';
/** What came of looking again: words not met before, the same in another place, or nothing. */
export type Came = 'new' | 'same' | 'nothing';

export interface PageWatch {
  /** Watches these trees and no others. */
  watch(trees: Iterable<Node>): void;
  /** Something changed that is in no tree, such as the address: looks again after a pause. */
  nudge(): void;
  stop(): void;
}

interface Listener {
  /** Called at once, before the page is drawn: what is ours on words that have gone must go with them. */
  changed(records: readonly MutationRecord[]): Meaning;
  /** Called when the page has come to rest, and sooner or later where it never does. Never rejects. */
  rested(): Promise<Came>;
}

/** The page is at rest when nothing that matters has changed for so long. In ms, as all below. */
const QUIET = 250;
/** A page that does not come to rest is looked at after so long all the same. */
const LONGEST_WAIT = 1_500;
/** Least time between two looks; doubled by every look in vain, up to the most. */
const LEAST_REST = 500;
const MOST_REST = { touched: 8_000, fresh: 60_000 };
/** Looking takes at most a tenth of the time. */
const SHARE = 10;

type Reason = keyof typeof MOST_REST;

/** Watches a page's trees, and its frames loading. One that changes all the time is looked at more and more seldom. */
export function watchPage(doc: Document, { changed, rested }: Listener): PageWatch {
  const rests: Record<Reason, number> = { touched: LEAST_REST, fresh: LEAST_REST };
  /** No look for this reason before then. */
  const earliest: Record<Reason, number> = { touched: 0, fresh: 0 };
  let wanted: { reason: Reason; since: number; nudged: boolean } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  const ends = new AbortController();
  const { signal } = ends;

  const plan = (reason: Reason, nudged = false) => {
    const now = performance.now();
    // Words of ours that have gone are worth more haste than others that came.
    wanted = {
      reason: wanted?.reason === 'touched' ? 'touched' : reason,
      since: wanted?.since ?? now,
      nudged: wanted?.nudged || nudged,
    };
    if (looking || signal.aborted) return;
    clearTimeout(timer);
    const due = Math.max(Math.min(now + QUIET, wanted.since + LONGEST_WAIT), earliest[wanted.reason]);
    timer = setTimeout(() => void look(), Math.max(0, due - now));
  };
  const look = async () => {
    if (!wanted) return;
    const { reason, nudged } = wanted;
    const began = performance.now();
    // Long quiet: what was learned of the page's restlessness is old.
    if (began - earliest[reason] > rests[reason]) rests[reason] = LEAST_REST;
    wanted = null;
    looking = true;
    const came = await rested();
    looking = false;
    const now = performance.now();
    // After a nudge the old words may stand for a while: that is no sign of a restless page.
    rests[reason] = nudged || came === 'new' ? LEAST_REST : Math.min(rests[reason] * 2, MOST_REST[reason]);
    earliest[reason] = now + Math.max(rests[reason], SHARE * (now - began));
    // What changed meanwhile has waited.
    if (wanted) plan('fresh');
  };
  const observer = new MutationObserver((records) => {
    const meaning = changed(records.filter((record) => !isOurs(record)));
    if (meaning !== 'none') plan(meaning);
  });
  const loaded = ({ target }: Event) => {
    if (isElement(target) && target.localName === 'iframe' && dominantFrame(doc)?.document) plan('fresh');
  };
  // The load of a frame does not bubble.
  doc.addEventListener('load', loaded, { signal, capture: true, passive: true });

  return {
    watch(trees) {
      observer.disconnect();
      for (const tree of trees) observer.observe(tree, WHAT);
    },
    nudge: () => plan('touched', true),
    stop() {
      ends.abort();
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}

const WHAT: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'hidden', 'open', 'style'],
};

/** Whether a record tells of our host, coming or going. */
const isOurs = ({ addedNodes, removedNodes }: MutationRecord): boolean => {
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every(({ nodeName }) => nodeName.toLowerCase() === HOST_NAME);
};
