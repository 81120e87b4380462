import type { Page } from 'playwright-core';
import type { TabReading } from '../../src/messages/tab-reading.ts';
import type { ExtensionBrowser } from '../e2e/chromium.ts';
import { differences, leftovers, lookAt, type PageState } from '../e2e/page-state.ts';
import { press, readingOf, readToEnd } from '../e2e/reading.ts';
import { until } from '../e2e/until.ts';
import { type SavedPage, serveSaved } from './saved-pages.ts';

/** What became of one saved page. A `restless` one changes by itself, and was as it was with its own scripts off. */
export interface PageResult {
  page: string;
  state: 'as it was' | 'restless' | 'changed';
  kind: string;
  passages: number;
  faults: string[];
}

interface Visit {
  page: Page;
  faults: string[];
}

/** Opens a saved page in a tab of its own, its clock of animations stopped, and waits until it is at rest. */
async function open(browser: ExtensionBrowser, saved: SavedPage, scripts: boolean): Promise<Visit> {
  const page = await browser.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => void dialog.dismiss());
  await serveSaved(page, saved, scripts);
  const session = await browser.context.newCDPSession(page);
  await session.send('Animation.enable');
  await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await page.goto(saved.url, { waitUntil: 'domcontentloaded' });
  await atRest(page);
  return { page, faults };
}

/** Two looks in a row that agree, or the last one when the page never rests. */
async function atRest(page: Page): Promise<PageState> {
  let last = await lookAt(page);
  for (let look = 0; look < 10; look += 1) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 })));
    const now = await lookAt(page);
    if (differences(last, now).length === 0) return now;
    last = now;
  }
  return last;
}

/** Reads a saved page beside two that nobody reads; compares them while it is marked and after it is turned off. */
export async function soakPage(browser: ExtensionBrowser, saved: SavedPage): Promise<PageResult> {
  const first = await compare(browser, saved, true);
  if (first.state === 'as it was') return first;
  // A fault of ours is there again. A race of the page's own (where it has scrolled to when its style sheet fails) is not.
  const again = first.state === 'changed' ? await compare(browser, saved, true) : first;
  if (again.state === 'changed') return again;
  const still = await compare(browser, saved, false);
  return still.state === 'as it was' ? { ...still, state: 'restless' } : { ...still, state: 'changed' };
}

async function compare(browser: ExtensionBrowser, saved: SavedPage, scripts: boolean): Promise<PageResult> {
  const control = await open(browser, saved, scripts);
  const treated = await open(browser, saved, scripts);
  try {
    await press(browser, treated.page);
    const first = await readToEnd(browser, treated.page, 60_000);
    // A page in another language is read anyway, so that it is painted as well.
    const reading = first.what === 'language' ? await readAnyway(browser, treated.page) : first;
    const result: PageResult = {
      page: saved.name,
      state: 'as it was',
      kind: reading.phase === 'failed' ? `failed: ${reading.error?.detail}` : first.what,
      passages: reading.passages.length,
      faults: [],
    };
    // A page behind another one has its timers throttled: each is looked at while it is in front.
    await control.page.bringToFront();
    const before = await atRest(control.page);
    await treated.page.bringToFront();
    const found = differences(before, await atRest(treated.page));
    await command(browser, { type: 'marks', on: false });
    await until('our layer is gone', async () => !(await hasLayer(treated.page)), 5_000).catch((error) => {
      found.push(String(error));
    });
    found.push(...leftovers(before, await atRest(treated.page)).map((fault) => `turned off: ${fault}`));
    const own = treated.faults.filter((fault) => !control.faults.includes(fault));
    if (reading.phase === 'failed') own.push(`reading failed: ${reading.error?.message}`);
    if (found.length === 0 && own.length === 0) return result;

    // A page that differs from itself, unread, cannot tell whether we changed it.
    const second = await open(browser, saved, scripts);
    const restless = differences(before, await atRest(second.page)).length > 0;
    await control.page.bringToFront();
    const restlessNow = differences(before, await atRest(control.page)).length > 0;
    await second.page.close();
    const itself = own.length === 0 && (restless || restlessNow);
    return { ...result, state: itself ? 'restless' : 'changed', faults: [...found, ...own] };
  } finally {
    await treated.page.close();
    await control.page.close();
  }
}

/** Says something to the content script of the tab in front, as the popup does. */
async function command(browser: ExtensionBrowser, message: object): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(`chrome.tabs.query({ active: true, currentWindow: true })
    .then(([tab]) => chrome.tabs.sendMessage(tab.id, ${JSON.stringify(message)}))`);
}

/** "Read this page anyway": waits for the end of that second reading. */
async function readAnyway(browser: ExtensionBrowser, page: Page): Promise<TabReading> {
  await command(browser, { type: 'read', force: true });
  return until(
    'the page is read anyway',
    async () => {
      const now = await readingOf(browser, page);
      return now !== null && now.what !== 'language' && !['finding', 'reading'].includes(now.phase) && now;
    },
    60_000,
  );
}

const hasLayer = async (page: Page) => (await lookAt(page)).afterBody.includes('long-game-layer');
