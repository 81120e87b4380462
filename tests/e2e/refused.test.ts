import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { object } from './json.ts';
import { readings, readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { exportLog, rowsOf } from './story.ts';

/** A clip that would be taken from our own content script: what a liar would send. */
const CLIP = {
  type: 'clip',
  clip: {
    page: {
      url: 'https://bank.example/',
      visitedUrl: 'https://bank.example/',
      title: 'Not yours',
      byline: null,
      site: 'bank.example',
      published: null,
      language: 'en',
    },
    quote: 'words',
    selectors: { quote: { exact: 'words', prefix: '', suffix: '' }, position: { start: 0, end: 5 } },
    block: 0,
    tags: [],
  },
};

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  browser = await launchChromium({ neighbour: writeNeighbour });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Another extension, which says things to ours. */
async function writeNeighbour(folder: string) {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Neighbour',
    version: '1',
    background: { service_worker: 'sw.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'sw.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
}

/** Evaluates in the isolated world that our content script lives in. */
async function inContentScript(page: Page, expression: string): Promise<unknown> {
  const session = await browser.context.newCDPSession(page);
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${browser.id}`) contexts.push(context.id);
  });
  await session.send('Runtime.enable');
  expect(contexts).toHaveLength(1);
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: contexts[0],
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}

describe('who may speak to the background', () => {
  it('gives a page no way to send it a message', async () => {
    const page = await browser.context.newPage();
    await page.goto(server.url('/sample-article/'));
    const { popup } = await readPage(browser, page);
    await popup.close();
    const said = await page.evaluate(
      ([id, clip]) => {
        const { chrome } = window as unknown as {
          chrome?: { runtime?: { sendMessage?: (...a: unknown[]) => void } };
        };
        if (typeof chrome?.runtime?.sendMessage !== 'function') return 'no way to send';
        try {
          chrome.runtime.sendMessage(id, clip);
          return 'sent';
        } catch (error) {
          return String(error);
        }
      },
      [browser.id, CLIP] as const,
    );
    expect(said).toBe('no way to send');
    await page.close();
  });

  it('does not answer another extension', async () => {
    const neighbour = browser.context.serviceWorkers().find((w) => !w.url().includes(browser.id));
    expect(neighbour).toBeDefined();
    for (const message of [
      CLIP,
      { type: 'read-tab', tabId: 1, force: true },
      { type: 'clippings-here', canonical: '' },
    ]) {
      const answer = await neighbour?.evaluate(
        ([id, said]) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(id: string, message: unknown): Promise<unknown> } };
          };
          return chrome.runtime.sendMessage(id, said).then(
            (value) => ({ value }),
            (error: unknown) => ({ error: String(error) }),
          );
        },
        [browser.id, message] as const,
      );
      expect(object(answer)).not.toHaveProperty('value');
    }
  });

  it('does not let a content script ask what only our own pages may', async () => {
    const page = await browser.context.newPage();
    await page.goto(server.url('/sample-article/?asks'));
    await (await readPage(browser, page)).popup.close();
    const before = (await readings(browser)).length;
    const answer = await inContentScript(
      page,
      `chrome.runtime.sendMessage({ type: 'read-tab', tabId: 1, force: true }).then((v) => v ?? null, (e) => String(e))`,
    );
    // Told no, or not answered at all: never done.
    if (answer !== null && typeof answer === 'object') expect(answer).toMatchObject({ ok: false });
    expect(await readings(browser)).toHaveLength(before);
    await page.close();
  });

  it('keeps a content script from clipping in another site’s name', async () => {
    const page = await browser.context.newPage();
    await page.goto(server.url('/sample-article/?liar'));
    await (await readPage(browser, page)).popup.close();
    await inContentScript(
      page,
      `chrome.runtime.sendMessage(${JSON.stringify(CLIP)}).then((v) => v ?? null, (e) => String(e))`,
    );
    const log = await browser.open('log.html');
    await log.getByRole('heading').first().waitFor();
    const kept = rowsOf(await exportLog(log, 'JSON backup'));
    expect(kept.clippings).toHaveLength(1);
    // Its title and site are the page's own words, and may say anything; its address is the browser's.
    expect(kept.articles).toEqual([
      expect.objectContaining({ url: page.url(), visitedUrl: page.url(), title: 'Not yours' }),
    ]);
    expect(kept.clippings).toEqual([expect.objectContaining({ articleUrl: page.url() })]);
    await log.close();
    await page.close();
  });
});
