import type { Page } from 'playwright-core';
import { type TabReading, tabReading } from '../../src/messages/tab-reading.ts';
import type { ExtensionBrowser } from './chromium.ts';
import type { TargetPage } from './target.ts';
import { until } from './until.ts';

/** Every tab's last known state, as the background keeps it. */
export async function readings(browser: ExtensionBrowser): Promise<TabReading[]> {
  return Object.entries(await browser.sessionStorage())
    .filter(([key]) => key.startsWith('tab:'))
    .map(([, value]) => tabReading.parse(value));
}

/** The state of the tab that shows this page, or null while there is none. */
export async function readingOf(browser: ExtensionBrowser, page: Page): Promise<TabReading | null> {
  const visited = page.url();
  const all = await readings(browser);
  // A reading that failed before anything was known of its page is taken for this one's.
  const failed = all.find((reading) => reading.page === null && reading.phase === 'failed');
  return all.find((reading) => reading.page?.visitedUrl === visited) ?? failed ?? null;
}

/** Waits until a page is read to its end, however that ended. */
export const readToEnd = (browser: ExtensionBrowser, page: Page, within = 60_000): Promise<TabReading> =>
  until(
    `${page.url()} is read`,
    async () => {
      const reading = await readingOf(browser, page);
      return reading !== null && !['finding', 'reading'].includes(reading.phase) && reading;
    },
    within,
  );

/** Clicks the toolbar button, waits until the page is read, and gives the popup with what was read. */
export async function readPage(
  browser: ExtensionBrowser,
  page: Page,
): Promise<{ popup: TargetPage; reading: TabReading }> {
  const popup = await browser.openPopup(page);
  return { popup, reading: await readToEnd(browser, page) };
}

/** Clicks the toolbar button and closes the popup again as soon as the page is being read: the popup begins it. */
export async function press(browser: ExtensionBrowser, page: Page): Promise<void> {
  const popup = await browser.openPopup(page);
  await until('the page is being read', () => readingOf(browser, page));
  await popup.close();
}
