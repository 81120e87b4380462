import type { PageFacts, RunFacts } from './page-facts.ts';

/** Questions about the tree of boxes above a page's runs. Boxes are indices; a parent's is lower than its child's. */
export interface BoxTree {
  /** For each box the sum of `weightOf` over the runs in it. */
  sums(weightOf: (run: RunFacts) => number): number[];
  /** The deepest box that holds at least `share` of all. */
  deepest(sums: readonly number[], share: number): number;
  isIn(box: number, outer: number): boolean;
  /** The nearest box from `box` up, `climb` at most, whose tag matches; -1 for none. */
  closest(box: number, tags: RegExp, climb: number): number;
  /** Whether `test` holds for a box from `box` up to, but not, `root`; `climb` boxes at most. */
  someAbove(box: number, root: number, test: (box: number) => boolean, climb?: number): boolean;
}

/** The tree of a page's facts. */
export function boxTree({ boxes, runs }: PageFacts): BoxTree {
  const parentOf = (box: number): number => boxes[box]?.parent ?? -1;
  return {
    sums(weightOf) {
      const sums = boxes.map(() => 0);
      for (const run of runs) sums[run.box] = (sums[run.box] ?? 0) + weightOf(run);
      for (let box = boxes.length - 1; box > 0; box--) {
        const parent = parentOf(box);
        if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[box] ?? 0);
      }
      return sums;
    },
    deepest(sums, share) {
      let best = 0;
      for (let box = 1; box < boxes.length; box++)
        if (parentOf(box) === best && (sums[box] ?? 0) >= share * (sums[0] ?? 0)) best = box;
      return best;
    },
    isIn(box, outer) {
      let at = box;
      while (at > outer) at = parentOf(at);
      return at === outer;
    },
    closest(box, tags, climb) {
      for (let at = box, climbed = 0; at >= 0 && climbed < climb; at = parentOf(at), climbed++)
        if (tags.test(boxes[at]?.tag ?? '')) return at;
      return -1;
    },
    someAbove(box, root, test, climb = Number.POSITIVE_INFINITY) {
      for (let at = box, climbed = 0; at >= 0 && at !== root && climbed < climb; at = parentOf(at), climbed++)
        if (test(at)) return true;
      return false;
    },
  };
}
