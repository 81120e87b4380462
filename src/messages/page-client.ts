import { browser } from 'wxt/browser';
import type { Sheets } from '../annotation/session-ports.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import type { Located } from '../selectors/locate.ts';
import type { Settings } from '../settings/settings.ts';
import { isAnswer, refused } from './answers.ts';
import { MOST_DEATHS, rest } from './patience.ts';
import type { Answer, PageRequest } from './protocol.ts';

/** The sentence where the extension was updated or removed under the page. */
const ORPHANED =
  'Long Game was updated while this page was open. Reload the page, then press the button again.';
/** The sentence where the background was killed over the question, time and again. */
const SILENT = 'Long Game’s background did not answer. Try it again.';

/** What each request is answered with. */
interface Answers {
  clip: ClippingRow;
  unclip: null;
  'clippings-here': ClippingRow[];
  language: string | null;
  locate: Located[];
  anchored: null;
  style: null;
  sheets: Sheets;
  settings: Settings;
  leave: null;
  state: null;
}

/** How many requests of each type there were. */
const asked: { [type in PageRequest['type']]?: number } = {};

/**
 * Whether a request that was not heard is worth asking again. Of what says how the page stands only the last word is:
 * an earlier one would undo it. That a document goes is not: it may have come back from the browser's cache.
 */
function stillCounts(type: PageRequest['type'], turn: number): boolean {
  return type !== 'leave' && ((type !== 'state' && type !== 'style') || asked[type] === turn);
}

/**
 * Asks the background, and again where it was killed over the question: a request that was carried out already does
 * nothing more the second time. Never throws: what fails, or is answered by nobody, comes back as a refusal.
 * The answer comes from our own background, which parsed the request; only its frame is checked here, since a
 * schema library has no place in a page.
 */
export async function ask<R extends PageRequest>(request: R): Promise<Answer<Answers[R['type']]>> {
  const { type } = request;
  const turn = (asked[type] ?? 0) + 1;
  asked[type] = turn;
  let deaths = 0;
  do {
    try {
      const answer: unknown = await browser.runtime.sendMessage(request);
      if (isAnswer(answer)) return answer as Answer<Answers[R['type']]>;
    } catch {
      // The browsers have a sentence for each way to die, and none of them is for a reader.
    }
    if (browser.runtime?.id === undefined) return refused(ORPHANED);
    deaths += 1;
    await rest(deaths);
  } while (deaths < MOST_DEATHS && stillCounts(type, turn));
  return refused(SILENT);
}
