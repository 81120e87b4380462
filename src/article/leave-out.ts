import { ALL_LINKED, type Choice, isProse, isSaidLink, isSentence, LISTS, linkShare } from './choice.ts';
import type { StoryRuns } from './list.ts';

/** Characters: of a stray line, of a label over links, of a paragraph that names a link, of a picture's credit. */
const [STRAY, LABEL, POINTER, CREDIT] = [60, 40, 240, 250];
/** A pointer is linked for more than this share of it, and says less than so many characters around the link. */
const [POINTER_SHARE, POINTER_WORDS] = [0.4, 40];
/** Words before a picture's owner, at the end of a text, in the languages they are most often met in. */
const NAMES_OWNER =
  /(\u00a9|(^|[^\p{L}])(fotos?|photos?|photograph|pictures?|images?|imagen|bild(er|quelle|rechte)?|credits?|quelle)( \p{L}+){0,2} ?[:/])[^!?]{0,60}[^.!?]$/iu;
/** Stories are teasers where so many short ones stand side by side and are less than this share of the prose. */
const [LEAST_TEASERS, TEASER, MOST_TEASED] = [3, 500, 0.4];
/** Boxes whose texts are short by nature. */
const STRUCTURE = /^(ul|ol|dl|table|h[1-6]|blockquote|pre)$/;
const STRUCTURE_BELOW = /^(ul|ol|dl|table|blockquote|pre)$/;

/** What of the page the choice is held against. */
interface Known {
  title: string;
  stories: readonly StoryRuns[];
}

/**
 * Takes out of the choice what says of itself that it is not the text: the title said again above it, stray lines at
 * its ends, labels over links, paragraphs that only point elsewhere, pictures' credits, and teasers of other stories.
 */
export function leaveOut(choice: Choice, { title, stories }: Known): void {
  const { runs, tree, chosen } = choice;
  const isIn = (index: number, tags: RegExp) => tree.closest(runs[index]?.box ?? -1, tags, 6) >= 0;
  const heading = letters(title);
  const first = runs.findIndex((run, index) => chosen[index] && isProse(run));
  const teasers = teaserBoxes(choice, stories);

  runs.forEach((run, index) => {
    if (!chosen[index]) return;
    const { text, box } = run;
    const next = runs[index + 1];
    const isLabel =
      text.length <= LABEL && next !== undefined && !chosen[index + 1] && linkShare(next) > ALL_LINKED;
    const points =
      run.linked > POINTER_SHARE * text.length &&
      text.length < POINTER &&
      text.length - run.linked < POINTER_WORDS;
    if (
      (index < first && heading !== '' && letters(text) === heading) ||
      tree.someAbove(box, 0, (at) => teasers.has(at)) ||
      (isLabel && !isIn(index, LISTS)) ||
      (((points && !isSaidLink(text)) || (text.length < CREDIT && NAMES_OWNER.test(text))) &&
        !isIn(index, STRUCTURE))
    )
      chosen[index] = false;
  });
  // Where all is short, it is short by nature: a poem, a list of names.
  if (first >= 0) trimEnds(choice, isIn);
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Drops short lines that are no sentence before the first and after the last that is: dates, names, contacts. */
function trimEnds({ runs, chosen }: Choice, isIn: (index: number, tags: RegExp) => boolean): void {
  const taken = runs.flatMap((_, index) => (chosen[index] ? [index] : []));
  const trim = (indices: readonly number[], firm: RegExp) => {
    for (const index of indices) {
      const text = runs[index]?.text ?? '';
      if (text.length >= STRAY || isSentence(text) || isIn(index, firm)) return;
      chosen[index] = false;
    }
  };
  trim(taken, STRUCTURE);
  trim(taken.reverse(), STRUCTURE_BELOW);
}

/** The boxes of stories that stand side by side, each short, as teasers of other articles do. */
function teaserBoxes({ tree, parentOf }: Choice, stories: readonly StoryRuns[]): ReadonlySet<number> {
  const lengths = tree.sums((run) => run.text.length);
  const prose = tree.sums((run) => (isProse(run) ? run.text.length : 0));
  const groups = new Map<number, number[]>();
  for (const { box } of stories) groups.set(parentOf(box), [...(groups.get(parentOf(box)) ?? []), box]);
  const found = [...groups.values()]
    .filter((group) => group.length >= LEAST_TEASERS && group.every((box) => (lengths[box] ?? 0) < TEASER))
    .flat();
  const teased = found.reduce((sum, box) => sum + (prose[box] ?? 0), 0);
  return new Set(teased < MOST_TEASED * Math.max(1, prose[0] ?? 0) ? found : []);
}
