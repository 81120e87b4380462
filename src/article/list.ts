import type { BoxFacts, PageFacts, RunFacts } from './page-facts.ts';

/** A story of a list, by the indices of its runs. */
export interface StoryRuns {
  headline: number;
  teaser: number | null;
  /** Index of the box that holds this story and no other. */
  box: number;
}

const LEAST_STORIES = 4;
const HEADLINE_CHARS = { least: 18, most: 240, mean: 24 };
const TEASER_CHARS = 40;
const LINKED = 0.8;
const CLIMB = 8;
const OUTSIDE = /^(nav|footer|aside|header|form)$/;
const OUTSIDE_NAMES = /\b(nav|navigation|menu|menubar|breadcrumbs?|footer|pagination|pager|tags?|cookie)\b/;

/** A letter of a script that writes whole words in one or two of them says as much as three others. */
const weight = (text: string): number => {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  return text.length + 2 * dense;
};

/**
 * The stories of a page: headlines that repeat in boxes of the same shape, each a link, a heading, or both. Nothing
 * is decided here: a page with an article and a column of related stories has stories too.
 */
export function findStories({ boxes, runs }: PageFacts): StoryRuns[] {
  const groups = new Map<string, number[]>();
  const shapes = runs.map((run) => headlineShape(run, boxes));
  // A card that is one link has one headline: its heading, or its first line.
  const ofLink = new Map<number, number>();
  shapes.forEach((shape, index) => {
    const link = runs[index]?.link ?? -1;
    if (!shape || link < 0) return;
    const other = ofLink.get(link);
    if (other === undefined || (shape.heading && !shapes[other]?.heading)) ofLink.set(link, index);
  });
  shapes.forEach((shape, index) => {
    const link = runs[index]?.link ?? -1;
    if (!shape || (link >= 0 && ofLink.get(link) !== index)) return;
    const group = groups.get(shape.key);
    if (group) group.push(index);
    else groups.set(shape.key, [index]);
  });
  const headlines = [...groups.values()]
    .filter((group) => group.length >= LEAST_STORIES && meanWeight(group, runs) >= HEADLINE_CHARS.mean)
    .flat()
    .sort((a, b) => a - b);
  if (headlines.length < LEAST_STORIES) return [];

  const held = countHeadlines(headlines, boxes, runs);
  const taken = new Set(headlines);
  const stories: StoryRuns[] = [];
  const seen = new Set<string>();
  headlines.forEach((headline, at) => {
    const run = runs[headline];
    if (!run || seen.has(run.text)) return;
    seen.add(run.text);
    let box = run.box;
    for (let up = boxes[box]?.parent ?? -1; up >= 0 && held[up] === 1; up = boxes[up]?.parent ?? -1) box = up;
    const next = headlines[at + 1] ?? runs.length;
    if (!opens(headline, next, runs)) return;
    stories.push({ headline, teaser: findTeaser(headline, next, box, boxes, runs, taken), box });
  });
  return stories;
}

/** What makes headlines alike: their tags up to the third box above, and how they are marked. */
function headlineShape(
  { text, linked, box }: RunFacts,
  boxes: readonly BoxFacts[],
): { key: string; heading: boolean } | null {
  const size = weight(text);
  if (size < HEADLINE_CHARS.least || text.length > HEADLINE_CHARS.most) return null;
  const isLinked = linked >= LINKED * text.length;
  let heading = false;
  const shape: string[] = [];
  for (let at = box, climbed = 0; at >= 0; at = boxes[at]?.parent ?? -1, climbed++) {
    const { tag, names } = boxes[at] ?? { tag: '', names: '' };
    if (OUTSIDE.test(tag) && !(tag === 'header' && climbed < 3)) return null;
    if (climbed < CLIMB && OUTSIDE_NAMES.test(names) && tag !== 'body') return null;
    if (climbed < 3) {
      if (/^h[1-6]$/.test(tag)) heading = true;
      shape.push(tag);
    }
  }
  if (!isLinked && !heading) return null;
  const key = `${heading} ${isLinked} ${shape.join('<')} ${(boxes[box]?.names ?? '').split(' ')[0]}`;
  return { key, heading };
}

const meanWeight = (group: readonly number[], runs: readonly RunFacts[]): number =>
  group.reduce((sum, index) => sum + weight(runs[index]?.text ?? ''), 0) / group.length;

function countHeadlines(
  headlines: readonly number[],
  boxes: readonly BoxFacts[],
  runs: readonly RunFacts[],
): number[] {
  const held = boxes.map(() => 0);
  for (const headline of headlines)
    for (let at = runs[headline]?.box ?? -1; at >= 0; at = boxes[at]?.parent ?? -1)
      held[at] = (held[at] ?? 0) + 1;
  return held;
}

/** The first longer run after the headline, before the next one, in the same box or beside it. */
function findTeaser(
  headline: number,
  next: number,
  box: number,
  boxes: readonly BoxFacts[],
  runs: readonly RunFacts[],
  taken: ReadonlySet<number>,
): number | null {
  const parent = boxes[box]?.parent ?? -1;
  for (let index = headline + 1; index < next; index++) {
    const run = runs[index];
    if (!run || taken.has(index) || weight(run.text) < TEASER_CHARS) continue;
    if (isInside(run.box, box, boxes) || boxes[run.box]?.parent === parent) return index;
  }
  return null;
}

/** Whether a headline leads somewhere: it is a link, or one soon follows it with hardly any text in between. */
function opens(headline: number, next: number, runs: readonly RunFacts[]): boolean {
  const isLink = (index: number) => {
    const run = runs[index];
    return run !== undefined && run.linked >= LINKED * run.text.length;
  };
  if (isLink(headline)) return true;
  for (let index = headline + 1; index < Math.min(next, headline + 4); index++)
    if (isLink(index)) return true;
  return false;
}

function isInside(box: number, outer: number, boxes: readonly BoxFacts[]): boolean {
  for (let at = box; at >= 0; at = boxes[at]?.parent ?? -1) if (at === outer) return true;
  return false;
}

export interface ListEvidence {
  facts: PageFacts;
  stories: readonly StoryRuns[];
  /** Indices of the runs that the article would be. */
  chosen: ReadonlySet<number>;
  declares: { article: boolean; list: boolean };
  /** Whether the URL is a site's front page. */
  front: boolean;
}

const PROSE_CHARS = 80;
/** How much prose outside its stories a list may have: as a share of them, and in characters. */
const PROSE_ALLOWED = {
  article: { share: 0.1, most: 300 },
  unknown: { share: 0.5, most: 800 },
  list: { share: 1, most: 3000 },
};

/**
 * Whether a page is a list rather than an article: more of it is headlines and teasers than prose that belongs
 * to none of them. What the page declares, and a front page's URL, only shift the balance.
 */
export function isList({ facts, stories, chosen, declares, front }: ListEvidence): boolean {
  if (stories.length < LEAST_STORIES) return false;
  const { runs } = facts;
  const inStory = new Set<number>();
  let listed = 0;
  for (const { headline, teaser } of stories) {
    listed += weight(runs[headline]?.text ?? '') + (teaser === null ? 0 : weight(runs[teaser]?.text ?? ''));
    inStory.add(headline);
    if (teaser !== null) inStory.add(teaser);
  }
  let prose = 0;
  for (const index of chosen) {
    const run = runs[index];
    if (!run || inStory.has(index) || weight(run.text) < PROSE_CHARS || run.linked > run.text.length / 2)
      continue;
    prose += weight(run.text);
  }
  const { share, most } =
    PROSE_ALLOWED[declares.article ? 'article' : front || declares.list ? 'list' : 'unknown'];
  return prose < Math.min(share * listed, most);
}
