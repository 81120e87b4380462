import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tagName } from '../../src/framework/tag-names.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { articlePage } from './long-page.ts';
import { press, readPage, readToEnd } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { clipPassage, wipe } from './story.ts';
import { until } from './until.ts';

const PARAGRAPHS = 12;

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens and reads an article of its own at this path; each has the same words. */
async function read(path: string) {
  const page = await browser.context.newPage();
  await page.goto(server.put(path, articlePage(PARAGRAPHS)));
  await press(browser, page);
  const { passages, phase } = await readToEnd(browser, page);
  expect(phase).toBe('done');
  return { page, passages };
}

/** What the side panel says of a paragraph when asked why; it is in a tab of its own and follows the active one. */
async function whyInPanel(page: Page, index: number): Promise<string> {
  const panel = await browser.open('sidepanel.html');
  await page.bringToFront();
  const row = panel.locator('.along__row', {
    has: panel.getByText(`Paragraph ${index + 1}`, { exact: true }),
  });
  // A tab behind another is not painted: nothing in it comes to rest for a real click.
  await row.locator('.go').dispatchEvent('click');
  await row.getByRole('button', { name: 'Why these tags' }).dispatchEvent('click');
  const because = await row.locator('.because').textContent();
  await panel.close();
  return because ?? '';
}

it('a corrected tag moves on the next page, says so, and is the shipped one again when the lesson goes', {
  timeout: 240_000,
}, async () => {
  const before = await read('/before');
  const clear = before.passages.flatMap(({ index, text, tags }) =>
    tags
      .filter(({ word }) => word === 'clear')
      .map(({ tag, confidence }) => ({ index, text, tag, confidence })),
  );
  const [wrong] = clear;
  if (!wrong) throw new Error('no passage is clearly about anything');
  expect(before.passages.flatMap(({ tags }) => tags).every(({ taught }) => taught === 0)).toBe(true);
  await before.page.close();

  // The reader clips the passage and takes one of its tags away.
  const page = await browser.context.newPage();
  await page.goto(server.put('/corrected', articlePage(PARAGRAPHS)));
  const { popup, reading } = await readPage(browser, page);
  expect(reading.passages).toEqual(before.passages);
  await clipPassage(popup, wrong.index, 'Not what we mean by it');
  await popup.click(/^Correct tags/);
  await popup.click(tagName(wrong.tag).shortName);
  await until('the tag is gone from the clipping', async () => {
    const log = await browser.open('options.html');
    const taught = await log
      .locator('.taught')
      .textContent({ timeout: 5000 })
      .catch(() => null);
    await log.close();
    return taught?.includes('taken away once');
  });
  await popup.close();
  await page.close();

  // The next page, read by a background that was killed meanwhile.
  await browser.stopWorker();
  const after = await read('/after');
  const now = after.passages
    .find(({ index }) => index === wrong.index)
    ?.tags.find(({ tag }) => tag === wrong.tag);
  expect(now?.taught).toBe(1);
  expect(now?.confidence).toBeLessThan(wrong.confidence);
  const others = (passages: typeof after.passages) =>
    passages.map(({ index, tags }) => [index, tags.filter(({ tag }) => tag !== wrong.tag)]);
  const stillThere = new Set(after.passages.map(({ index }) => index));
  expect(others(after.passages)).toEqual(
    others(before.passages.filter(({ index }) => stillThere.has(index))),
  );
  const shown = after.passages.find(({ tags }) =>
    tags.some(({ taught, word }) => taught > 0 && word !== 'perhaps'),
  );
  expect(await whyInPanel(after.page, shown?.index ?? -1)).toContain('You taught this once.');
  await after.page.close();

  // Switched off, it is the shipped model; the clipping stays as it was corrected.
  const options = await browser.open('options.html');
  await options.getByRole('switch', { name: /Learn from my corrections/ }).click();
  const off = await read('/off');
  expect(off.passages).toEqual(before.passages);
  await off.page.close();
  await options.getByText('taken away once').waitFor();
  await options.getByRole('switch', { name: /Learn from my corrections/ }).click();
  await options.close();
  const on = await read('/on');
  expect(on.passages).toEqual(after.passages);
  await on.page.close();

  // Everything is deleted, and with it what was made of its words.
  await wipe(browser, 1);
  const wiped = await read('/wiped');
  expect(wiped.passages).toEqual(before.passages);
  const own = await browser.open('options.html');
  expect(await own.evaluate('chrome.storage.local.get(null).then(Object.keys)')).not.toContain('studied');
});
