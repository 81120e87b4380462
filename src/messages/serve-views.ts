import type { Store } from '../clippings/store.ts';
import { done, refused, sentenceOf } from './answers.ts';
import { readTab } from './inject.ts';
import { type Answer, viewRequest } from './protocol.ts';
import { commandTab } from './tab-command.ts';
import { allTabReadings } from './tab-readings.ts';

/** Tells every page that shows one of these articles what is kept of it now. */
export async function tellPages(articleUrls: readonly string[], store: () => Promise<Store>): Promise<void> {
  const changed = new Set(articleUrls);
  for (const { tabId, reading } of await allTabReadings()) {
    const url = reading.page?.url;
    if (url === undefined || !changed.has(url)) continue;
    const clippings = await (await store()).clippingsOf(url);
    // A tab that has gone elsewhere since does not listen, and need not.
    await commandTab(tabId, { type: 'clippings', clippings });
  }
}

/**
 * Answers what the extension's own pages ask. The caller has checked that it is one of them.
 *
 * @param corrected is called when clippings, and so perhaps their tags, have changed
 */
export async function serveView(
  message: unknown,
  store: () => Promise<Store>,
  corrected: () => void,
): Promise<Answer<unknown>> {
  try {
    const request = viewRequest.parse(message);
    switch (request.type) {
      case 'read-tab':
        return await readTab(request.tabId, request.force, request.again);
      case 'clippings-changed':
        corrected();
        await tellPages(request.articleUrls, store);
        return done(null);
    }
  } catch (error) {
    return refused(sentenceOf(error));
  }
}
