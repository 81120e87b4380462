import { seededRandom } from '../../src/classifier/training/random.ts';
import type { TabReading } from '../../src/messages/tab-reading.ts';
import type { ExtensionBrowser } from '../e2e/chromium.ts';
import { articlePage } from '../e2e/long-page.ts';
import { press, readingOf, readToEnd } from '../e2e/reading.ts';
import type { FixtureServer } from '../e2e/serve.ts';
import { until } from '../e2e/until.ts';

/** Paragraphs of the page that is read: enough that a reading can be met in the middle. */
const PARAGRAPHS = 1000;

/** How many readings it took to kill the worker so often, and where a reading was not what it is undisturbed. */
export interface KillResult {
  kills: number;
  readings: number;
  faults: string[];
}

/**
 * Kills the background in the middle of readings, so many times in all, at most three in one reading; each must end as
 * the undisturbed one does.
 */
export async function soakKills(
  browser: ExtensionBrowser,
  server: FixtureServer,
  count: number,
  seed: number,
): Promise<KillResult> {
  const random = seededRandom(seed);
  server.put('/soak/kills', articlePage(PARAGRAPHS, 20));
  const result: KillResult = { kills: 0, readings: 0, faults: [] };
  const whole = await readKilled(browser, server.url('/soak/kills'), []);
  while (result.kills < count) {
    // To the very end: what is said last is lost most easily.
    const points = Array.from({ length: Math.min(3, count - result.kills) }, random).sort();
    const { reading, kills } = await readKilled(browser, server.url('/soak/kills'), points);
    result.readings += 1;
    result.kills += kills;
    if (kills === 0 && Math.min(...points) < 0.9)
      result.faults.push('a reading was over before it could be interrupted');
    if (result.faults.length > 5) break;
    if (
      JSON.stringify(reading.passages) !== JSON.stringify(whole.reading.passages) ||
      reading.phase !== 'done'
    )
      result.faults.push(
        `killed at ${points.map((p) => p.toFixed(2)).join(', ')}: ${reading.phase}, ` +
          `${reading.read} of ${reading.total} read, ${reading.passages.length} passages of ${whole.reading.passages.length}`,
      );
  }
  return result;
}

/** Reads a page in a new tab and kills the worker when so great a part of it has been read. */
async function readKilled(
  browser: ExtensionBrowser,
  url: string,
  points: readonly number[],
): Promise<{ reading: TabReading; kills: number }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await press(browser, page);
  let kills = 0;
  for (const point of points) {
    const reading = await until('the reading has come so far', async () => {
      const now = await readingOf(browser, page);
      const far = now !== null && now.total > 0 && now.read >= Math.max(1, point * now.total);
      return far && now;
    });
    if (reading.phase !== 'reading') break;
    await browser.stopWorker();
    kills += 1;
  }
  // One that never ends is a fault, which says how far it came.
  const reading = await readToEnd(browser, page, 60_000).catch(async (error: unknown) => {
    const last = await readingOf(browser, page);
    if (last === null) throw error;
    return last;
  });
  await page.close();
  return { reading, kills };
}
