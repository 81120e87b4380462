import { saysApart, saysCaption } from './apart.ts';
import { type BoxTree, boxTree } from './box-tree.ts';
import {
  ALL_LINKED,
  type Choice,
  isProse,
  isSaidLink,
  isSentence,
  LISTS,
  linkShare,
  MOST_LINKED,
} from './choice.ts';
import { leaveOut } from './leave-out.ts';
import type { StoryRuns } from './list.ts';
import type { PageFacts, RunFacts } from './page-facts.ts';

/** Share of what Readability keeps that the main box holds at the least: the rest is a lead, or astray. */
const MAIN_SHARE = 0.75;
/** A box around the main one is part of it where this much of what it adds is prose. */
const MOSTLY_PROSE = 0.95;
/** A box with more of the page's prose than this is not apart from it, whatever its name. */
const TOO_BIG_TO_BE_APART = 0.2;
/** Readability is on the wrong track where it keeps less of the page's prose than this. */
const TRUSTED = 0.4;
const MOSTLY_LINKED = 0.8;
/** Characters: of what comes back by itself, of a lead, of a heading, of a label. */
const [BACK, LEAD, HEADING, LABEL] = [40, 20, 60, 40];

const isKept = (run: RunFacts): boolean => run.kept >= 0.5;

/**
 * Which runs are the article: what Readability keeps, mended. Paragraphs, lists and tables that it dropped among
 * those it kept come back, so does the lead under the headline; boxes apart, captions, paragraphs that are nothing
 * but a link, teasers, and headings over nothing go. The headline itself is the article's title, not a block.
 *
 * @param title the page's title, for where it is said again; empty for none
 * @param stories what `findStories` made of the page
 * @returns the indices of the runs, ascending
 */
export function chooseRuns(facts: PageFacts, title: string, stories: readonly StoryRuns[]): number[] {
  const { runs, boxes } = facts;
  const tree = boxTree(facts);
  const lengths = tree.sums((run) => run.text.length);
  const linked = tree.sums((run) => run.linked);
  const linksIn = (box: number) => (linked[box] ?? 0) / Math.max(1, lengths[box] ?? 0);

  const isApart = apartTest(facts, tree);
  const main = mainBox(facts, tree, isApart);
  const isOut = (run: RunFacts) =>
    isApart(run, tree.isIn(run.box, main) ? main : 0) || isCaption(run, facts, tree) || isBareLink(run, tree);
  const isLinkList = (run: RunFacts) => {
    const list = tree.closest(run.box, /^(ul|ol)$/, 5);
    return list > main && linksIn(list) > MOSTLY_LINKED;
  };

  const chosen = runs.map((run) => {
    if (isOut(run)) return false;
    if (isKept(run)) return !isLinkList(run);
    return tree.isIn(run.box, main) && run.text.length >= BACK && linkShare(run) < MOST_LINKED;
  });
  const choice = {
    runs,
    parentOf: (box: number) => boxes[box]?.parent ?? -1,
    tree,
    main,
    isOut,
    linksIn,
    chosen,
  };
  takeLead(choice);
  takeBetween(choice);
  leaveOut(choice, { title, stories });
  mendHeadings(choice);
  return chosen.flatMap((yes, index) => (yes ? [index] : []));
}

/** Whether a box between the run and `root` says that it is apart, and is small enough to be. */
function apartTest(facts: PageFacts, tree: BoxTree): (run: RunFacts, root: number) => boolean {
  const prose = tree.sums((run) => (isProse(run) ? run.text.length : 0));
  const most = TOO_BIG_TO_BE_APART * (prose[0] ?? 0);
  const apart = facts.boxes.map((box, index) => (prose[index] ?? 0) <= most && saysApart(box));
  return (run, root) => tree.someAbove(run.box, root, (box) => apart[box] === true);
}

const isCaption = (run: RunFacts, { boxes }: PageFacts, tree: BoxTree): boolean =>
  tree.someAbove(run.box, 0, (box) => saysCaption(boxes[box] ?? { tag: '', names: '' }), 4);

const isBareLink = (run: RunFacts, tree: BoxTree): boolean =>
  linkShare(run) > ALL_LINKED &&
  !isSaidLink(run.text) &&
  tree.closest(run.box, /^(ul|ol|dl|table|h[1-6])$/, 5) < 0;

/**
 * The box that holds the article: the deepest one with most of what Readability keeps (of the page's prose, where
 * it is on the wrong track), and those around it as long as they add hardly anything but prose.
 */
function mainBox(
  { boxes }: PageFacts,
  tree: BoxTree,
  isApart: (run: RunFacts, root: number) => boolean,
): number {
  const proseOf = (run: RunFacts) => (isProse(run) && !isApart(run, 0) ? run.text.length : 0);
  const all = tree.sums(proseOf);
  const kept = tree.sums((run) => (isKept(run) ? proseOf(run) : 0));
  const trusted = (kept[0] ?? 0) >= TRUSTED * (all[0] ?? 0);
  const weights = trusted ? tree.sums((run) => (isKept(run) ? run.text.length : 0)) : all;
  const lengths = tree.sums((run) => (isApart(run, 0) ? 0 : run.text.length));
  let main = tree.deepest(weights, MAIN_SHARE);
  for (let up = boxes[main]?.parent ?? -1; up > 0; up = boxes[up]?.parent ?? -1) {
    const added = (lengths[up] ?? 0) - (lengths[main] ?? 0);
    const addedProse = (all[up] ?? 0) - (all[main] ?? 0);
    if (added > 0 && addedProse < MOSTLY_PROSE * added) break;
    main = up;
  }
  return main;
}

/** Takes the text, lists and tables that stand between the headline and the first paragraph; leaves out the headline. */
function takeLead({ runs, tree, isOut, linksIn, chosen }: Choice): void {
  const first = chosen.indexOf(true);
  if (first < 0) return;
  let title = -1;
  for (let index = 0; index < Math.min(first + 3, runs.length); index++) {
    if (tree.closest(runs[index]?.box ?? -1, /^h1$/, 4) < 0) continue;
    title = index;
    chosen[index] = false;
  }
  if (title < 0) return;
  for (let index = title + 1; index < first; index++) {
    const run = runs[index];
    if (!run || isOut(run)) continue;
    const list = tree.closest(run.box, LISTS, 5);
    const isText =
      list > 0 ? linksIn(list) < MOST_LINKED : run.text.length >= LEAD && linkShare(run) < MOST_LINKED;
    if (isText) chosen[index] = true;
  }
}

/** Takes lists and tables of the main box that are not made of links, and sentences among what is chosen. */
function takeBetween({ runs, tree, main, isOut, linksIn, chosen }: Choice): void {
  const first = chosen.indexOf(true);
  const last = chosen.lastIndexOf(true);
  if (first < 0) return;
  for (let index = first; index < runs.length; index++) {
    const run = runs[index];
    if (!run || chosen[index] || !tree.isIn(run.box, main) || isOut(run)) continue;
    const list = tree.closest(run.box, LISTS, 5);
    const sentence = index < last && linkShare(run) < MOST_LINKED && isSentence(run.text);
    chosen[index] = sentence || (list > main && linksIn(list) < MOST_LINKED);
  }
}

/** Takes headings over what is chosen; drops headings and labels over nothing. */
function mendHeadings({ runs, parentOf, tree, isOut, chosen }: Choice): void {
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index];
    if (!run) continue;
    const heading = tree.closest(run.box, /^h[2-6]$/, 3);
    const below = [1, 2, 3, 4, 5, 6].map((step) => index + step).find((next) => chosen[next]);
    if (chosen[index]) {
      const label =
        heading >= 0 ? run.text.length <= HEADING : run.text.length <= LABEL && run.text.endsWith(':');
      if (label && below === undefined) chosen[index] = false;
      continue;
    }
    if (heading < 0 || below === undefined || below > index + 2) continue;
    const beside = tree.isIn(runs[below]?.box ?? -1, parentOf(heading));
    if (beside && linkShare(run) <= MOST_LINKED && !isOut(run) && tree.closest(run.box, /^h1$/, 4) < 0)
      chosen[index] = true;
  }
}
