import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { array, object, text } from '../e2e/json.ts';

/** A saved page: where it was, and its bytes in whatever encoding the site used. */
export interface SavedPage {
  name: string;
  url: string;
  bytes(): Buffer;
}

/** Where saved pages lie beside a checkout of the project, when they do. */
export const SHARED_PAGES = fileURLToPath(new URL('../../../shared/pages', import.meta.url));

/**
 * The pages of a folder: `cases.json`, a list of `{ file, url }`, beside files that may be gzipped. Null when the folder
 * has no such list.
 */
export function savedPages(folder: string): SavedPage[] | null {
  const list = join(folder, 'cases.json');
  if (!existsSync(list)) return null;
  return array(JSON.parse(readFileSync(list, 'utf8'))).map((entry) => {
    const { file, url } = object(entry);
    const path = join(folder, text(file));
    return {
      name: text(file),
      url: text(url),
      bytes: () => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)),
    };
  });
}

/** Answers a tab's request for this page with its bytes, and blocks every other; its own scripts too, unless they may run. */
export async function serveSaved(page: Page, saved: SavedPage, scripts = true): Promise<void> {
  const headers = scripts ? undefined : { 'content-security-policy': "script-src 'none'" };
  await page.route(/^https?:/, async (route) => {
    const isIt = route.request().isNavigationRequest() && route.request().url() === new URL(saved.url).href;
    if (isIt) await route.fulfill({ status: 200, contentType: 'text/html', body: saved.bytes(), headers });
    else await route.abort('internetdisconnected');
  });
}
