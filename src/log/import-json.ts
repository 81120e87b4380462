import type { RowTypes } from '../clippings/database.ts';
import { withEveryArticle } from '../clippings/made-up-article.ts';
import { parseRow } from '../clippings/parse-row.ts';
import type { ReadingLog, SetAsideRow } from '../clippings/schema.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, backupChecksum } from './backup-format.ts';
import { jsonFault, lineAndColumn } from './json-fault.ts';

/** Larger than any reading life; what a browser can still hold as one string. In UTF-16 units. */
export const MOST_CHARACTERS = 300_000_000;

/** A backup has rows of tags of fields; deeper is not ours, and too deep would overflow whoever walks it. */
const DEEPEST = 50;

/** A backup as read. Nothing has been changed yet: `Store.merge` takes `log` and `rejected`. */
export type BackupRead =
  | {
      ok: true;
      /** Rows that read well, each clipping with its article. */
      log: ReadingLog;
      /** Rows that were not taken, each whole and with its reason. */
      rejected: SetAsideRow[];
      /** Something the reader should know of the whole file, or null. */
      notice: string | null;
      /** When the backup was made, as an ISO 8601 instant, or null when it does not say. */
      exportedAt: string | null;
    }
  | { ok: false; message: string };

const refuse = (message: string): BackupRead => ({ ok: false, message: `${message} Nothing was changed.` });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a backup (see `backupJson`). Never throws for what a file holds.
 *
 * @param text of the file, as UTF-8 decoded
 * @param now when: rejected rows are stamped with it
 */
export function readBackup(text: string, now: Date = new Date()): BackupRead {
  if (text.length > MOST_CHARACTERS)
    return refuse(
      `This file is larger than ${MOST_CHARACTERS / 1_000_000} MB, more than any backup of Long Game. Choose another file.`,
    );
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return refuse('This file is empty. Choose a backup exported from the reading log.');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse(whereItBreaks(json)); // the sentence says more than the browser's own error
  }
  if (!isRecord(value) || value.format !== BACKUP_FORMAT || !isWhole(value.version))
    return refuse(
      'This file is not a Long Game backup. Choose a file that the reading log exported as JSON.',
    );
  if (value.version > BACKUP_VERSION)
    return refuse(
      `This backup was made by a newer Long Game (version ${value.version}). Update Long Game, then import it again.`,
    );
  const { articles, clippings, reflections } = value;
  if (!Array.isArray(articles) || !Array.isArray(clippings) || !Array.isArray(reflections))
    return refuse(
      'This backup is not whole: a list of its rows is missing. Export it again, or choose another file.',
    );
  if (isDeep(value))
    return refuse('This file is nested deeper than any backup of Long Game. Choose another file.');
  return {
    ok: true,
    ...readRows({ articles, clippings, reflections }, now),
    notice:
      value.checksum === backupChecksum(articles, clippings, reflections)
        ? null
        : 'This file was changed since it was exported, or damaged on its way. Rows that still read well can be imported.',
    exportedAt: typeof value.exportedAt === 'string' ? value.exportedAt : null,
  };
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

function whereItBreaks(json: string): string {
  const fault = jsonFault(json) ?? json.length;
  const { line, column } = lineAndColumn(json, fault);
  return fault >= json.length
    ? `This file ends too early, at line ${line}, column ${column}: it was not saved or copied whole. Export it again, or choose another file.`
    : `This file is not JSON from line ${line}, column ${column} on. Export it again, or choose another file.`;
}

/** Whether anything is nested deeper than `DEEPEST`. Level by level, since recursion is what depth would break. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

type Lists = Record<'articles' | 'clippings' | 'reflections', unknown[]>;

function readRows(lists: Lists, now: Date): { log: ReadingLog; rejected: SetAsideRow[] } {
  const rejected: SetAsideRow[] = [];
  const reject = (row: unknown, reason: string): void => {
    rejected.push({ id: crypto.randomUUID(), from: 'import', row, reason, at: now.toISOString() });
  };

  /** The rows of a list that read well; of several with one key the newest. */
  function take<S extends keyof Lists>(
    store: S,
    name: string,
    key: (row: RowTypes[S]) => string,
    time: (row: RowTypes[S]) => string,
  ): RowTypes[S][] {
    const taken = new Map<string, { row: RowTypes[S]; raw: unknown }>();
    for (const raw of lists[store]) {
      const parsed = parseRow(store, raw);
      if (!parsed.ok) {
        reject(raw, `This ${name} can't be read. ${parsed.reason}`);
        continue;
      }
      const before = taken.get(key(parsed.row));
      const isNewer = before === undefined || Date.parse(time(parsed.row)) > Date.parse(time(before.row));
      if (isNewer) taken.set(key(parsed.row), { row: parsed.row, raw });
      if (before !== undefined)
        reject(isNewer ? before.raw : raw, `The file has this ${name} twice. The newer one was taken.`);
    }
    return [...taken.values()].map(({ row }) => row);
  }

  const articles = take(
    'articles',
    'article',
    (row) => row.url,
    (row) => row.updatedAt,
  );
  const clippings = take(
    'clippings',
    'clipping',
    (row) => row.id,
    (row) => row.updatedAt,
  );
  const ids = new Set(clippings.map(({ id }) => id));
  const reflections = take(
    'reflections',
    'answer',
    (row) => row.id,
    (row) => row.answeredAt,
  ).filter((row) => {
    if (ids.has(row.clippingId)) return true;
    reject(row, 'The clipping that this answer belongs to is not in the file, or was not taken.');
    return false;
  });
  return { log: withEveryArticle({ articles, clippings, reflections }), rejected };
}
