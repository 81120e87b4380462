import type { ReadingLog } from '../../clippings/schema.ts';
import { csvPieces } from '../../log/export-csv.ts';
import { htmlPieces } from '../../log/export-html.ts';
import { backupPieces } from '../../log/export-json.ts';
import { markdownPieces, vaultFiles } from '../../log/export-markdown.ts';
import { annotationPieces } from '../../log/export-web-annotation.ts';
import { templateFiles, templatePieces } from '../../log/markdown-template.ts';
import type { Pieces } from '../../log/pieces.ts';
import { readwisePieces } from '../../log/readwise.ts';
import type { Template } from '../../log/template.ts';
import { type ZipFile, zipParts } from '../../log/zip.ts';
import { downloadBlob } from './download.ts';
import type { ExportKind } from './export-kinds.ts';
import { blobOf, type Watch } from './in-slices.ts';
import { localDay } from './words.ts';

/**
 * Makes a file of a log, or of a part of one, and hands it to the browser to save.
 *
 * @returns the file's name, which begins with `long-game` and has the day
 * @throws {Stopped} once the watch's signal is aborted
 */
export async function saveExport(
  kind: ExportKind,
  part: ReadingLog,
  now: Date,
  watch: Watch = {},
): Promise<string> {
  const name = (end: string): string => `long-game-${localDay(now)}${end}`;
  switch (kind) {
    case 'markdown':
      return await savePieces(name('.md'), 'text/markdown', markdownPieces(part, now), watch);
    case 'notes':
      return await savePieces(name('-notes.zip'), 'application/zip', zipped(vaultFiles(part), now), watch);
    case 'csv':
      return await savePieces(name('.csv'), 'text/csv', csvPieces(part), watch);
    case 'readwise':
      return await savePieces(name('-readwise.csv'), 'text/csv', readwisePieces(part), watch);
    case 'json':
      return await savePieces(name('.json'), 'application/json', backupPieces(part, now), watch);
    case 'annotations':
      return await savePieces(
        name('-annotations.jsonld'),
        'application/ld+json',
        annotationPieces(part, now),
        watch,
      );
    case 'html':
      return await savePieces(name('.html'), 'text/html', htmlPieces(part, now), watch);
  }
}

/** Saves a log by a reader's template: as one file, or as one an article. */
export async function saveByTemplate(
  template: Template,
  part: ReadingLog,
  asNotes: boolean,
  now: Date,
  watch: Watch = {},
): Promise<string> {
  const name = `long-game-${localDay(now)}`;
  return asNotes
    ? await savePieces(
        `${name}-notes.zip`,
        'application/zip',
        zipped(templateFiles(template, part), now),
        watch,
      )
    : await savePieces(`${name}.md`, 'text/markdown', templatePieces(template, part), watch);
}

/** Writes a file in pieces and hands it to the browser to save; gives its name. */
export async function savePieces<Part extends string | Uint8Array<ArrayBuffer>>(
  name: string,
  type: string,
  pieces: Pieces<Part>,
  watch: Watch = {},
): Promise<string> {
  downloadBlob(name, await blobOf(pieces, type, watch));
  return name;
}

const zipped = (
  { count, files }: { count: number; files: Iterable<ZipFile> },
  now: Date,
): Pieces<Uint8Array<ArrayBuffer>> => ({ count: count + 1, parts: zipParts(files, now) });
