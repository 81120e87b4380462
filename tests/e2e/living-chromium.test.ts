import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { array, text } from './json.ts';
import { application, component, frameAround, PAINTED, WORDS } from './living-pages.ts';
import { articlePage } from './long-page.ts';
import { leftovers, lookAt } from './page-state.ts';
import { readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { until } from './until.ts';

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  browser = await launchChromium({ backForwardCache: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const painted = async (page: Page): Promise<string[]> => array(await page.evaluate(PAINTED)).map(text);
/** What is painted as soon as observers have heard of a change, before the page is drawn. */
const paintedAfter = (page: Page, change: string): Promise<unknown> =>
  page.evaluate(`(async () => { ${change}; await null; return ${PAINTED}; })()`);
const words = async (page: Page): Promise<string> => text(await page.evaluate(WORDS));
const isPainted = (page: Page): Promise<string[]> =>
  until('something is painted', async () => {
    const now = await painted(page);
    return now.length > 0 && now;
  });

async function read(url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const { popup, reading } = await readPage(browser, page);
  expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
  await popup.close();
  await isPainted(page);
  return page;
}

describe('a living page', () => {
  it('drawn anew has its marks on the new words', async () => {
    const page = await read(server.put('/living/redrawn', application()));
    const before = await painted(page);
    expect(await paintedAfter(page, 'redraw()')).toEqual([]);
    await until('the same words are painted', async () => {
      expect(new Set(await painted(page))).toEqual(new Set(before));
      return true;
    });
    await page.close();
  });

  it('that goes on by script never shows the last words’ marks on the next', async () => {
    const page = await read(server.put('/living/application', application()));
    await page.evaluate('globalThis.next = go(1)');
    expect(await paintedAfter(page, 'next.arrive()')).toEqual([]);
    const now = await isPainted(page);
    const shown = await words(page);
    for (const sentence of now) expect(shown).toContain(sentence);
    await page.close();
  });

  it('of components is painted inside them, and left as it was', async () => {
    const url = server.put('/living/component', component());
    const page = await browser.context.newPage();
    await page.goto(url);
    const before = await lookAt(page);
    const { popup } = await readPage(browser, page);
    await isPainted(page);
    const adopted = `document.querySelector('article-page').shadowRoot.adoptedStyleSheets.length`;
    expect(await page.evaluate(adopted)).toBe(1);
    await popup.clickOn('document.querySelector("[role=switch]")');
    await until('the marks are off', async () => (await painted(page)).length === 0);
    expect(leftovers(before, await lookAt(page))).toEqual([]);
    expect(await page.evaluate(adopted)).toBe(0);
    await popup.close();
    await page.close();
  });

  it('in a frame of its own site is marked in there', async () => {
    server.put('/living/framed', articlePage(12));
    const page = await browser.context.newPage();
    await page.goto(server.put('/living/frame', frameAround('/living/framed')));
    const { popup, reading } = await readPage(browser, page);
    expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
    await isPainted(page);
    expect((await lookAt(page)).afterBody).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('that was left and comes back from the browser’s cache still has its marks, and its state', async () => {
    const page = await read(server.put('/living/left', articlePage(12)));
    await page.evaluate(`addEventListener('pageshow', ({ persisted }) => { globalThis.back = persisted; })`);
    const before = await painted(page);
    await page.goto(server.put('/living/other', articlePage(3)));
    // No load comes with a page that was kept, which `goBack` waits for.
    await page.goBack({ waitUntil: 'commit' });
    await until('the kept page is shown', () => page.evaluate('globalThis.back === true'));
    expect(await painted(page)).toEqual(before);
    const popup = await browser.openPopup(page);
    await until('the popup lists its passages', async () => /passages? of/.test(await popup.text()));
    await popup.clickOn('document.querySelector("[role=switch]")');
    await until('the marks are off', async () => (await painted(page)).length === 0);
    await popup.close();
    await page.close();
  });

  it('prints as it is', async () => {
    const url = server.put('/living/printed', articlePage(12));
    const control = await browser.context.newPage();
    await control.goto(url);
    const page = await read(url);
    const shot = (of: Page) => of.screenshot({ animations: 'disabled', caret: 'hide' });
    expect((await shot(page)).equals(await shot(control))).toBe(false);
    for (const one of [page, control]) await one.emulateMedia({ media: 'print' });
    expect((await shot(page)).equals(await shot(control))).toBe(true);
    await page.close();
    await control.close();
  });
});
