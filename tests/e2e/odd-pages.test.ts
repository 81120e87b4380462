import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { articlePage, paragraph } from './long-page.ts';
import { readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { until } from './until.ts';

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page and clicks the button; gives the popup's words once they match. */
async function said(page: Page, words: RegExp): Promise<string> {
  const popup = await browser.openPopup(page);
  const text = await until(`the popup says ${words}`, async () => {
    const now = await popup.text();
    if (!words.test(now)) throw new Error(now);
    return now;
  });
  await popup.close();
  return text;
}

async function openPage(url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  return { page, faults };
}

const NOTHING = /No article on this page/;

describe('pages with nothing to read', () => {
  const pages: Record<string, Parameters<FixtureServer['put']>[1]> = {
    'an empty page': '',
    'a page of one word': '<!doctype html><title>x</title><p>Hello</p>',
    'a frameset': '<html><frameset cols="50%,50%"><frame src="/x"><frame src="/y"></frameset></html>',
    'an image': {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    },
    'plain XML': { type: 'application/xml', body: '<?xml version="1.0"?><a><b>1</b></a>' },
  };
  for (const [name, body] of Object.entries(pages))
    it(`says so on ${name}`, async () => {
      const { page, faults } = await openPage(server.put(`/odd/${name.replaceAll(' ', '-')}`, body));
      await said(page, NOTHING);
      expect(faults).toEqual([]);
      await page.close();
    });
});

describe('pages that the browser keeps to itself', () => {
  for (const url of ['chrome://version/', 'about:blank'])
    it(`says so on ${url}`, async () => {
      const { page } = await openPage(url);
      const text = await said(page, /keeps this page to itself|No article on this page/);
      if (url.startsWith('chrome:')) expect(text).toMatch(/keeps this page to itself/);
      await page.close();
    });
});

describe('pages that are hard to read', () => {
  it('reads a page over plain http, which is no secure context', async () => {
    const page = await browser.context.newPage();
    // Loopback counts as secure; a name does not. Nothing is asked of the network.
    await page.route(/^http:/, (route) => route.fulfill({ contentType: 'text/html', body: articlePage(12) }));
    await page.goto('http://schools.invalid/report');
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const { popup, reading } = await readPage(browser, page);
    expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
    expect(reading.page?.url).toBe('http://schools.invalid/report');
    await popup.close();
    await page.close();
  });

  it('reads XHTML', async () => {
    const body = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Served as XML</title></head><body><div>${Array.from({ length: 12 }, (_, n) => `<p>${paragraph(n)}</p>`).join('')}</div></body></html>`;
    const { page, faults } = await openPage(
      server.put('/odd/page.xhtml', { type: 'application/xhtml+xml', body }),
    );
    const { popup, reading } = await readPage(browser, page);
    expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
    expect(reading.total).toBeGreaterThanOrEqual(12);
    expect(faults).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('reads text with lone surrogates, and keeps it', async () => {
    // A script is needed: no byte of UTF-8 decodes to a lone surrogate.
    const body = articlePage(12).replace(
      '</body>',
      `<script>for (const p of document.querySelectorAll('p')) p.firstChild.data = '\\uD83D' + p.firstChild.data + '\\uDE00';</script></body>`,
    );
    const { page, faults } = await openPage(server.put('/odd/surrogates', body));
    const { popup, reading } = await readPage(browser, page);
    expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
    expect(reading.passages.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('reads a right-to-left page in English words, and says which language an Arabic one is in', async () => {
    const rtl = await openPage(
      server.put('/odd/rtl', articlePage(12).replace('<html lang="en">', '<html lang="en" dir="rtl">')),
    );
    const { popup, reading } = await readPage(browser, rtl.page);
    expect(reading).toMatchObject({ phase: 'done', what: 'article', error: null });
    expect(rtl.faults).toEqual([]);
    await popup.close();
    const sentence =
      'قالت المديرة إن المدرسة تحتاج إلى وقت أطول لكي يتعلم الطلاب من أخطائهم، وإن المعلمين سيعملون معا في العام القادم. ';
    const arabic = await openPage(
      server.put(
        '/odd/arabic',
        `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>خبر</title><article>${`<p>${sentence.repeat(3)}</p>`.repeat(10)}</article></html>`,
      ),
    );
    await said(arabic.page, /in Arabic/);
    await rtl.page.close();
    await arabic.page.close();
  });

  it('reads a page of five megabytes', { timeout: 120_000 }, async () => {
    const filler = `<div hidden>${'x'.repeat(5_000_000)}</div>`;
    const { page, faults } = await openPage(
      server.put('/odd/large', articlePage(60).replace('</body>', `${filler}</body>`)),
    );
    const popup = await browser.openPopup(page);
    await until('it is read', async () => /Read paragraph|passages? of/.test(await popup.text()), 60_000);
    expect(faults).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('reads a page of 100,000 nodes', { timeout: 120_000 }, async () => {
    const row = `<tr>${'<td><i></i></td>'.repeat(9)}</tr>`;
    const table = `<table>${row.repeat(5000)}</table>`;
    const { page, faults } = await openPage(
      server.put('/odd/nodes', articlePage(60).replace('</article>', `</article>${table}`)),
    );
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(95_000);
    const popup = await browser.openPopup(page);
    await until('it is read', async () => /Read paragraph|passages? of/.test(await popup.text()), 90_000);
    expect(faults).toEqual([]);
    await popup.close();
    await page.close();
  });
});
