import type { ReadingLog, SetAsideRow } from '../clippings/schema.ts';

/** A file as read. Nothing has been changed yet: the store takes `log` and `rejected`. */
export type ImportRead =
  | {
      ok: true;
      /** What the file is. */
      kind: 'backup' | 'annotations';
      /** Rows that read well, each clipping with its article. */
      log: ReadingLog;
      /** Rows that were not taken, each whole and with its reason. */
      rejected: SetAsideRow[];
      /** Something the reader should know of the whole file, or null. */
      notice: string | null;
      /** When the file was made, as an ISO 8601 instant, or null when it does not say. */
      exportedAt: string | null;
    }
  | { ok: false; message: string };

/** How far work is: rows done, and rows in all; 0 of 0 while that is not known. */
export interface Step {
  done: number;
  all: number;
}

/** Work in small steps, so that whoever does it can give the thread back between two of them. */
export type Steps<Result> = Generator<Step, Result, undefined>;

/** Does all the steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects the rows of a file that are not taken. */
export class Rejected {
  readonly rows: SetAsideRow[] = [];
  readonly #at: string;

  constructor(now: Date) {
    this.#at = now.toISOString();
  }

  /** @param reason a sentence for the reader */
  add(row: unknown, reason: string): void {
    this.rows.push({ id: crypto.randomUUID(), from: 'import', row, reason, at: this.#at });
  }
}
