import { isSignalId, isTagId, type SignalId, type TagId } from '../../framework/tag-ids.ts';
import type { PassageContext } from '../classifier.ts';

/** A passage as a line of JSON gives it. */
export interface Passage {
  id: string | number;
  /** As given; a `text` is one element. Joined by a space they are the passage. */
  sentences: string[];
  /** Whether the line gave sentences, so that answers count those. */
  cut: boolean;
  context: PassageContext;
}

/** What a reader says of a passage. */
export interface Labels {
  tags: TagId[];
  /** For each signal among the tags, the sentences (from 0) that carry it. */
  signals: Partial<Record<SignalId, number[]>>;
}

/** A passage that a reader labelled. */
export interface LabelledPassage extends Passage, Labels {
  /** Where it is from: passages of one source are alike. */
  source: string;
}

type Fields = Record<string, unknown>;

/** The text of a passage. */
export const textOf = ({ sentences }: Passage): string => sentences.join(' ');

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${what} must be a JSON object`);
  }
  return { ...value };
}

/** A line's passage. */
export function passageOf(fields: Fields): Passage {
  const { id, text, sentences } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" must be a text or a number');
  if (sentences !== undefined && !isStrings(sentences))
    throw new Error('"sentences" must be a list of texts');
  if (sentences === undefined && typeof text !== 'string') {
    throw new Error('there must be "sentences" (a list of texts) or "text"');
  }
  const context: PassageContext = {};
  for (const name of ['title', 'before', 'after'] as const) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new Error(`"${name}" must be a text`);
    context[name] = value;
  }
  return {
    id,
    sentences: sentences ?? [String(text)],
    cut: sentences !== undefined,
    context,
  };
}

/** The labels in an object with `tags` and `signals`. */
export function labelsOf(value: unknown, sentences: number): Labels {
  const fields = fieldsOf(value, 'labels');
  const { tags } = fields;
  if (!Array.isArray(tags) || !tags.every(isTagId)) throw new Error('"tags" must be a list of tag ids');
  const signals: Labels['signals'] = {};
  for (const [signal, numbers] of Object.entries(fieldsOf(fields.signals ?? {}, '"signals"'))) {
    if (!isSignalId(signal)) throw new Error(`"${signal}" is not a signal`);
    const fits = (number: unknown): number is number =>
      Number.isInteger(number) && Number(number) >= 0 && Number(number) < sentences;
    if (!Array.isArray(numbers) || !numbers.every(fits)) {
      throw new Error(`"signals" of "${signal}" must be numbers of sentences, from 0 to ${sentences - 1}`);
    }
    signals[signal] = numbers;
  }
  return { tags: [...new Set(tags)], signals };
}

/** A line's passage with its labels. */
export function labelledOf(fields: Fields): LabelledPassage {
  const passage = passageOf(fields);
  const source = [fields.source, fields.article].find((value) => typeof value === 'string');
  return { ...passage, ...labelsOf(fields, passage.sentences.length), source: source ?? String(passage.id) };
}

/**
 * Reads lines of JSON; empty lines are left out.
 *
 * @param read makes something of a line's object, or throws what is wrong with it
 * @throws Error that names the file, the line and what is wrong there
 */
export function readLines<T>(text: string, name: string, read: (fields: Fields) => T): T[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [read(fieldsOf(JSON.parse(line), 'a line'))];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${name}, line ${at + 1}: ${reason}.`, { cause: error });
      }
    });
}
