import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { isLoopback, requestsIn } from './net-log.ts';
import { press, readingOf, readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import {
  clipPassage,
  clippingsOf,
  clipSelection,
  exportLog,
  importLog,
  rowsOf,
  select,
  wipe,
} from './story.ts';
import { until } from './until.ts';

const SELECTED = 'I ask her what she learned this week, and she does not stop talking until supper.';
const NOTES = ['=Put this before the board, “as is”', 'Ask | our *own* parents'] as const;

let server: FixtureServer;
let other: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  other = await serveFixtures('localhost');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await other?.close();
});

it('reads, keeps, finds again, exports and restores, and sends nothing anywhere', {
  timeout: 180_000,
}, async () => {
  const url = server.url('/sample-article/');
  const page = await browser.context.newPage();
  await page.goto(url);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

  // One click on the toolbar button reads the page.
  await select(page, SELECTED);
  const { popup, reading } = await readPage(browser, page);
  expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
  expect(reading.page?.title).toBe('The year a district asked what its pupils will walk into');
  expect(reading.page?.byline).toBe('Odile Brannigan');
  await until('its signals are painted', () => page.evaluate(() => CSS.highlights.size > 0));

  // Two clippings: a passage and a selection, each with a note.
  const passage = reading.passages.find(({ tags }) => tags.some(({ word }) => word !== 'perhaps'));
  if (!passage) throw new Error('no passage of the sample article is marked');
  await clipPassage(popup, passage.index, NOTES[0]);
  await clipSelection(popup, NOTES[1]);
  await popup.close();

  // The browser ends and starts again; the same page finds both.
  await browser.restart();
  const again = await browser.context.newPage();
  await again.goto(url);
  await press(browser, again);
  const found = await until('both clippings were looked for', async () => {
    const now = await readingOf(browser, again);
    return now?.clippings.length === 2 && now.clippings.every(({ state }) => state !== 'pending') && now;
  });
  expect(found.clippings.map(({ state }) => state)).toEqual(['exact', 'exact']);

  // The log shows both, and every export has both.
  const log = await browser.open('log.html');
  for (const words of [passage.text, SELECTED, ...NOTES])
    await log.getByText(words, { exact: true }).first().waitFor();
  const markdown = await exportLog(log, 'Markdown');
  const csv = await exportLog(log, 'CSV');
  const backup = await exportLog(log, 'JSON backup');
  const plain = (marked: string) => marked.replace(/\\(.)/g, '$1');
  for (const quote of [passage.text, SELECTED]) expect(plain(markdown)).toContain(quote);
  for (const note of NOTES) expect(plain(markdown)).toContain(note);
  expect(markdown).not.toContain('Ask | our *own* parents');
  for (const quote of [passage.text, SELECTED]) expect(csv).toContain(quote.replaceAll('"', '""'));
  expect(csv).not.toMatch(/(^|,|")=Put this/m);
  expect(clippingsOf(backup)).toEqual(
    expect.arrayContaining([
      { quote: passage.text, note: NOTES[0] },
      { quote: SELECTED, note: NOTES[1] },
    ]),
  );

  // Wiped, and brought back whole. An open article would look for what comes back, and note when it did.
  await log.close();
  await again.goto(new URL('front.html', url).href);
  await wipe(browser, 2);
  const empty = await browser.open('log.html');
  await empty.getByText('Nothing kept yet').waitFor();
  expect(await importLog(empty, backup)).toMatch(/2 clippings added/);
  await empty.getByText(SELECTED, { exact: true }).first().waitFor();
  expect(rowsOf(await exportLog(empty, 'JSON backup'))).toEqual(rowsOf(backup));

  // What our pages could not do if they tried: the connection is refused before it is made.
  const beacon = other.url('/beacon');
  await expect(empty.evaluate((to) => fetch(to), beacon)).rejects.toThrow();
  const fromWorker = (await browser.worker()).evaluate((to) => fetch(to).then(() => 'sent'), beacon);
  await expect(fromWorker).rejects.toThrow();
  expect(other.asked).toEqual([]);

  // And what the browser says was asked of the network, by anybody: only what the pages of the test asked.
  const id = browser.id;
  const origin = server.origin;
  await again.evaluate((to) => fetch(to, { mode: 'no-cors' }), other.url('/seen'));
  await browser.restart();
  const logged = await Promise.all(browser.netLogs().map(requestsIn));
  expect(logged).toHaveLength(2);
  const requests = logged.flat().filter(({ url: to }) => /^(https?|wss?|ftp):/.test(to));
  expect(requests.map((request) => request.url)).toContain(other.url('/seen'));
  expect(requests.filter(({ initiator }) => initiator.includes(id))).toEqual([]);
  expect(requests.filter(({ initiator, url: to }) => initiator === origin && !isLoopback(to))).toEqual([]);
});
