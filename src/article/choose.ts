import type { BoxFacts, PageFacts, RunFacts } from './page-facts.ts';

/** Names of boxes that stand in an article without being part of it. Common words of the trade, no site's own. */
const APART =
  /(^|[^a-z])(related|recommend\w*|read-?(more|next|also)|more-?(on|from|stories|news)|share\w*|sharing|social\w*|comments?|comment-?(list|form|section|area|respond)s?|respond|disqus|newsletter\w*|subscri(be|ption)\w*|sign-?up|breadcrumbs?|pagination|pager|nav|navbar|navigation|menu|sidebar|footer|cookies?|consent|gdpr|advert\w*|ads?|adsense|sponsor(ed)?|promo\w*|outbrain|taboola|author-?(bio|box|card|info|about)|about-?author|tags|tag-?(list|links|cloud)|toolbar|most-?(read|popular)|trending|popular|login|paywall|cta|rating|votes?|by-?line|dateline|post-?meta|postmetadata|entry-?(meta|utility|footer)|article-?meta|meta-?(data|info)?|donat\w*|skip-?link|credits?|copyright|print(er)?-?(link|only)s?)(?![a-z])/;
const APART_TAGS = /^(nav|footer|aside|form|button|menu|dialog)$/;
const SENTENCE = /[.!?\u2026:;\u3002\uff01\uff1f]["\u201d\u2019\u00bb)\]]*$/;

const MAIN_SHARE = 0.85;
const PROSE_CHARS = 80;
const LEAD_CHARS = 40;
const MOST_LINKED = 0.3;
/** A box that holds so much of the article is not apart from it, whatever its name. */
const TOO_BIG_TO_BE_APART = 0.2;
const TRUSTED = 0.3;

const linkShare = ({ text, linked }: RunFacts): number => linked / Math.max(1, text.length);

/** The boxes from `box` up to the body. */
function* upFrom(box: number, boxes: readonly BoxFacts[]): Generator<number> {
  for (let at = box; at >= 0; at = boxes[at]?.parent ?? -1) yield at;
}

/** For each box the sum of `weightOf` over the runs in it. */
function sumByBox({ boxes, runs }: PageFacts, weightOf: (run: RunFacts) => number): number[] {
  const sums = boxes.map(() => 0);
  for (const run of runs) {
    const weight = weightOf(run);
    if (weight > 0) for (const at of upFrom(run.box, boxes)) sums[at] = (sums[at] ?? 0) + weight;
  }
  return sums;
}

/** The deepest box that holds at least `share` of the sum. */
function deepest(sums: readonly number[], boxes: readonly BoxFacts[], share: number): number {
  let best = 0;
  boxes.forEach(({ parent }, box) => {
    if (parent === best && (sums[box] ?? 0) >= share * (sums[0] ?? 0)) best = box;
  });
  return best;
}

/** Which boxes say by their tag or name that they are apart, and are small enough to be. */
function boxesApart({ boxes }: PageFacts, prose: readonly number[]): boolean[] {
  const most = TOO_BIG_TO_BE_APART * (prose[0] ?? 0);
  return boxes.map(
    ({ tag, names }, box) => (APART_TAGS.test(tag) || APART.test(names)) && (prose[box] ?? 0) <= most,
  );
}

/**
 * Which runs are the article: what Readability keeps, mended. Paragraphs, lists and tables it dropped among those
 * it kept come back, so does the lead under the headline; boxes apart and paragraphs that are nothing but a link go.
 *
 * @returns the indices of the runs, ascending
 */
export function chooseRuns(facts: PageFacts): number[] {
  const { boxes, runs } = facts;
  const isKept = (run: RunFacts) => run.kept >= 0.5;
  const looksProse = (run: RunFacts) => run.text.length >= PROSE_CHARS && linkShare(run) < MOST_LINKED;
  const apart = boxesApart(
    facts,
    sumByBox(facts, (run) => (looksProse(run) ? run.text.length : 0)),
  );
  const isApart = (run: RunFacts, root: number) => {
    for (const at of upFrom(run.box, boxes)) {
      if (at === root) return false;
      if (apart[at]) return true;
    }
    return false;
  };
  const prose = (run: RunFacts) => (looksProse(run) && !isApart(run, 0) ? run.text.length : 0);
  const keptProse = sumByBox(facts, (run) => (isKept(run) ? prose(run) : 0));
  const allProse = sumByBox(facts, prose);
  const trusted = (keptProse[0] ?? 0) >= TRUSTED * (allProse[0] ?? 0);
  const weights = trusted ? sumByBox(facts, (run) => (isKept(run) ? run.text.length : 0)) : allProse;
  const main = deepest(weights, boxes, MAIN_SHARE);
  const within = (run: RunFacts, root: number) => {
    for (const at of upFrom(run.box, boxes)) if (at === root) return true;
    return false;
  };

  const chosen = runs.map((run) => {
    if (isKept(run)) return !within(run, main) || !isApart(run, main);
    return within(run, main) && run.text.length >= 60 && linkShare(run) < MOST_LINKED && !isApart(run, main);
  });
  const result = () => chosen.flatMap((yes, index) => (yes ? [index] : []));
  const [first, last] = [chosen.indexOf(true), chosen.lastIndexOf(true)];
  if (first < 0) return [];
  const inTag = (run: RunFacts, tags: RegExp, climb: number) => {
    let climbed = 0;
    for (const at of upFrom(run.box, boxes)) {
      if (tags.test(boxes[at]?.tag ?? '')) return at;
      if (++climbed >= climb) return -1;
    }
    return -1;
  };

  // The lead: between the headline and the first paragraph.
  let title = -1;
  for (let i = 0; i < first + 3 && i < runs.length; i++)
    if (inTag(runs[i] as RunFacts, /^h1$/, 4) >= 0) title = i;
  if (title >= 0)
    for (let i = title + 1; i < first; i++) {
      const run = runs[i] as RunFacts;
      if (run.text.length >= LEAD_CHARS && linkShare(run) < MOST_LINKED && !isApart(run, 0)) chosen[i] = true;
    }

  // Lists and tables.
  const links = sumByBox(facts, (run) => run.linked);
  const texts = sumByBox(facts, (run) => run.text.length);
  for (let i = first; i <= runs.length; i++) {
    const run = runs[i];
    if (!run || chosen[i] || !within(run, main) || isApart(run, main)) continue;
    const list = inTag(run, /^(ul|ol|dl|table)$/, 5);
    if (list >= 0 && list > main && (links[list] ?? 0) < MOST_LINKED * (texts[list] ?? 0)) chosen[i] = true;
    else if (i < last && linkShare(run) < MOST_LINKED && SENTENCE.test(run.text)) chosen[i] = true;
  }
  // Headings over what is chosen.
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i] as RunFacts;
    if (chosen[i] || inTag(run, /^h[2-6]$/, 3) < 0 || !within(run, main) || isApart(run, main)) continue;
    if (chosen[i + 1] || chosen[i + 2]) chosen[i] = true;
  }
  return result();
}
