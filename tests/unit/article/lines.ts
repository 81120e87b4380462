import { chooseRuns } from '../../../src/article/choose.ts';
import { findStories } from '../../../src/article/list.ts';
import type { PageFacts, RunFacts } from '../../../src/article/page-facts.ts';

export const PROSE =
  'The teams met on Thursdays, and what they brought along was a question from a lesson that had not gone well.';

/** Where a run stands (`tag.name` from the body down), its text, whether Readability keeps it, what of it is linked. */
export type Line = [path: string, text: string, kept?: boolean, linked?: boolean | number];

/** A page from lines. */
function page(lines: Line[]): PageFacts {
  const facts: PageFacts = { boxes: [{ parent: -1, tag: 'body', names: '' }], runs: [] };
  const known = new Map<string, number>();
  for (const [path, text, kept = false, linked = false] of lines) {
    let box = 0;
    let at = '';
    for (const part of path.split(' ')) {
      at += ` ${part}`;
      const [tag = '', names = ''] = part.replace(/#.*/, '').split('.');
      const parent = box;
      box = known.get(at) ?? facts.boxes.push({ parent, tag, names }) - 1;
      known.set(at, box);
    }
    const chars = typeof linked === 'number' ? linked : linked ? text.length : 0;
    const run: RunFacts = { box, text, linked: chars, link: -1, kept: kept ? 1 : 0 };
    facts.runs.push(run);
  }
  return facts;
}

/** The texts that are chosen of a page of lines. */
export const chosen = (lines: Line[], title = '') =>
  chooseRuns(page(lines), title, findStories(page(lines))).map((index) => lines[index]?.[1]);
/** `n` paragraphs that Readability keeps. */
export const kept = (n: number): Line[] =>
  Array.from({ length: n }, (_, i) => [`main p#${i}`, `${PROSE} ${i}`, true]);
export const texts = (lines: Line[]) => lines.map(([, text]) => text);
