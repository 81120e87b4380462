import { TAG_IDS, type TagId } from '../../framework/tag-ids.ts';
import { isMarked } from '../classifier.ts';
import { judge, type PassageScores, type Shown } from '../judge.ts';
import type { ModelHead } from '../model-file.ts';
import {
  LEARNING,
  type LearningRule,
  learn,
  type StudiedLesson,
  type TaughtTag,
  taughtScore,
} from '../teaching/learn.ts';
import type { HeldOut } from './held-out.ts';
import { type Counts, count, macroF1, noCounts, scoresOf } from './metrics.ts';
import { seededRandom, shuffle } from './random.ts';
import type { ReaderLaw } from './reader-laws.ts';

/** A paragraph as a model that never saw its beat has it. */
export interface MetParagraph {
  labels: readonly TagId[];
  text: string;
  beat: string;
  scores: PassageScores;
  vector: Float32Array;
  title: Float32Array;
  neighbours: Float32Array[];
}

/** The paragraphs of one article, in order. */
export type Page = MetParagraph[];

/** How well a reader's law is met on beats that taught nothing. */
export interface Met {
  /** F1 of the law's tag among the shown, and among the marked. */
  shown: number;
  marked: number;
  /** Macro F1 of every other tag, by our own labels. */
  others: number;
}

/** Held-out paragraphs as pages. @param titles the vector of each title */
export function pagesOf(heldOut: readonly HeldOut[], titles: ReadonlyMap<string, Float32Array>): Page[] {
  const articles = Map.groupBy(heldOut, ({ passage }) => passage.article);
  return [...articles.values()].map((article) => {
    const vectors = article.map(({ passage }) => passage.reading.meaning.whole);
    return article.map(({ passage, scores }, at) => ({
      labels: passage.labels.tags,
      text: passage.text,
      beat: passage.beat,
      scores,
      vector: vectors[at] ?? new Float32Array(),
      title: titles.get(passage.title) ?? new Float32Array(),
      neighbours: [vectors[at - 1], vectors[at + 1]].filter((vector) => vector !== undefined),
    }));
  });
}

/** What is shown of a paragraph after lessons: the change reaches title and neighbours as it does in the product. */
function shownOf(paragraph: MetParagraph, taught: readonly TaughtTag[], head: ModelHead): Shown[] {
  const scores = {
    own: paragraph.scores.own.slice(),
    title: paragraph.scores.title?.slice() ?? null,
    neighbours: paragraph.scores.neighbours?.slice() ?? null,
  };
  for (const of of taught) {
    const add = (to: Float64Array | null, change: number): void => {
      if (to) to[of.number] = (to[of.number] ?? 0) + change;
    };
    const around = paragraph.neighbours.map((vector) => taughtScore(of, vector));
    add(scores.own, taughtScore(of, paragraph.vector));
    add(scores.title, taughtScore(of, paragraph.title));
    add(scores.neighbours, around.reduce((sum, change) => sum + change, 0) / Math.max(1, around.length));
  }
  return judge(scores, head.judgements.paragraph);
}

function met(pages: readonly Page[], law: ReaderLaw, taught: readonly TaughtTag[], head: ModelHead): Met {
  const shown = noCounts();
  const marked = noCounts();
  const others = new Map<TagId, Counts>(
    TAG_IDS.filter((tag) => tag !== law.tag).map((tag) => [tag, noCounts()]),
  );
  for (const paragraph of pages.flat()) {
    const said = shownOf(paragraph, taught, head);
    const wanted = law.wants(paragraph.labels);
    const own = said.find(({ tag }) => tag === law.tag);
    count(shown, own !== undefined, wanted);
    count(marked, own !== undefined && isMarked(own), wanted);
    for (const [tag, of] of others)
      count(
        of,
        said.some((each) => each.tag === tag),
        paragraph.labels.includes(tag),
      );
  }
  return {
    shown: scoresOf(shown).f1,
    marked: scoresOf(marked).f1,
    others: macroF1([...others.values()], 1) ?? 0,
  };
}

const shuffled = <T>(values: readonly T[], random: () => number): T[] => {
  const order = Int32Array.from(values, (_, at) => at);
  shuffle(order, random);
  return Array.from(order, (at) => values[at]).filter((value) => value !== undefined);
};

/**
 * A reader with a law of their own reads one half of the beats, article by article, in random order, and corrects every
 * mark of the law's tag that is wrong or missing; what was learned holds from the next article on. Measured on the other
 * half of the beats.
 *
 * @param pages whose words no model that judges them has seen
 * @param after numbers of corrections, ascending
 * @returns how well the law is met before any correction, then after each number of them that was reached
 */
export function simulateReader(
  pages: readonly Page[],
  law: ReaderLaw,
  head: ModelHead,
  after: readonly number[],
  seed: number,
  rule: LearningRule = LEARNING,
): Met[] {
  const random = seededRandom(seed);
  const beats = shuffled([...new Set(pages.flatMap((page) => page[0]?.beat ?? []))], random);
  const teaching = new Set(beats.slice(0, beats.length >> 1));
  const teaches = (page: Page): boolean => teaching.has(page[0]?.beat ?? '');
  const others = pages.filter((page) => !teaches(page));
  const results = [met(others, law, [], head)];
  const lessons: StudiedLesson[] = [];
  let taught: TaughtTag[] = [];
  for (const page of shuffled(pages.filter(teaches), random)) {
    for (const paragraph of page) {
      const given = law.wants(paragraph.labels);
      const said = shownOf(paragraph, taught, head).find(({ tag }) => tag === law.tag);
      if (given === (said !== undefined && isMarked(said))) continue;
      const { text, vector, scores } = paragraph;
      lessons.push({
        text,
        tag: law.tag,
        given,
        studied: { vector, scores: Float32Array.from(scores.own) },
      });
      if (!after.includes(lessons.length)) continue;
      results.push(met(others, law, learn(lessons, head, rule), head));
      if (lessons.length === after.at(-1)) return results;
    }
    taught = learn(lessons, head, rule);
  }
  return results;
}
