import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/chromium.ts';
import { leftovers, lookAt } from '../e2e/page-state.ts';
import { readPage } from '../e2e/reading.ts';
import { until } from '../e2e/until.ts';

/** What the browser counts in a page, rubbish collected. */
interface Counters {
  nodes: number;
  listeners: number;
}

/** What fifty turns on and off left behind. */
export interface TurnResult {
  turns: number;
  first: Counters;
  last: Counters;
  faults: string[];
}

async function count(session: CDPSession): Promise<Counters> {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners };
}

const SWITCH = 'document.querySelector("[role=switch]")';
const SAYS = `${SWITCH}?.getAttribute('aria-checked')`;

const isMarked = async (page: Page) => (await lookAt(page)).highlights.length > 0;

/** Turns the marks of a page off and on so often through the popup's switch; the last turn must leave what the first did. */
export async function soakTurns(browser: ExtensionBrowser, url: string, turns: number): Promise<TurnResult> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const before = await lookAt(page);
  const session = await browser.context.newCDPSession(page);
  const { popup } = await readPage(browser, page);
  const faults: string[] = [];
  let first: Counters | null = null;
  let last: Counters | null = null;
  const flip = async (on: boolean) => {
    // The popup hears of the paint a little after the page shows it: a click before that would ask for what is there.
    await until(
      `the switch says ${on ? 'off' : 'on'}`,
      async () => (await popup.evaluate(SAYS)) === String(!on),
    );
    await popup.clickOn(SWITCH);
    await until(`the marks are ${on ? 'on' : 'off'}`, async () => (await isMarked(page)) === on);
  };
  await until('the marks are there', () => isMarked(page));
  for (let turn = 0; turn < turns; turn += 1) {
    await flip(false);
    await until('our layer is gone', async () => (await lookAt(page)).afterBody.length === 0);
    for (const fault of leftovers(before, await lookAt(page))) faults.push(`turn ${turn + 1}: ${fault}`);
    last = await count(session);
    first ??= last;
    await flip(true);
  }
  await popup.close();
  await page.close();
  if (!first || !last) throw new Error('There must be at least one turn.');
  for (const what of ['nodes', 'listeners'] as const)
    if (last[what] > first[what])
      faults.push(`${what}: ${first[what]} after the first turn, ${last[what]} after the last`);
  return { turns, first, last, faults };
}
