import { browser } from 'wxt/browser';
import { done, refused } from './answers.ts';
import type { Answer } from './protocol.ts';
import { commandTab } from './tab-command.ts';
import type { TabReading } from './tab-reading.ts';
import { readTabReading, writeTabReading } from './tab-readings.ts';

export const SCRIPT = '/content-scripts/annotate.js';
const STYLE = '/assets/page.css';

const PROTECTED: TabReading = {
  document: '',
  phase: 'done',
  what: 'protected',
  page: null,
  minutes: null,
  total: 0,
  read: 0,
  marks: false,
  passages: [],
  clippings: [],
  frameUrl: null,
  error: null,
};

/** Puts the content script in; false where the browser keeps the page to itself. */
async function putIn(tabId: number): Promise<boolean> {
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Firefox refuses its own about: pages without an error: the result is null.
    return Boolean(result);
  } catch {
    // Store, browser page, error page, another extension's page: the browsers word it in a dozen ways.
    return false;
  }
}

/** Whether the tab was closed meanwhile: then nothing is known of its page. */
const isGone = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => false,
    () => true,
  );

/**
 * Reads a tab: puts the content script in, which starts by itself, or goes on where it already is. A page that the
 * browser keeps to itself becomes the tab's state, and is no error.
 */
export async function readTab(tabId: number, force: boolean): Promise<Answer> {
  if (!(await putIn(tabId))) {
    if (await isGone(tabId)) return refused('This tab was closed.');
    const last = await readTabReading(tabId);
    if (last === null || last.what === 'protected') await writeTabReading(tabId, PROTECTED);
    return refused('The browser keeps this page to itself.');
  }
  if (!force) return done(null);
  const answer = await commandTab(tabId, { type: 'read', force: true });
  return answer.ok ? done(null) : answer;
}

/** The shortcut and the menu: reads the tab, or shows and hides the marks of one that was read. */
export async function toggleTab(tabId: number): Promise<Answer> {
  const answer = await commandTab(tabId, { type: 'toggle' });
  if (answer.ok) return done(null);
  return answer.nobody ? readTab(tabId, false) : answer;
}

/** Puts the highlights' style sheet into the page, or takes it out again. */
export async function styleTab(tabId: number, on: boolean): Promise<Answer> {
  // Once in is once out: the browsers stack a sheet that is put in twice.
  const sheet = { target: { tabId }, files: [STYLE] };
  await browser.scripting.removeCSS(sheet);
  if (on) await browser.scripting.insertCSS(sheet);
  return done(null);
}
