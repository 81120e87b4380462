import { browser } from 'wxt/browser';

/** What went wrong, where the reader can see it: on the button of that tab, until it goes elsewhere. */
export async function say(tabId: number, sentence: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({ tabId, title: sentence });
}

/** Takes an earlier sentence from the button. */
export async function hush(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '' });
  await browser.action.setTitle({ tabId, title: browser.runtime.getManifest().action?.default_title ?? '' });
}
