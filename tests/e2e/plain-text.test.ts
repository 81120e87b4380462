import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { clipPassage, exportLog } from './story.ts';
import { until } from './until.ts';

/** What a page may say of itself: words that would be markup, were they taken for it. */
const EVIL = '<img src="/evil" onerror="alert(1)"><b>bold</b>';
const asMarkupText = (words: string) =>
  words.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const escaped = asMarkupText(EVIL);

const SENTENCES = [
  'Artificial intelligence chatbots will change the jobs that students prepare for',
  'Robots and algorithms take over the work that graduates used to be hired for',
  'Teachers and students learn from mistakes and setbacks, and try again',
  'Students own their learning, set goals and direct what they learn next',
  'The whole community wrote a shared vision of what a graduate should be able to do',
  'Students show evidence of mastery of competencies instead of collecting grades',
];
/** Markup between the words as well, so that whatever phrase the card quotes as its reason holds some. */
const riddled = (sentence: string) => asMarkupText(sentence.replaceAll(/(\S+ \S+) /g, '$1 <img src=/evil> '));

const HOSTILE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped}</title><meta name="author" content="${escaped}"></head><body><article><h1>${escaped}</h1>${SENTENCES.map(
  (sentence) =>
    `<p>${riddled(sentence)} ${escaped} ${riddled(sentence.toLowerCase())}, says a report on artificial intelligence and jobs.</p>`,
).join('')}</article></body></html>`;

let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  server = await serveFixtures();
  server.put('/hostile', HOSTILE);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Images, bold words and scripts anywhere in a page, closed roots too, that carry the page's own markup. */
async function planted(session: CDPSession): Promise<string[]> {
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  return nodes
    .filter((node) => node.localName === 'img' || node.attributes?.includes('onerror'))
    .map((node) => `${node.localName} ${node.attributes?.join(' ')}`);
}

it('shows and stores what a page says as text, never as markup', async () => {
  const page = await browser.context.newPage();
  await page.goto(server.url('/hostile'));
  const { popup, reading } = await readPage(browser, page);
  const passage = reading.passages.find(({ tags }) => tags.some(({ word }) => word !== 'perhaps'));
  if (!passage) throw new Error('no passage of the hostile page is marked');
  await clipPassage(popup, passage.index, `My note ${EVIL}`);
  await until('the popup shows the words', async () => (await popup.text()).includes('onerror'));
  expect(await popup.evaluate('document.querySelectorAll("img, [onerror]").length')).toBe(0);
  await popup.close();

  // The card, in its closed root: opened from the mark by keyboard.
  const session = await browser.context.newCDPSession(page);
  const tree = async () => (await session.send('Accessibility.getFullAXTree')).nodes;
  const mark = await until('a mark is there', async () =>
    (await tree()).find((n) => n.role?.value === 'button' && /paragraph \d+$/i.test(String(n.name?.value))),
  );
  await session.send('DOM.focus', { backendNodeId: mark.backendDOMNodeId });
  await page.keyboard.press('Enter');
  await until('the card is open', async () => (await tree()).some((n) => n.role?.value === 'dialog'));
  expect(await planted(session)).toEqual([]);
  await page.close();

  const log = await browser.open('log.html');
  await log.getByText('My note <img').first().waitFor();
  const logSession = await browser.context.newCDPSession(log);
  expect(await planted(logSession)).toEqual([]);
  expect(await exportLog(log, 'Markdown')).not.toMatch(/^[^\\]*<img/m);
  expect(server.asked.filter((path) => path.startsWith('/evil'))).toEqual([]);
});
