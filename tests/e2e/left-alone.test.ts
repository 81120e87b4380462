import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { articlePage } from './long-page.ts';
import { differences, leftovers, lookAt } from './page-state.ts';
import { readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { until } from './until.ts';

/** Pages that are laid out in ways a guest could upset. */
const LAYOUTS: Record<string, string> = {
  'a plain page': '',
  'html as a flex box': 'html { display: flex; justify-content: center }',
  'html as a grid': 'html { display: grid; grid-template-columns: 1fr 1fr; gap: 10px }',
  'a rule for every child of html':
    'html > * { display: block; padding: 7px; border: 3px solid; margin: 11px }',
  'a body with margins and a transform': 'body { margin: 40px; transform: translateX(10px) }',
  'a page that scrolls sideways': 'body { width: 3000px }',
  'no overflow at all': 'html { overflow: hidden; height: 100% } body { height: 100%; overflow: auto }',
};

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

/** Faults that a page reports while it is open. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

/** Reads a page beside one that nobody reads, and compares them: marked, then turned off. */
async function compare(url: string) {
  const control = await browser.context.newPage();
  await control.goto(url);
  const page = await browser.context.newPage();
  const faults = faultsOf(page);
  await page.goto(url);
  const before = await lookAt(control);
  const { popup, reading } = await readPage(browser, page);
  expect(reading.error).toBeNull();
  await until('the marks are on the page', async () => (await lookAt(page)).highlights.length > 0);
  const marked = await lookAt(page);
  await popup.clickOn('document.querySelector("[role=switch]")');
  await until('the marks are off', async () => (await lookAt(page)).highlights.length === 0);
  await until('our host is gone', async () => (await lookAt(page)).afterBody.length === 0);
  const off = await lookAt(page);
  await popup.close();
  await page.close();
  await control.close();
  return { before, marked, off, faults };
}

describe('the page is left as it was', () => {
  it('has at most one element of ours, after the body', async () => {
    const { before, marked, off, faults } = await compare(server.url('/sample-article/'));
    expect(before.afterBody).toEqual([]);
    expect(marked.afterBody).toHaveLength(1);
    expect(differences(before, marked)).toEqual([]);
    expect(leftovers(before, off)).toEqual([]);
    expect(faults).toEqual([]);
  });

  for (const [name, css] of Object.entries(LAYOUTS))
    it(`moves nothing on ${name}`, async () => {
      const url = server.put(
        `/layout/${encodeURIComponent(name)}`.replaceAll('%20', '-'),
        articlePage(40).replace('</head>', `<style>${css}</style></head>`),
      );
      const { before, marked, off, faults } = await compare(url);
      expect(differences(before, marked)).toEqual([]);
      expect(leftovers(before, off)).toEqual([]);
      expect(faults).toEqual([]);
    });
});

describe('the comparison itself', () => {
  it('sees a wrapped word, a moved box, a global and a style sheet', async () => {
    const page = await browser.context.newPage();
    await page.goto(server.url('/sample-article/'));
    const before = await lookAt(page);
    await page.evaluate(() => {
      document.querySelector('h1')?.append(document.createElement('mark'));
    });
    expect(differences(before, await lookAt(page)).join()).toMatch(/the document differs/);
    await page.reload();
    await page.evaluate(() => {
      document.adoptedStyleSheets = [new CSSStyleSheet()];
      document.adoptedStyleSheets[0]?.replaceSync('p { padding-top: 1px }');
      Object.assign(window, { ours: 1 });
    });
    const after = await lookAt(page);
    expect(differences(before, after).join()).toMatch(/boxes moved.*ours/);
    expect(leftovers(before, after).join()).toMatch(/1 style sheets left/);
    await page.close();
  });
});
