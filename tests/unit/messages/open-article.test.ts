import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserViewClient } from '../../../src/messages/browser-view-client.ts';

describe('opening an article from our own pages', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.restoreAllMocks();
    vi.spyOn(browser.windows, 'getCurrent').mockResolvedValue({ id: 1 } as never);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'chrome://settings',
    '//school.example/story',
    '',
  ])('refuses %j, and opens nothing', async (url) => {
    const create = vi.spyOn(browser.tabs, 'create');
    expect(await browserViewClient().openArticle(url)).toMatchObject({ ok: false });
    expect(create).not.toHaveBeenCalled();
  });

  it('opens a web address in a new tab', async () => {
    const create = vi.spyOn(browser.tabs, 'create');
    expect(await browserViewClient().openArticle('https://school.example/story')).toMatchObject({ ok: true });
    expect(create).toHaveBeenCalledWith({ url: 'https://school.example/story' });
  });
});
