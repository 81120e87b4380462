import type { ReadingLog } from '../clippings/schema.ts';
import { BACKUP_FORMAT, BACKUP_LISTS, BACKUP_VERSION, BackupSum } from './backup-format.ts';
import { type Pieces, wholeText } from './pieces.ts';

/**
 * A log as a backup: JSON with `format`, `version`, `exportedAt`, the three lists of rows and `checksum`, a row a line,
 * in the order of their keys, so that the same log gives the same lines. Lone surrogates are kept, as `\udXXX`.
 */
export const backupPieces = (log: ReadingLog, now: Date): Pieces => ({
  count: log.articles.length + log.clippings.length + log.reflections.length + 5,
  parts: backupParts(log, now),
});

function* backupParts(log: ReadingLog, now: Date): Generator<string> {
  yield `{\n"format": ${JSON.stringify(BACKUP_FORMAT)},\n"version": ${BACKUP_VERSION},\n"exportedAt": ${JSON.stringify(now.toISOString())},\n`;
  const sum = new BackupSum();
  for (const list of BACKUP_LISTS) {
    const rows: readonly Row[] = log[list];
    sum.begin();
    let between = `"${list}": [\n`;
    for (const row of [...rows].sort(byKey)) {
      const json = JSON.stringify(row);
      sum.row(json);
      yield between + json;
      between = ',\n';
    }
    sum.end();
    yield rows.length === 0 ? `"${list}": [],\n` : '\n],\n';
  }
  yield `"checksum": ${JSON.stringify(sum.value())}\n}\n`;
}

/** Articles have an address for a key, the others an id. */
type Row = { url: string } | { id: string };
const keyOf = (row: Row): string => ('url' in row ? row.url : row.id);
const byKey = (a: Row, b: Row): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/** A log as one text of a backup. */
export const backupJson = (log: ReadingLog, now: Date): string => wholeText(backupPieces(log, now));
