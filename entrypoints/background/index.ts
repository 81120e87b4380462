import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Classifier } from '../../src/classifier/classifier.ts';
import { refused } from '../../src/messages/answers.ts';
import { forgetUnlessHere } from '../../src/messages/inject.ts';
import { READING_PORT } from '../../src/messages/reading-port.ts';
import { REMINDER, remind } from '../../src/messages/reminder.ts';
import { isOwnPage } from '../../src/messages/senders.ts';
import { servePage } from '../../src/messages/serve-pages.ts';
import { serveReading } from '../../src/messages/serve-reading.ts';
import { serveView, tellPages } from '../../src/messages/serve-views.ts';
import { commandTab } from '../../src/messages/tab-command.ts';
import { allTabReadings, forgetTabReading } from '../../src/messages/tab-readings.ts';
import { loadSettings, onSettingsChanged } from '../../src/settings/settings-storage.ts';
import { say } from './button.ts';
import { clipSelection, createMenus, MENU, toggle } from './menus.ts';
import { store, teacher } from './resources.ts';

/** The classifier for a reading of a tab; that it was not taught stands on the button. */
async function beginReading(tabId: number): Promise<Classifier> {
  const { classifier, trouble } = await teacher.forReading();
  if (trouble !== null) await say(tabId, trouble);
  return classifier;
}

/** What the button says of questions, by the setting as it stands. */
const reminded = async (): Promise<void> => remind((await loadSettings()).remind ?? false, store, new Date());

// Every listener stands at the top level: the browser starts this script anew for each event it has one for.
export default defineBackground(() => {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === READING_PORT) serveReading(port, beginReading);
    else port.disconnect();
  });

  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const answer = isOwnPage(sender)
      ? serveView(message, store, () => {
          void teacher.tidy();
          void reminded();
        })
      : servePage(message, sender, store);
    answer.then(sendResponse, () => sendResponse(refused('Long Game could not answer. Try it again.')));
    return true;
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'annotate' && tab?.id !== undefined) void toggle(tab.id);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === MENU.read) void toggle(tab.id);
    if (info.menuItemId === MENU.clip)
      void clipSelection(tab.id, info.frameId ?? 0, (urls) => tellPages(urls, store));
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    createMenus();
    void reminded();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  browser.runtime.onStartup.addListener(() => void reminded());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMINDER) void reminded();
  });

  browser.tabs.onRemoved.addListener((tabId) => void forgetTabReading(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') void forgetUnlessHere(tabId);
  });

  onSettingsChanged(async (settings) => {
    void teacher.tidy();
    void reminded();
    for (const { tabId } of await allTabReadings()) await commandTab(tabId, { type: 'settings', settings });
  });
});
