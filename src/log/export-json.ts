import type { ReadingLog } from '../clippings/schema.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, backupChecksum } from './backup-format.ts';

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Row[] =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

const list = (rows: readonly unknown[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;

/**
 * A log as a backup: JSON with `format`, `version`, `exportedAt`, `checksum` and the three lists of rows, a row a
 * line, in the order of their keys, so that the same log gives the same lines. Lone surrogates are kept, as `\udXXX`.
 */
export function backupJson(log: ReadingLog, now: Date): string {
  const articles = byKey(log.articles, ({ url }) => url);
  const clippings = byKey(log.clippings, ({ id }) => id);
  const reflections = byKey(log.reflections, ({ id }) => id);
  const fields: [string, string][] = [
    ['format', JSON.stringify(BACKUP_FORMAT)],
    ['version', JSON.stringify(BACKUP_VERSION)],
    ['exportedAt', JSON.stringify(now.toISOString())],
    ['checksum', JSON.stringify(backupChecksum(articles, clippings, reflections))],
    ['articles', list(articles)],
    ['clippings', list(clippings)],
    ['reflections', list(reflections)],
  ];
  return `{\n${fields.map(([name, value]) => `"${name}": ${value}`).join(',\n')}\n}\n`;
}
