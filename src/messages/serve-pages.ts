import type { Browser } from 'wxt/browser';
import { canonicalUrl } from '../article/canonical-url.ts';
import { detectLanguage } from '../article/language.ts';
import { giveBack } from '../classifier/give-back.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import type { Store } from '../clippings/store.ts';
import { locateAll } from '../selectors/locate.ts';
import { loadSettings } from '../settings/settings-storage.ts';
import { done, refused, sentenceOf } from './answers.ts';
import { sheets, styleTab } from './inject.ts';
import { type Answer, pageRequest } from './protocol.ts';
import { type PageSender, pageSender } from './senders.ts';
import { forgetTabReading, readTabReading, writeTabReading } from './tab-readings.ts';
import { verifiedClip } from './verified-clip.ts';

/** Whether a clipping is of the page that asks, by the browser's word for where that is. */
const isOfPage = (row: ClippingRow, from: PageSender): boolean =>
  canonicalUrl(from.url, row.articleUrl) === row.articleUrl;

/** How long a card's Undo reaches back, in milliseconds. */
const UNDO_MS = 600_000;

/**
 * The card's Undo. It takes back what was just clipped, as it was clipped: a card can't put anything back, and the
 * page it floats on could steer a click to it.
 */
async function unclip(id: string, from: PageSender, store: Store): Promise<Answer> {
  const row = await store.clipping(id);
  if (!row) return done(null);
  if (!isOfPage(row, from)) return refused('This clipping is of another page.');
  const age = Date.now() - Date.parse(row.createdAt);
  if (row.updatedAt !== row.createdAt || age > UNDO_MS)
    return refused('This was kept earlier, or has your note. Undo it in the popup, which can put it back.');
  await store.remove(id);
  return done(null);
}

/** A page says where the words of its own clippings are, and of no others. */
async function setAnchors(
  results: Parameters<Store['setAnchors']>[0],
  from: PageSender,
  store: Store,
): Promise<void> {
  const rows = await Promise.all(results.map(({ id }) => store.clipping(id)));
  await store.setAnchors(
    results.filter((_, at) => {
      const row = rows[at];
      return row != null && isOfPage(row, from);
    }),
  );
}

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
      return unclip(request.id, from, await store());
    case 'clippings-here':
      return done(await (await store()).clippingsOf(canonicalUrl(from.url, request.canonical)));
    case 'language':
      return done(detectLanguage(request.sample, request.declared));
    case 'locate':
      return done(await locateAll(request.text, request.quotes, giveBack, new AbortController().signal));
    case 'anchored':
      await setAnchors(request.results, from, await store());
      return done(null);
    case 'style':
      return styleTab(from.tabId, request.on);
    case 'sheets':
      return done(await sheets());
    case 'settings':
      return done(await loadSettings());
    case 'leave':
      if ((await readTabReading(from.tabId))?.document === request.document)
        await forgetTabReading(from.tabId);
      return done(null);
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
