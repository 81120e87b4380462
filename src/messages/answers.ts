import type { Answer } from './protocol.ts';

/** The answer of a request that was carried out. */
export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

/** The answer of a request that was not, with a sentence for the reader. */
export const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });

/** The sentence of an error: its own where it is an `Error`, else what it reads as. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Whether something that came over a message is an answer at all. */
export function isAnswer(value: unknown): value is Answer<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true || (value.ok === false && 'message' in value && typeof value.message === 'string');
}
