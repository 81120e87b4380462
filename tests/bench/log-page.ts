import type { Page } from 'playwright-core';
import type { ReadingLog } from '../../src/clippings/schema.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/chromium.ts';
import { number, object } from '../e2e/json.ts';
import { madeUpLog } from '../e2e/made-up-log.ts';

/** What the log page took in one Chromium, with a log of one size. Times in milliseconds, memory in bytes. */
export interface LogPageFigures {
  /** From the navigation to the first frame that has a clipping in it, and to the whole log read. */
  firstPaint: number[];
  whole: number[];
  /** From a letter typed to the frame that has its results; the first one typed, and later ones. */
  firstSearch: number[];
  search: number[];
  /** The longest frame while the list was scrolled by screens, and how many rows were drawn at most. */
  scroll: number[];
  drawn: number;
  /** The page's heap with the log in it. */
  memory: number;
}

const CHUNK = 2000;
const TYPED = ['harbor', 'wag', 'teach', 'supperintendent', 'equity gap', 'reveiw', 'bells', 'vote', 'a', ''];

/** Opens the built log page on a made-up log of so many clippings, so often. */
export async function logPageFigures(count: number, runs: number): Promise<LogPageFigures> {
  const browser = await launchChromium();
  try {
    await fill(browser, madeUpLog(count, new Date()));
    const figures: LogPageFigures = {
      firstPaint: [],
      whole: [],
      firstSearch: [],
      search: [],
      scroll: [],
      drawn: 0,
      memory: 0,
    };
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.context.newPage();
      await page.addInitScript(watchFirstPaint);
      await page.goto(browser.url('log.html'));
      const { first, whole } = await page.evaluate(waitWhole);
      figures.firstPaint.push(first);
      figures.whole.push(whole);
      for (const [at, text] of TYPED.entries())
        (at === 0 ? figures.firstSearch : figures.search).push(await page.evaluate(typeInto, text));
      const { longest, drawn } = await page.evaluate(scrollDown);
      figures.scroll.push(longest);
      figures.drawn = Math.max(figures.drawn, drawn);
      figures.memory = await heapOf(page);
      await page.close();
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** Puts the rows straight into the database that the page has made: importing 100,000 is not what is measured. */
async function fill(browser: ExtensionBrowser, log: ReadingLog): Promise<void> {
  const page = await browser.open('log.html');
  await page.getByRole('heading', { level: 1, name: 'Nothing kept yet' }).waitFor();
  for (const store of ['articles', 'clippings', 'reflections'] as const)
    for (let at = 0; at < log[store].length; at += CHUNK)
      await page.evaluate(
        ([name, rows]) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('long-game');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const tx = opening.result.transaction(name, 'readwrite');
              for (const row of rows) tx.objectStore(name).put(row);
              tx.onabort = () => reject(tx.error);
              tx.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
        [store, log[store].slice(at, at + CHUNK)] as const,
      );
  await page.close();
}

/** Runs in the page before its own scripts: notes when the first clipping was drawn. */
function watchFirstPaint(): void {
  const look = (): void => {
    if (document.querySelector('.clip .quote'))
      requestAnimationFrame(() => performance.mark('first clipping'));
    else requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page. */
async function waitWhole(): Promise<{ first: number; whole: number }> {
  const said = (): string => document.querySelector('.list__head .sort')?.textContent ?? '';
  while (!/^[\d,]+ clippings$/.test(said())) await new Promise(requestAnimationFrame);
  const whole = performance.now();
  const [mark] = performance.getEntriesByName('first clipping');
  return { first: mark?.startTime ?? Number.NaN, whole };
}

/** Runs in the page: types, and waits for the frame after the list was drawn for it. */
async function typeInto(text: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('no search field');
  const began = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await new Promise<void>((resolve) => {
    // After the frame is drawn: a message comes when the thread is free of it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
  return performance.now() - began;
}

/** Runs in the page: 40 screens down, one each frame. */
async function scrollDown(): Promise<{ longest: number; drawn: number }> {
  let longest = 0;
  let drawn = 0;
  let last = await new Promise<number>(requestAnimationFrame);
  for (let step = 0; step < 40; step += 1) {
    scrollBy(0, innerHeight);
    const now = await new Promise<number>(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    drawn = Math.max(drawn, document.querySelectorAll('.clip').length);
    last = now;
  }
  return { longest, drawn };
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = object(await cdp.send('Runtime.getHeapUsage'));
  return number(usedSize);
}
