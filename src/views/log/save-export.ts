import type { ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import { logCsv } from '../../log/export-csv.ts';
import { backupJson } from '../../log/export-json.ts';
import { logMarkdown } from '../../log/export-markdown.ts';
import { download } from './download.ts';
import type { ExportKind } from './export-menu.tsx';
import { partOf } from './shown.ts';
import { localDay } from './words.ts';

/**
 * Makes a file of these clippings, with their articles and answers, and hands it to the browser to save.
 *
 * @returns the file's name, which begins with `long-game` and has the day
 */
export async function saveExport(
  kind: ExportKind,
  log: ReadingLog,
  clippings: readonly ClippingRow[],
  now: Date,
): Promise<string> {
  const part = partOf(log, clippings);
  const day = localDay(now);
  switch (kind) {
    case 'markdown':
      return saved(`long-game-${day}.md`, 'text/markdown', logMarkdown(part, now));
    case 'csv':
      return saved(`long-game-${day}.csv`, 'text/csv', logCsv(part));
    case 'json':
      return saved(`long-game-${day}.json`, 'application/json', backupJson(part, now));
  }
}

function saved(name: string, type: string, text: string): string {
  download(name, type, text);
  return name;
}
