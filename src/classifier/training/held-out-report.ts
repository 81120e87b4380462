import { TAG_IDS } from '../../framework/tag-ids.ts';
import type { Word } from '../classifier.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../model-file.ts';
import { evaluateTags } from './evaluate.ts';
import type { HeldOut } from './held-out.ts';

/** What the thresholds come to on held-out paragraphs, in a few lines for people. */
export function heldOutReport(heldOut: readonly HeldOut[], judgement: Judgement): string[] {
  const words: Record<Word, { shown: number; right: number }> = {
    clear: { shown: 0, right: 0 },
    likely: { shown: 0, right: 0 },
    perhaps: { shown: 0, right: 0 },
  };
  const said = heldOut.map(({ scores, passage }) =>
    judge(scores, judgement).map(({ tag, word }) => {
      words[word].shown += 1;
      words[word].right += Number(passage.labels.tags.includes(tag));
      return tag;
    }),
  );
  const gold = heldOut.map(({ passage }) => ({ ...passage, ...passage.labels }));
  const { perTag, macro, micro } = evaluateTags(gold, said);
  return [
    `Held out: macro F1 ${(macro ?? 0).toFixed(3)}, micro F1 ${micro.toFixed(3)}.`,
    ...Object.entries(words).map(
      ([word, { shown, right }]) =>
        `${word}: ${shown} shown, ${(right / Math.max(1, shown)).toFixed(3)} right.`,
    ),
    TAG_IDS.map((tag, at) => `${tag} ${perTag[at]?.scores.f1.toFixed(2)}`).join(', '),
  ];
}
