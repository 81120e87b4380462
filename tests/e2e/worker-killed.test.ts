import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { articlePage } from './long-page.ts';
import { press, readingOf, readToEnd } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { until } from './until.ts';

const PARAGRAPHS = 1000;

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  server.put('/long', articlePage(PARAGRAPHS, 20));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Reads the long page in a new tab, killing the worker so often on the way. */
async function read(path: string, kills: number) {
  const page = await browser.context.newPage();
  await page.goto(server.url(path));
  await press(browser, page);
  let seen = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const reading = await until('the reading has gone on', async () => {
      const now = await readingOf(browser, page);
      return now !== null && now.read > seen && now;
    });
    expect(reading.phase, 'the page is too short to be interrupted').toBe('reading');
    seen = reading.read;
    await browser.stopWorker();
  }
  const reading = await readToEnd(browser, page, 60_000);
  await page.close();
  return reading;
}

it('goes on where it stopped when the background is killed in the middle', { timeout: 180_000 }, async () => {
  const whole = await read('/long', 0);
  expect(whole.phase).toBe('done');
  expect(whole.read).toBe(whole.total);
  expect(whole.total).toBeGreaterThanOrEqual(PARAGRAPHS);

  const broken = await read('/long', 3);
  expect(broken.error).toBeNull();
  expect(broken.phase).toBe('done');
  expect(broken.read).toBe(whole.total);
  expect(broken.passages).toEqual(whole.passages);
});
