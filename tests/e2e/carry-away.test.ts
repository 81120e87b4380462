import { readFile } from 'node:fs/promises';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { backupJson } from '../../src/log/export-json.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { array, object } from './json.ts';
import { madeUpLog } from './made-up-log.ts';
import { chooseBackup, clippingsOf, exportBytes, exportLog, importLog, rowsOf } from './story.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const COUNT = 12;
const backup = backupJson(madeUpLog(COUNT, NOW), NOW);

let browser: ExtensionBrowser;
let log: Page;

beforeAll(async () => {
  browser = await launchChromium();
  log = await browser.open('log.html');
  await log.getByText('Nothing kept yet').waitFor();
  await importLog(log, backup);
});
afterAll(async () => {
  await browser?.close();
});

async function saved(button: string): Promise<string> {
  const [download] = await Promise.all([
    log.waitForEvent('download'),
    log.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return await readFile(await download.path(), 'utf8');
}

async function made(name: RegExp): Promise<void> {
  const menu = log.getByRole('button', { name: 'Export', exact: true });
  // It stays open after a file was saved.
  if ((await menu.getAttribute('aria-expanded')) !== 'true') await menu.click();
  await log.getByRole('region', { name: 'Export' }).getByRole('button', { name }).click();
}

it('every file that leaves the log opens in a program that is not ours', async () => {
  const notes = unzipSync(await exportBytes(log, 'Notes'));
  expect(Object.keys(notes)).toHaveLength(rowsOf(backup).articles.length);
  for (const bytes of Object.values(notes)) {
    const [, matter = ''] = new TextDecoder().decode(bytes).split(/^---$/m);
    expect(parseYaml(matter)).toMatchObject({ title: expect.any(String), clippings: expect.any(Number) });
  }
  const readwise: Record<string, string>[] = parseCsv(await exportLog(log, 'Readwise CSV'), {
    columns: true,
  });
  expect(readwise).toHaveLength(COUNT);
  const annotations = object(JSON.parse(await exportLog(log, 'Web annotations')));
  expect(array(object(annotations.first).items)).toHaveLength(COUNT);
  const page = await browser.context.newPage();
  await page.setContent(await exportLog(log, 'Page to print'));
  expect(await page.locator('blockquote').count()).toBe(COUNT);
  await page.close();
});

it('web annotations are the same clippings when they come back', async () => {
  const file = await exportLog(log, 'Web annotations');
  const before = await exportLog(log, 'JSON backup');
  await chooseBackup(log, file);
  await log.getByText(/A file of web annotations/).waitFor();
  await log.getByText('are the same here, or newer.').waitFor();
  // There is nothing to import: that is what the main button says.
  await log.getByRole('button', { name: 'Back to the log' }).click();
  expect(rowsOf(await exportLog(log, 'JSON backup'))).toEqual(rowsOf(before));
});

it('a guide is one page of paper, with nothing of the screen on it', async () => {
  await made(/^Discussion guide/);
  await log.getByRole('article', { name: 'The guide' }).waitFor();
  await log.emulateMedia({ media: 'print' });
  for (const name of ['Print', 'Copy as Markdown', 'Back to the log'])
    await log.getByRole('button', { name, includeHidden: true }).waitFor({ state: 'hidden' });
  expect(await log.locator('header').isVisible()).toBe(false);
  const pdf = (await log.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await log.emulateMedia({ media: null });
  await log.getByRole('button', { name: 'Back to the log' }).click();
});

it('a report and a template are saved from their pages', async () => {
  await made(/^Report/);
  await log.getByLabel('First day').fill('2020-01-01');
  await log.getByLabel('Last day').fill('2030-01-01');
  const rows: string[][] = parseCsv(await saved('Save as CSV'), { bom: true });
  expect(rows).toHaveLength(COUNT + 1);
  await log.getByRole('button', { name: 'Back to the log' }).click();
  await made(/^Your own template/);
  await log.getByRole('textbox', { name: 'Template' }).fill('{{#clippings}}* {{quote}}\n{{/clippings}}');
  expect((await saved('Save as one file')).match(/^\* /gm)).toHaveLength(COUNT);
  await log.reload();
  await made(/^Your own template/);
  await expect
    .poll(() => log.getByRole('textbox', { name: 'Template' }).inputValue())
    .toMatch(/^\{\{#clippings/);
  await log.getByRole('button', { name: 'Back to the log' }).click();
});

it('a backup replaces the log, and undo brings it back', async () => {
  const before = await exportLog(log, 'JSON backup');
  await chooseBackup(log, backupJson(madeUpLog(3, NOW), NOW));
  await log.getByRole('radio', { name: 'Replace the log' }).click();
  await log.getByRole('button', { name: 'Replace the log' }).click();
  await log.getByRole('heading', { level: 1, name: /deleted/ }).waitFor();
  await log.getByRole('button', { name: 'Undo the import' }).click();
  await log.getByRole('heading', { name: 'Import undone' }).waitFor();
  await log.getByRole('button', { name: 'See the log' }).click();
  const after = await exportLog(log, 'JSON backup');
  expect(clippingsOf(after)).toHaveLength(COUNT);
  expect(rowsOf(after)).toEqual(rowsOf(before));
});
