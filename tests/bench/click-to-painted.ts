import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchChromium } from '../e2e/chromium.ts';
import { number, object } from '../e2e/json.ts';
import { readToEnd } from '../e2e/reading.ts';
import { type FixtureServer, serveFixtures } from '../e2e/serve.ts';
import { attach } from '../e2e/target.ts';

/**
 * From the click on the toolbar button to the first frame after the first sentence of the sample article is painted,
 * in milliseconds: with the background awake and its model loaded, and with the background dead. The popup opens too,
 * as it does for a reader.
 */
export async function clickToPainted(runs: number): Promise<{
  warm: number[];
  cold: number[];
  /** Bytes of the background after the last reading: its heap, and what is behind it, WebAssembly's memory too. */
  memory: number;
}> {
  const server = await serveFixtures();
  const browser = await launchChromium();
  try {
    // Once before the clock starts: the browser's own caches are not what is measured.
    await once(browser, server);
    const warm: number[] = [];
    const cold: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      warm.push(await once(browser, server));
      await browser.stopWorker();
      cold.push(await once(browser, server));
    }
    return { warm, cold, memory: await memoryOf(browser) };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function memoryOf(browser: ExtensionBrowser): Promise<number> {
  const cdp = await browser.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The browser speaks no DevTools protocol.');
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  if (!worker) throw new Error('The background is not running.');
  const target = await attach(cdp, worker.targetId);
  await target.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = object(await target.send('Runtime.getHeapUsage'));
  return number(usedSize) + number(backingStorageSize);
}

async function once(browser: ExtensionBrowser, server: FixtureServer): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(server.url('/sample-article/'));
  const painted = firstPaint(page);
  // The page and this process share the system's clock.
  const began = Date.now();
  await browser.clickAction(page);
  const at = await painted;
  await readToEnd(browser, page);
  await (await browser.popup()).close();
  await page.close();
  return at - began;
}

/** When the first frame with a highlight in the registry was drawn, by the system's clock. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (CSS.highlights.size > 0) requestAnimationFrame(() => resolve(Date.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
