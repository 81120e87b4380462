import { type Browser, browser } from 'wxt/browser';

type Sender = Browser.runtime.MessageSender;

/**
 * Whether a message comes from one of this extension's own pages. A content script shares our id, so the
 * address decides: it is the browser's word, not the sender's.
 */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

/** A page's content script, as the browser names it. */
export interface PageSender {
  tabId: number;
  url: string;
}

/** Chrome's `sender.url` stays the address first loaded after a single-page application went on; the tab's does not. */
const sameOrigin = (tabUrl: string | undefined, url: string): tabUrl is string =>
  tabUrl !== undefined && URL.canParse(tabUrl) && new URL(tabUrl).origin === new URL(url).origin;

/** The sender as our own content script in the top frame of an http(s) or file page, or null when it is anything else. */
export function pageSender(sender: Sender): PageSender | null {
  const { id, tab, url, frameId } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId !== 0 || url === undefined) return null;
  const now = sameOrigin(tab.url, url) ? tab.url : url;
  return /^(https?|file):/i.test(now) ? { tabId: tab.id, url: now } : null;
}
