import { type LabelledPassage, type Labels, labelledOf, labelsOf, readLines, textOf } from './passages.ts';

/** A paragraph of the corpus. */
export interface CorpusPassage extends LabelledPassage {
  text: string;
  title: string;
  article: string;
  /** Who wrote it, on what beat: articles of one beat are more alike than any two real authors'. */
  beat: string;
  register: string;
  /** What a second reader said, who did not see the writer's labels. */
  second: Labels | null;
  /** What a third reader decided, where the first two differ on a tag. */
  third: Labels | null;
}

function corpusPassageOf(fields: Record<string, unknown>): CorpusPassage {
  const labelled = labelledOf(fields);
  const { article, register, title, second, third } = fields;
  if (typeof article !== 'string' || typeof register !== 'string' || typeof title !== 'string') {
    throw new Error('"article", "register" and "title" must be texts');
  }
  return {
    ...labelled,
    text: textOf(labelled),
    title,
    article,
    beat: article.split('-')[0] ?? article,
    register,
    second: second === undefined ? null : labelsOf(second, labelled.sentences.length),
    third: third === undefined ? null : labelsOf(third, labelled.sentences.length),
  };
}

/** Reads the corpus (JSON lines). Throws what is wrong with which line. */
export const readCorpus = (text: string, name: string): CorpusPassage[] =>
  readLines(text, name, corpusPassageOf);
