import type { Span } from '../classifier.ts';
import { evidenceOf } from '../evidence.ts';
import { confidenceOf, judge } from '../judge.ts';
import type { LinearModel } from '../model-file.ts';
import { Scorer } from '../score.ts';
import type { TextReader } from '../text-reader.ts';
import type { PlacedWord } from '../words.ts';
import { seededRandom } from './random.ts';

/**
 * How faithful evidence is, as in ERASER (DeYoung et al. 2020, "ERASER: A benchmark to evaluate rationalized NLP
 * models"): by how much confidence falls when the evidence is cut out (comprehensiveness: more is better), and when
 * nothing but the evidence is left (sufficiency: less is better).
 */
export interface Faithfulness {
  comprehensiveness: number;
  sufficiency: number;
}

/** Means over shown tags, beside those of as many words taken at random. */
export interface RationaleReport {
  tags: number;
  /** Mean share of a passage's words that is evidence. */
  share: number;
  evidence: Faithfulness;
  random: Faithfulness;
}

const RANDOM_DRAWS = 5;

/** The words in a text's ranges. */
const wordsIn = (words: readonly PlacedWord[], spans: readonly Span[]): boolean[] =>
  words.map(({ start, end }) => spans.some((span) => start >= span.start && end <= span.end));

/** A text without some of its words, or with nothing but them. */
function cut(text: string, words: readonly PlacedWord[], keep: (word: number) => boolean): string {
  let rest = '';
  let last = 0;
  words.forEach(({ end }, word) => {
    rest += keep(word) ? text.slice(last, end) : ' ';
    last = end;
  });
  return (rest + text.slice(last)).replace(/\s+/g, ' ').trim();
}

/** As many spans of the same lengths, put down elsewhere, none over another. */
function scattered(count: number, inEvidence: readonly boolean[], random: () => number): boolean[] {
  const lengths: number[] = [];
  inEvidence.forEach((is, at) => {
    if (!is) return;
    if (at > 0 && inEvidence[at - 1]) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    else lengths.push(1);
  });
  const taken = new Array<boolean>(count).fill(false);
  for (const length of lengths) {
    const places = Array.from({ length: Math.max(0, count - length + 1) }, (_, at) => at).filter((at) =>
      taken.slice(at, at + length).every((is) => !is),
    );
    const at = places[Math.floor(random() * places.length)];
    if (at !== undefined) taken.fill(true, at, at + length);
  }
  return taken;
}

/** Measures the evidence of every tag that is shown in texts read alone. The same seed draws the same random words. */
export function measureRationales(
  texts: readonly string[],
  model: LinearModel,
  reader: TextReader,
  seed: number,
): RationaleReport {
  const scorer = new Scorer(model);
  const judgement = model.head.judgements.paragraph;
  const random = seededRandom(seed);
  const confidenceIn = (text: string, tag: number): number => {
    const calibration = judgement.calibrations.alone[tag];
    if (!calibration) return 0;
    const { scores } = scorer.analyse(reader.read(text));
    return confidenceOf({ own: scores, title: null, neighbours: null }, tag, calibration);
  };
  const sums = { tags: 0, share: 0, evidence: [0, 0], random: [0, 0] };
  for (const text of texts) {
    const analysis = scorer.analyse(reader.read(text));
    const { words } = analysis.reading;
    const measure = (whole: number, tag: number, chosen: readonly boolean[]): [number, number] => [
      whole -
        confidenceIn(
          cut(text, words, (word) => !chosen[word]),
          tag,
        ),
      whole -
        confidenceIn(
          cut(text, words, (word) => chosen[word] ?? false),
          tag,
        ),
    ];
    for (const { number, confidence } of judge(
      { own: analysis.scores, title: null, neighbours: null },
      judgement,
    )) {
      const chosen = wordsIn(words, evidenceOf(words, scorer.contributions(analysis, number)));
      sums.tags += 1;
      sums.share += chosen.filter(Boolean).length / words.length;
      const [all = 0, only = 0] = measure(confidence, number, chosen);
      sums.evidence = [(sums.evidence[0] ?? 0) + all, (sums.evidence[1] ?? 0) + only];
      for (let draw = 0; draw < RANDOM_DRAWS; draw += 1) {
        const [a, b] = measure(confidence, number, scattered(words.length, chosen, random));
        sums.random = [(sums.random[0] ?? 0) + a / RANDOM_DRAWS, (sums.random[1] ?? 0) + b / RANDOM_DRAWS];
      }
    }
  }
  const mean = ([all = 0, only = 0]: number[]): Faithfulness => ({
    comprehensiveness: all / Math.max(1, sums.tags),
    sufficiency: only / Math.max(1, sums.tags),
  });
  return {
    tags: sums.tags,
    share: sums.share / Math.max(1, sums.tags),
    evidence: mean(sums.evidence),
    random: mean(sums.random),
  };
}
