import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { ClippingRow, ReadingLog } from '../../src/clippings/schema.ts';
import type { ExtensionBrowser } from './chromium.ts';
import { array, object, text } from './json.ts';
import type { TargetPage } from './target.ts';
import { until } from './until.ts';

/** The note field that has the focus, with what is said beside it; null while there is none. */
const OPEN_NOTE = `(() => { const e = document.activeElement;
  return e?.localName === 'textarea' ? { value: e.value, said: e.closest('.note')?.textContent ?? '' } : null; })()`;

/** Types a note into the field that a clip has just opened, and waits until it says that it is saved. */
async function writeNote(popup: TargetPage, note: string) {
  await until('an empty note has the focus', async () => {
    const field = await popup.evaluate(OPEN_NOTE);
    return field !== null && object(field).value === '';
  });
  await popup.type(note);
  await until('the note is saved', async () => {
    const field = object(await popup.evaluate(OPEN_NOTE));
    return field.value === note && text(field.said).includes('Saved as you type');
  });
}

/** Clips a passage in the popup, with a note. @param index 0-based block */
export async function clipPassage(popup: TargetPage, index: number, note: string) {
  await popup.click(`Clip passage ${index + 1}`);
  await writeNote(popup, note);
}

/** Clips what is selected on the page, with a note. */
export async function clipSelection(popup: TargetPage, note: string) {
  await popup.click('Clip selection');
  await writeNote(popup, note);
}

/** Selects these words on the page, as a reader's mouse would. */
export const select = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) {
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error(`not on the page: ${wanted}`);
  }, words);

export type ExportName =
  | 'Markdown'
  | 'Notes'
  | 'CSV'
  | 'Readwise CSV'
  | 'Page to print'
  | 'Web annotations'
  | 'JSON backup';

/** Exports the whole log through the log page's menu; gives the file as it was saved, as text. */
export const exportLog = async (log: Page, kind: ExportName): Promise<string> =>
  (await exportBytes(log, kind)).toString('utf8');

/** The same as bytes. */
export async function exportBytes(log: Page, kind: ExportName): Promise<Buffer> {
  const menu = log.getByRole('button', { name: 'Export', exact: true });
  if ((await menu.getAttribute('aria-expanded')) !== 'true') await menu.click();
  const [download] = await Promise.all([
    log.waitForEvent('download'),
    log
      .getByRole('region', { name: 'Export' })
      .getByRole('button', { name: new RegExp(`^${kind}`) })
      .click(),
  ]);
  return readFile(await download.path());
}

/** Chooses a backup in the log page and imports it; gives the report's words. */
export async function importLog(log: Page, backup: string): Promise<string> {
  await chooseBackup(log, backup);
  await log.getByRole('button', { name: /^Import/ }).click();
  const report = log.getByRole('heading', { level: 1, name: /added|set aside/ });
  await report.waitFor();
  const words = (await report.textContent()) ?? '';
  await log.getByRole('button', { name: 'See the log' }).click();
  return words;
}

/** Chooses a file in the log page, and nothing more. */
export async function chooseBackup(log: Page, backup: string): Promise<void> {
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup) };
  await log.locator('input[type=file]').first().setInputFiles(file);
}

/** Deletes everything through the settings page. */
export async function wipe(browser: ExtensionBrowser, clippings: number): Promise<void> {
  const options = await browser.open('options.html');
  await options.getByRole('button', { name: 'Delete all' }).click();
  await options.getByLabel(/^Type/).fill(String(clippings));
  await options.getByRole('button', { name: 'Delete everything' }).click();
  await options.getByText(/Everything is deleted/).waitFor();
  await options.close();
}

/** The rows of a backup, in an order that does not depend on how it was written. */
export function rowsOf(backup: string): { [store in keyof ReadingLog]: unknown[] } {
  const { articles, clippings, reflections } = object(JSON.parse(backup));
  const sorted = (rows: unknown) =>
    array(rows).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { articles: sorted(articles), clippings: sorted(clippings), reflections: sorted(reflections) };
}

/** The clippings of a backup, as far as a test looks at them. */
export const clippingsOf = (backup: string): Pick<ClippingRow, 'quote' | 'note'>[] =>
  rowsOf(backup).clippings.map((row) => {
    const { quote, note } = object(row);
    return { quote: text(quote), note: text(note) };
  });
