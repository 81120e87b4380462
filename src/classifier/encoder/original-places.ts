/** A text in Unicode's compatibility form (NFKC, UAX 15): unit `i` came from `starts[i]` to `ends[i]` of the original. */
export interface Compatible {
  text: string;
  /** UTF-16 offsets in the original; neither ever falls. */
  starts: Int32Array;
  ends: Int32Array;
}

/** Normalising never reaches back across an ASCII sign: each run can be folded for itself. */
const RUN = /\p{ASCII}?\P{ASCII}+/gu;
/** A sign and what may be composed with it: marks, Korean vowels and finals, half-width voicing marks and letters. */
const CLUSTER = /\P{M}[\p{M}\u1160-\u11FF\uD7B0-\uD7FF\uFF9E\uFF9F\uFFA0-\uFFDC]*|\p{M}+/gu;

/** The clusters of a run with what they fold to; the run itself as one, should they not give what it gives. */
function clustersOf(run: string): { from: string; to: string }[] {
  const whole = run.normalize('NFKC');
  const clusters = (run.match(CLUSTER) ?? []).map((from) => ({ from, to: from.normalize('NFKC') }));
  return clusters.map(({ to }) => to).join('') === whole ? clusters : [{ from: run, to: whole }];
}

/** Folds a text to its compatibility form, `original.normalize('NFKC')`, and keeps the way back. */
export function compatible(original: string): Compatible {
  const text = original.normalize('NFKC');
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let made = 0;
  const place = (units: number, start: number, end: number): void => {
    starts.fill(start, made, made + units);
    ends.fill(end, made, made + units);
    made += units;
  };
  const placeAsTheyAre = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1, made += 1) {
      starts[made] = at;
      ends[made] = at + 1;
    }
  };
  let at = 0;
  // Most texts are in this form already.
  for (const { 0: run, index } of text === original ? [] : original.matchAll(RUN)) {
    placeAsTheyAre(at, index);
    at = index;
    for (const { from, to } of clustersOf(run)) {
      place(to.length, at, at + from.length);
      at += from.length;
    }
  }
  placeAsTheyAre(at, original.length);
  return { text, starts, ends };
}
