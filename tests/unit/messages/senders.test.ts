import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { isOwnPage, pageSender } from '../../../src/messages/senders.ts';

const id = browser.runtime.id;
const tab = { id: 7 } as never;

describe('who asks', () => {
  it('takes the extension’s own pages by their address', () => {
    expect(isOwnPage({ id, url: browser.runtime.getURL('/popup.html') })).toBe(true);
    expect(isOwnPage({ id, url: browser.runtime.getURL('/log.html'), tab })).toBe(true);
  });

  it.each([
    [{ id, url: 'https://example.org/popup.html', tab, frameId: 0 }, 'a page with our script in it'],
    [{ id: 'another', url: browser.runtime.getURL('/popup.html') }, 'another extension'],
    [{ id }, 'nobody with an address'],
  ])('does not take %j as a page of ours: %s', (sender, _whose) => {
    expect(isOwnPage(sender)).toBe(false);
  });

  it('takes a content script in the top frame, with the browser’s word for where it is', () => {
    expect(pageSender({ id, tab, frameId: 0, url: 'https://example.org/a' })).toEqual({
      tabId: 7,
      url: 'https://example.org/a',
    });
  });

  it('takes the tab’s address where a single-page application went on, and only on the same site', () => {
    const moved = (url: string) => ({
      id,
      tab: { id: 7, url } as never,
      frameId: 0,
      url: 'https://example.org/a',
    });
    expect(pageSender(moved('https://example.org/b'))?.url).toBe('https://example.org/b');
    expect(pageSender(moved('https://elsewhere.example/b'))?.url).toBe('https://example.org/a');
  });

  it.each([
    ['another extension', { id: 'another', tab, frameId: 0, url: 'https://example.org/' }],
    ['a frame', { id, tab, frameId: 3, url: 'https://example.org/' }],
    ['no tab', { id, frameId: 0, url: 'https://example.org/' }],
    ['no address', { id, tab, frameId: 0 }],
    ['an extension’s page', { id, tab, frameId: 0, url: 'chrome-extension://abc/popup.html' }],
    ['a data address', { id, tab, frameId: 0, url: 'data:text/html,x' }],
  ])('refuses %s', (_, sender) => {
    expect(pageSender(sender)).toBeNull();
  });
});
