import { browser } from 'wxt/browser';
import { isAnswer, refused, sentenceOf } from './answers.ts';
import type { Answer, PageCommand } from './protocol.ts';

/** The browsers' words for: no content script of ours is in this tab. */
const NOBODY = /receiving end does not exist|could not establish connection/i;

/** The sentence where the tab has no content script of ours. */
export const NOT_READ = 'This tab has not been read. Press Long Game’s button on the page.';

/** Sends a command to a tab's content script; `nobody` tells that there is none. Never throws. */
export async function commandTab(
  tabId: number,
  command: PageCommand,
): Promise<Answer<unknown> & { nobody?: true }> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, command, { frameId: 0 });
    return isAnswer(answer)
      ? answer
      : refused('The page did not answer. Reload it, then press the button again.');
  } catch (error) {
    const message = sentenceOf(error);
    return NOBODY.test(message) ? { ...refused(NOT_READ), nobody: true } : refused(message);
  }
}
