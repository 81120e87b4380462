import { browser } from 'wxt/browser';
import type { Store } from '../clippings/store.ts';
import { dayBegan, leftToday } from '../log/reflection.ts';

/** The alarm that looks whether a question waits. */
export const REMINDER = 'questions';
/** How often it looks, in minutes. */
const EVERY = 60;

/**
 * Shows on the button how many questions wait today, and looks again every hour; or takes both away. To be called
 * whenever the browser or the extension starts (Firefox forgets alarms when it closes), when the setting or the log
 * changes, and by the alarm.
 *
 * @param on whether the reader asked for it
 * @throws what the browser or the store throws; then the number is as it was
 */
export async function remind(on: boolean, store: () => Promise<Store>, now: Date): Promise<void> {
  if (!on) {
    const was = await browser.alarms.clear(REMINDER);
    if (was) await showWaiting(0);
    return;
  }
  if (!(await browser.alarms.get(REMINDER)))
    await browser.alarms.create(REMINDER, { delayInMinutes: EVERY, periodInMinutes: EVERY });
  const { due, answered } = await (await store()).questions(now.toISOString(), dayBegan(now));
  await showWaiting(leftToday(due, answered));
}

/** A number on the button of every tab; a tab that has something of its own to say keeps that. */
async function showWaiting(count: number): Promise<void> {
  const usual = browser.runtime.getManifest().action?.default_title ?? '';
  const words = count === 1 ? '1 question waits' : `${count} questions wait`;
  await browser.action.setBadgeText({ text: count === 0 ? '' : `${count}` });
  await browser.action.setTitle({ title: count === 0 ? usual : `${usual}. ${words} in the reading log.` });
}
