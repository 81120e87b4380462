import type { Browser } from 'wxt/browser';
import { canonicalUrl } from '../article/canonical-url.ts';
import { detectLanguage } from '../article/language.ts';
import { giveBack } from '../classifier/give-back.ts';
import type { Store } from '../clippings/store.ts';
import { locateAll } from '../selectors/locate.ts';
import { loadSettings } from '../settings/settings-storage.ts';
import { done, refused, sentenceOf } from './answers.ts';
import { styleTab } from './inject.ts';
import { type Answer, pageRequest } from './protocol.ts';
import { type PageSender, pageSender } from './senders.ts';
import { writeTabReading } from './tab-readings.ts';
import { verifiedClip } from './verified-clip.ts';

async function carryOut(
  message: unknown,
  from: PageSender,
  store: () => Promise<Store>,
): Promise<Answer<unknown>> {
  const request = pageRequest.parse(message);
  switch (request.type) {
    case 'clip': {
      const { page, ...clip } = verifiedClip(request.clip, from.url);
      return done(await (await store()).clip({ article: page, ...clip }));
    }
    case 'unclip':
      await (await store()).remove(request.id);
      return done(null);
    case 'clippings-here':
      return done(await (await store()).clippingsOf(canonicalUrl(from.url, request.canonical)));
    case 'language':
      return done(detectLanguage(request.sample, request.declared));
    case 'locate':
      return done(await locateAll(request.text, request.quotes, giveBack, new AbortController().signal));
    case 'anchored':
      await (await store()).setAnchors(request.results);
      return done(null);
    case 'style':
      return styleTab(from.tabId, request.on);
    case 'settings':
      return done(await loadSettings());
    case 'state':
      await writeTabReading(from.tabId, request.reading);
      return done(null);
  }
}

/**
 * Answers what a content script asks. Whoever is not our own content script is refused; what does not parse is
 * answered with a sentence, and nothing is written.
 */
export async function servePage(
  message: unknown,
  sender: Browser.runtime.MessageSender,
  store: () => Promise<Store>,
): Promise<Answer<unknown>> {
  const from = pageSender(sender);
  if (!from) return refused('Long Game answers its own pages only.');
  try {
    return await carryOut(message, from, store);
  } catch (error) {
    return refused(sentenceOf(error));
  }
}
