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

/** The sender as our own content script in the top frame of an http(s) or file page, or null when it is anything else. */
export function pageSender(sender: Sender): PageSender | null {
  const { id, tab, url, frameId } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId !== 0 || url === undefined) return null;
  return /^(https?|file):/i.test(url) ? { tabId: tab.id, url } : null;
}
