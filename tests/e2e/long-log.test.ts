import { afterAll, beforeAll, expect, it } from 'vitest';
import { backupJson } from '../../src/log/export-json.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { madeUpLog } from './made-up-log.ts';
import { importLog } from './story.ts';
import { until } from './until.ts';

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchChromium();
  const page = await browser.open('log.html');
  await importLog(page, backupJson(madeUpLog(1500, new Date()), new Date()));
  await page.close();
});
afterAll(() => browser?.close());

it('finds by a mistyped word, draws little of what it finds, and keeps the view under a name over a restart', async () => {
  const page = await browser.open('log.html');
  await page.getByRole('searchbox').fill('harbur pilots');
  await page.getByText('No word begins “harbur”. Shown: harbor.').waitFor();
  const rows = page.locator('.clip');
  expect(await rows.count()).toBeLessThan(100);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Harbor');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Harbor' }).waitFor();

  await browser.restart();
  const again = await browser.open('log.html');
  await again.getByRole('button', { name: 'Harbor' }).click();
  await again.getByRole('heading', { level: 1, name: 'Harbor' }).waitFor();
  expect(await again.getByRole('searchbox').inputValue()).toBe('harbur pilots');
  expect(new URL(again.url()).hash).toBe('#q=harbur+pilots&sort=oldest');
  await again.close();
});

it('goes from the log to the insights, and from their numbers back to that part of the log', async () => {
  const page = await browser.open('log.html');
  await page.getByRole('link', { name: 'Insights' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'What you kept in the last 12 weeks leans long' })
    .waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PNG: Short and long, week by week' }).click();
  expect((await saved).suggestedFilename()).toBe('long-game-balance.png');
  await page.getByText('Show the numbers').first().click();
  const row = page.locator('.numbers').first().locator('tbody tr').nth(5);
  const cells = await row.locator('td').allTextContents();
  await row.getByRole('link').click();
  const kept = cells.reduce((sum, cell) => sum + Number(cell), 0);
  await page.getByText(`${kept} of 1,500 clippings`, { exact: true }).waitFor();
  await page.close();
});

it('shows on the button how many questions wait, once that is asked for, and takes it away again', async () => {
  const badge = async (): Promise<unknown> =>
    (await browser.worker()).evaluate('chrome.action.getBadgeText({})');
  expect(await badge()).toBe('');
  const page = await browser.open('options.html');
  const remind = page.getByRole('switch', { name: /how many wait today/ });
  await remind.click();
  await until('the number is on the button', async () => (await badge()) === '3');

  const log = await browser.open('log.html');
  await log.getByText("Today's question").click();
  await log.getByRole('textbox', { name: 'Your answer' }).fill('An answer');
  await log.getByRole('button', { name: 'Keep answer' }).click();
  await until('one waits less', async () => (await badge()) === '2');
  await log.close();

  await remind.click();
  await until('the number is gone', async () => (await badge()) === '');
  await page.close();
});
