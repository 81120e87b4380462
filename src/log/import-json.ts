import { BACKUP_FORMAT, BACKUP_VERSION } from './backup-format.ts';
import { readRows } from './import-backup.ts';
import { allSteps, type ImportRead, isRecord, type Steps } from './import-read.ts';
import { annotationsIn, readAnnotations } from './import-web-annotation.ts';
import { jsonFault, lineAndColumn } from './json-fault.ts';

/** Larger than any reading life; what a browser can still hold as one string. In UTF-16 units. */
export const MOST_CHARACTERS = 300_000_000;

/** A backup has rows of tags of fields; deeper is not ours, and too deep would overflow whoever walks it. */
const DEEPEST = 50;

const refuse = (message: string): ImportRead => ({ ok: false, message: `${message} Nothing was changed.` });

/**
 * Reads a file to import: a backup (see `backupJson`) of this or an older version, or W3C Web Annotations as JSON-LD
 * (see `annotationJson`). Never throws for what a file holds.
 *
 * @param text of the file, as UTF-8 decoded
 * @param now when: rejected rows are stamped with it
 */
export function* readingImport(text: string, now: Date): Steps<ImportRead> {
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
  if (yield* isDeep(value))
    return refuse('This file is nested deeper than any backup of Long Game. Choose another file.');
  const found = annotationsIn(value);
  if (found !== null) return yield* readAnnotations(found, now);
  if (!isRecord(value) || value.format !== BACKUP_FORMAT || !isWhole(value.version))
    return refuse(
      'This file is not a Long Game backup, nor does it hold web annotations. Choose a file that the reading log exported as JSON.',
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
  const { log, rejected, checksum } = yield* readRows({ articles, clippings, reflections }, now);
  return {
    ok: true,
    kind: 'backup',
    log,
    rejected,
    notice:
      value.checksum === checksum
        ? null
        : 'This file was changed since it was exported, or damaged on its way. Rows that still read well can be imported.',
    exportedAt: typeof value.exportedAt === 'string' ? value.exportedAt : null,
  };
}

/** The same at once. */
export const readImport = (text: string, now: Date): ImportRead => allSteps(readingImport(text, now));

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

function whereItBreaks(json: string): string {
  const fault = jsonFault(json) ?? json.length;
  const { line, column } = lineAndColumn(json, fault);
  return fault >= json.length
    ? `This file ends too early, at line ${line}, column ${column}: it was not saved or copied whole. Export it again, or choose another file.`
    : `This file is not JSON from line ${line}, column ${column} on. Export it again, or choose another file.`;
}

/** Values looked at before the thread may be given back. */
const LOOKED_AT = 500;

/** Whether anything is nested deeper than `DEEPEST`. By a list of its own, since recursion is what depth would break. */
function* isDeep(value: unknown): Steps<boolean> {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let count = 1; ; count += 1) {
    const next = waiting.pop();
    if (next === undefined) return false;
    if (count % LOOKED_AT === 0) yield { done: 0, all: 0 };
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= DEEPEST) return true;
    for (const inner of Object.values(next.value)) waiting.push({ value: inner, depth: next.depth + 1 });
  }
}
