import { browser } from 'wxt/browser';
import layer from '../annotation/layer.css?inline';
import type { Sheets } from '../annotation/session-ports.ts';
import { done, refused, sentenceOf } from './answers.ts';
import type { Answer } from './protocol.ts';
import { commandTab } from './tab-command.ts';
import type { TabReading } from './tab-reading.ts';
import { forgetTabReading, readTabReading, writeTabReading } from './tab-readings.ts';

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

/** Puts the content script in; `kept` where the browser keeps the page to itself, `moved` where it went on meanwhile. */
async function putIn(tabId: number): Promise<'in' | 'kept' | 'moved'> {
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Firefox refuses its own about: pages without an error: the result is null.
    return result ? 'in' : 'kept';
  } catch (error) {
    if (/was removed|no tab with id|invalid tab/i.test(sentenceOf(error))) return 'moved';
    // Store, browser page, error page, another extension's page: the browsers word it in a dozen ways.
    return 'kept';
  }
}

/**
 * Reads a tab: puts the content script in, which starts by itself, or goes on where it already is. A page that the
 * browser keeps to itself becomes the tab's state, and is no error.
 */
export async function readTab(tabId: number, force: boolean, again = false): Promise<Answer> {
  const put = await putIn(tabId);
  if (put === 'moved') return refused('The page was still loading. Press the button again.');
  if (put === 'kept') {
    const last = await readTabReading(tabId);
    if (last === null || last.what === 'protected') await writeTabReading(tabId, PROTECTED);
    return refused('The browser keeps this page to itself.');
  }
  if (!force && !again) return done(null);
  const answer = await commandTab(tabId, { type: 'read', force });
  return answer.ok ? done(null) : answer;
}

/**
 * Forgets what was known of a tab whose document has no script of ours: it went elsewhere. A tab that only changed
 * its address says again how it stands.
 */
export async function forgetUnlessHere(tabId: number): Promise<void> {
  if ((await readTabReading(tabId)) === null) return;
  const { nobody } = await commandTab(tabId, { type: 'say-again' });
  if (nobody) await forgetTabReading(tabId);
}

/** The shortcut and the menu: reads the tab, or shows and hides the marks of one that was read. */
export async function toggleTab(tabId: number): Promise<Answer> {
  const answer = await commandTab(tabId, { type: 'toggle' });
  if (answer.ok) return done(null);
  return answer.nobody ? readTab(tabId, false) : answer;
}

/** The style sheets as text, for the trees that `insertCSS` does not reach. */
export async function sheets(): Promise<Sheets> {
  const file = await fetch(new URL(STYLE, browser.runtime.getURL('/')));
  if (!file.ok) throw new Error(`The style sheet ${STYLE} answered ${file.status}.`);
  return { layer, paint: await file.text() };
}

/** One tab's style changes take turns: on and off pressed quickly must not overtake each other. */
const styling = new Map<number, Promise<void>>();

/** Puts the highlights' style sheet into the page, or takes it out again. */
export async function styleTab(tabId: number, on: boolean): Promise<Answer> {
  const turn = (styling.get(tabId) ?? Promise.resolve()).then(async () => {
    // Once in is once out: the browsers stack a sheet that is put in twice.
    const sheet = { target: { tabId }, files: [STYLE] };
    await browser.scripting.removeCSS(sheet);
    if (on) await browser.scripting.insertCSS(sheet);
  });
  const over = turn.catch(() => undefined);
  styling.set(tabId, over);
  void over.then(() => styling.get(tabId) === over && styling.delete(tabId));
  await turn;
  return done(null);
}
