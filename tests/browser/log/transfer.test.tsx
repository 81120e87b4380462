import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import type { Store } from '../../../src/clippings/store.ts';
import { backupJson } from '../../../src/log/export-json.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import {
  catchDownloads,
  clipping,
  fakeClient,
  giveFile,
  id,
  mount,
  NOW,
  smallLog,
  storeWith,
  unmount,
} from './harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(unmount);

async function log(rows: ReadingLog | null = smallLog(), change: Partial<Store> = {}) {
  const store = await storeWith(rows);
  const client = fakeClient();
  mount(<LogPage client={client} store={{ ...store, ...change }} now={() => NOW} />);
  await expect
    .element(page.getByRole('button', { name: rows === null ? 'Restore a backup' : 'Import' }))
    .toBeVisible();
  return { store, client };
}

async function exported(kind: RegExp, part?: RegExp): Promise<{ name: string; text: string }> {
  const caught = catchDownloads();
  await page.getByRole('button', { name: 'Export' }).click();
  if (part) await page.getByRole('radio', { name: part }).click();
  await page.getByRole('button', { name: kind }).click();
  await expect.element(page.getByText(/^Saved as long-game-2026-11-24\./)).toBeVisible();
  caught.stop();
  await userEvent.keyboard('{Escape}');
  return { name: caught.names[0] ?? '', text: (await caught.texts[0]) ?? '' };
}

test('exports the whole log as Markdown and CSV', async () => {
  await log();
  const markdown = await exported(/^Markdown/);
  expect(markdown.name).toBe('long-game-2026-11-24.md');
  for (const words of ['The class of 2040', 'Billing clerks', 'Bring to cabinet', 'The staff eat lunch'])
    expect(markdown.text).toContain(words);
  const csv = await exported(/^CSV/);
  expect(csv.name).toBe('long-game-2026-11-24.csv');
  expect(csv.text).toContain('Billing clerks');
  expect(csv.text.trim().split('\r\n')).toHaveLength(6);
});

test('exports only what is shown, when asked to', async () => {
  await log();
  await page.getByRole('searchbox').fill('superintendent');
  await expect.element(page.getByText('1 of 5 clippings', { exact: true })).toBeVisible();
  const { text } = await exported(/^JSON/, /^This view, 1 clipping/);
  const backup: { clippings: { id: string }[]; reflections: unknown[]; articles: unknown[] } =
    JSON.parse(text);
  expect(backup.clippings.map((row) => row.id)).toEqual([id(3)]);
  expect(backup.articles).toHaveLength(1);
  expect(backup.reflections).toHaveLength(1);
  const whole = await exported(/^CSV/, /^Everything, 5 clippings/);
  expect(whole.text).toContain('Billing clerks');
});

test('a deleted clipping is in no export', async () => {
  const { store } = await log();
  await page.getByRole('link', { name: /^By March/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  const { text } = await exported(/^JSON/);
  expect(text).not.toContain('By March');
  expect(text).not.toContain('The district, for the first year.');
  expect((await store.log()).clippings).toHaveLength(4);
});

test('the export menu closes on Escape and gives the focus back', async () => {
  await log();
  const button = page.getByRole('button', { name: 'Export' });
  await button.click();
  await expect.element(page.getByRole('region', { name: 'Export' })).toBeVisible();
  await userEvent.keyboard('{Tab}{Escape}');
  await expect.element(page.getByRole('region', { name: 'Export' })).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('export, wipe, import: the same log', async () => {
  const { store, client } = await log();
  const before = await store.log();
  const { text } = await exported(/^JSON/);
  await store.wipe();
  await expect.element(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  giveFile('long-game-2026-11-24.json', text);
  await expect.element(page.getByRole('heading', { name: 'What this file would change' })).toHaveFocus();
  await expect
    .element(page.getByText(/A Long Game backup of 5 clippings, made on 24 November\./))
    .toBeVisible();
  await expect.element(page.getByText(/would be added, with 2 notes and 1 answer/)).toBeVisible();
  expect((await store.log()).clippings).toEqual([]);
  await page.getByRole('button', { name: 'Import 5 clippings' }).click();
  await expect.element(page.getByRole('heading', { name: '5 clippings added' })).toHaveFocus();
  await expect.element(page.getByText('The log now holds 5 clippings.')).toBeVisible();
  const after = await store.log();
  const sorted = (rows: ReadingLog) => JSON.parse(backupJson(rows, NOW));
  expect(sorted(after)).toEqual(sorted(before));
  expect(client.told.at(-1)).toHaveLength(3);
  await page.getByRole('button', { name: 'See the log' }).click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});

test('shows both notes where the file is newer, and which rows it cannot take and why', async () => {
  const { store } = await log();
  const file = smallLog();
  const backup: Record<string, unknown> = JSON.parse(
    backupJson(
      {
        articles: file.articles,
        clippings: [
          { ...file.clippings[1]!, note: 'For the retreat?', updatedAt: '2026-11-01T08:00:00.000Z' },
          file.clippings[0]!,
          clipping(9, { quote: 'Entirely new.' }),
        ],
        reflections: [],
      },
      NOW,
    ),
  );
  const rows = backup.clippings;
  if (!Array.isArray(rows)) throw new Error('a backup has clippings');
  rows.push({ ...clipping(8), articleUrl: 'javascript:void(0)' });
  await page.getByRole('button', { name: 'Import' }).query();
  giveFile('other.json', JSON.stringify(backup));
  await expect.element(page.getByText('Fourteen months. Bring to cabinet.')).toBeVisible();
  await expect.element(page.getByText('For the retreat?')).toBeVisible();
  await expect.element(page.getByText(/was changed since it was exported/)).toBeVisible();
  expect([...document.querySelectorAll('.tally__n')].map((count) => count.textContent)).toEqual([
    '1',
    '1',
    '1',
    '1',
    '0',
  ]);
  expect((await store.clipping(id(2)))?.note).toBe('Fourteen months. Bring to cabinet.');
  await page.getByRole('button', { name: 'Import 2 clippings' }).click();
  await expect
    .element(page.getByRole('heading', { name: '1 clipping added, 1 clipping updated and 1 row set aside' }))
    .toBeVisible();
  await expect.element(page.getByText(/javascript:void\(0\)/)).toBeVisible();
  expect((await store.clipping(id(2)))?.note).toBe('For the retreat?');
  await page.getByRole('button', { name: 'See the log' }).click();
  await expect.element(page.getByText('1 row set aside')).toBeVisible();
});

test.each([
  ['not JSON', '{"format": "long-game-backup", ', /ends too early|not JSON/],
  ['not ours', '{"hello": 1}', /This file is not a Long Game backup/],
  [
    'from a newer version',
    '{"format": "long-game-backup", "version": 3, "articles": [], "clippings": [], "reflections": []}',
    /made by a newer Long Game \(version 3\)\. Update Long Game/,
  ],
  ['empty', '', /This file is empty/],
])('a file that is %s is refused with a sentence, and nothing changes', async (_what, text, words) => {
  const { store } = await log();
  giveFile('some.json', text);
  await expect.element(page.getByRole('heading', { name: 'This file was not imported' })).toHaveFocus();
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByText(/Nothing was changed\./)).toBeVisible();
  expect((await store.log()).clippings).toHaveLength(5);
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});

test('an import that fails says why, and can be tried again', async () => {
  const target = await storeWith(smallLog());
  await log(smallLog(), {
    merge: async () => {
      throw new Error('the disk went away');
    },
  });
  target.close();
  const file = { ...smallLog(), clippings: [clipping(9)], reflections: [] };
  giveFile('a.json', backupJson(file, NOW));
  await page.getByRole('button', { name: 'Import 1 clipping' }).click();
  await expect.element(page.getByText(/the disk went away/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import 1 clipping' })).toBeEnabled();
});

test('a file with nothing new has nothing to import', async () => {
  await log();
  giveFile('same.json', backupJson(smallLog(), NOW));
  await expect.element(page.getByText(/They would be left alone\./)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/Import \d/);
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});
