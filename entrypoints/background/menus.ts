import { browser } from 'wxt/browser';
import { sentenceOf } from '../../src/messages/answers.ts';
import { clipRequest } from '../../src/messages/clip-request.ts';
import { readTab, toggleTab } from '../../src/messages/inject.ts';
import { commandTab } from '../../src/messages/tab-command.ts';
import { verifiedClip } from '../../src/messages/verified-clip.ts';
import { hush, say } from './button.ts';
import { store } from './resources.ts';

export const MENU = { read: 'read', clip: 'clip' } as const;

/** Makes the two items of the page's context menu. Ours are replaced whole, so that none stands twice. */
export function createMenus(): void {
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({
      id: MENU.read,
      title: 'Read this page with Long Game',
      contexts: ['page', 'link'],
    });
    browser.contextMenus.create({
      id: MENU.clip,
      title: 'Clip selection to Long Game',
      contexts: ['selection'],
    });
  });
}

/** The shortcut and the menu: reads the tab, or shows and hides its marks; what went wrong stands on the button. */
export async function toggle(tabId: number): Promise<void> {
  const answer = await toggleTab(tabId);
  await (answer.ok ? hush(tabId) : say(tabId, answer.message));
}

/**
 * Clips what is selected in a tab. The menu's own `selectionText` has lost its line breaks and its place, so the
 * page is asked for the range.
 *
 * @param tell is called with the article's address once the clipping is kept
 */
export async function clipSelection(
  tabId: number,
  frameId: number,
  tell: (urls: string[]) => Promise<void>,
): Promise<void> {
  try {
    if (frameId !== 0)
      return await say(tabId, 'The selection is in a frame. Open the frame by itself, then clip.');
    const read = await readTab(tabId, false);
    if (!read.ok) return await say(tabId, read.message);
    const answer = await commandTab(tabId, { type: 'selection' });
    if (!answer.ok) return await say(tabId, answer.message);
    const asked = clipRequest.safeParse(answer.value);
    if (!asked.success) return await say(tabId, 'Nothing is selected on the page.');
    const { url } = await browser.tabs.get(tabId);
    const { page, ...clip } = verifiedClip(asked.data, url ?? asked.data.page.visitedUrl);
    await (await store()).clip({ article: page, ...clip });
    await tell([page.url]);
    await hush(tabId);
  } catch (error) {
    await say(tabId, sentenceOf(error));
  }
}
