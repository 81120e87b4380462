import { browser } from 'wxt/browser';
import type { ClippingRow } from '../clippings/schema.ts';
import type { Located } from '../selectors/locate.ts';
import type { Settings } from '../settings/settings.ts';
import { isAnswer, refused, sentenceOf } from './answers.ts';
import type { Answer, PageRequest } from './protocol.ts';

/** The sentence where the background does not answer at all: the extension was updated or removed under the page. */
const ORPHANED =
  'Long Game was updated while this page was open. Reload the page, then press the button again.';

/** What each request is answered with. */
interface Answers {
  clip: ClippingRow;
  unclip: null;
  'clippings-here': ClippingRow[];
  language: string | null;
  locate: Located[];
  anchored: null;
  style: null;
  settings: Settings;
  leave: null;
  state: null;
}

/**
 * Asks the background. Never throws: a request that fails, or that nobody answers, comes back as a refusal.
 * The answer comes from our own background, which parsed the request; only its frame is checked here, since a
 * schema library has no place in a page.
 */
export async function ask<R extends PageRequest>(request: R): Promise<Answer<Answers[R['type']]>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return isAnswer(answer) ? (answer as Answer<Answers[R['type']]>) : refused(ORPHANED);
  } catch (error) {
    return refused(browser.runtime?.id === undefined ? ORPHANED : sentenceOf(error));
  }
}
