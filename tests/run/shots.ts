/**
 * `npm run shots -- [FOLDER]`: every screen of the built extension, light, dark and in forced colours, into a folder
 * (`long-game-shots` unless one is named: the demo empties its own). The same data every time.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { backupJson } from '../../src/log/export-json.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/chromium.ts';
import { madeUpLog } from '../e2e/made-up-log.ts';
import { readPage, readToEnd } from '../e2e/reading.ts';
import { type FixtureServer, serveFixtures } from '../e2e/serve.ts';
import { clipPassage, importLog } from '../e2e/story.ts';
import type { TargetPage } from '../e2e/target.ts';
import { until } from '../e2e/until.ts';
import { popupPicture } from './popup-picture.ts';

const FOLDER = resolve(process.argv[2] ?? fileURLToPath(new URL('../../long-game-shots', import.meta.url)));
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
type Look = keyof typeof LOOKS;

const GERMAN = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Ein Artikel über die Schule</title><article>${'<p>Die Schule fragt sich, was ihre Schülerinnen und Schüler in zwanzig Jahren erwartet, und niemand im Ort hat darauf eine Antwort, die für alle gilt und die lange hält.</p>'.repeat(8)}</article></html>`;
const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>How to oil a hinge</title><article><h1>How to oil a hinge</h1>${['Lift the pin with a flat screwdriver and wipe it with a dry cloth until it shines again.', 'Put three drops of oil on the pin and one on each of the knuckles, then slide it back in.', 'Swing the door to and fro a dozen times, and wipe away what has run down onto the frame.', 'Tighten the screws while you are there, since a loose hinge will soon begin to creak again.', 'Do the other two hinges the same way, from the top down, and keep the oil off the carpet.', 'Close the bottle well, stand it upright in a box, and write the date on its label for next time.'].map((p) => `<p>${p} ${p}</p>`).join('')}</article></html>`;

await mkdir(FOLDER, { recursive: true });
const server = await serveFixtures();
server.put('/german', GERMAN);
server.put('/plain', PLAIN);
server.put('/nothing', '<!doctype html><title>Sign in</title><form><input></form>');
for (const look of ['light', 'dark', 'forced'] as const) await take(look);
await server.close();
console.log(`Written to ${FOLDER}`);

async function take(look: Look) {
  const browser = await launchChromium({ viewport: { width: 1180, height: 900 } });
  const shot = (page: Page, name: string, fullPage = false) =>
    page.screenshot({ path: join(FOLDER, `${name}-${look}.png`), fullPage, animations: 'disabled' });
  try {
    for (const name of ['welcome', 'options', 'log', 'insights']) {
      const page = await extensionPage(browser, `${name}.html`, look);
      await shot(page, name === 'log' || name === 'insights' ? `${name}-empty` : name, name !== 'log');
      await page.close();
    }
    await takePages(browser, server, look, shot);
    const log = await extensionPage(browser, 'log.html', look);
    await importLog(log, backupJson(madeUpLog(12, new Date()), new Date()));
    await log.getByRole('heading', { level: 2 }).first().waitFor();
    await shot(log, 'log');
    await log.setViewportSize({ width: 320, height: 900 });
    await shot(log, 'log-320');
    await takeInsights(browser, log, look, shot);
  } finally {
    await browser.close();
  }
}

async function takeInsights(
  browser: ExtensionBrowser,
  log: Page,
  look: Look,
  shot: (page: Page, name: string, fullPage: boolean) => Promise<unknown>,
) {
  const insights = await extensionPage(browser, 'insights.html', look);
  await insights.getByRole('heading', { name: 'What you have met' }).waitFor();
  await shot(insights, 'insights-first-week', true);
  await importLog(log, backupJson(madeUpLog(2000, new Date()), new Date()));
  await insights.getByRole('img').first().waitFor();
  await shot(insights, 'insights', true);
  await insights.setViewportSize({ width: 320, height: 900 });
  await shot(insights, 'insights-320', true);
}

async function takePages(
  browser: ExtensionBrowser,
  { url }: FixtureServer,
  look: Look,
  shot: (page: Page, name: string) => Promise<unknown>,
) {
  const pages: [string, string, RegExp][] = [
    ['article', url('/sample-article/'), /Clip\s+passage/],
    ['list', url('/sample-article/front.html'), /headlines read/],
    ['language', url('/german'), /in German/],
    ['nothing', url('/plain'), /Nothing to mark|Clip\s+passage/],
    ['no-article', url('/nothing'), /No article on this page/],
    ['protected', 'chrome://version/', /keeps this page to itself/],
  ];
  for (const [name, address, words] of pages) {
    const page = await browser.context.newPage();
    await page.emulateMedia(LOOKS[look]);
    await page.goto(address);
    const popup = name === 'article' ? (await readPage(browser, page)).popup : await browser.openPopup(page);
    await dress(popup, look);
    await until(`the popup says ${words}`, async () => words.test(await popup.text()));
    await writeFile(join(FOLDER, `popup-${name}-${look}.png`), await popupPicture(popup));
    if (name === 'article') await takeArticle(browser, page, popup, look, shot);
    await popup.close();
    if (name === 'list') await shot(page, 'page-list');
    await page.close();
  }
}

async function takeArticle(
  browser: ExtensionBrowser,
  page: Page,
  popup: TargetPage,
  look: Look,
  shot: (page: Page, name: string) => Promise<unknown>,
) {
  const reading = await readToEnd(browser, page);
  const marked = reading.passages.find(({ tags }) => tags.some(({ word }) => word !== 'perhaps'));
  if (!marked) throw new Error('no passage of the sample article is marked');
  await clipPassage(popup, marked.index, 'Ask the leadership team on Monday.');
  await writeFile(join(FOLDER, `popup-clipped-${look}.png`), await popupPicture(popup));
  await shot(page, 'page-article');
  const panel = await extensionPage(browser, 'sidepanel.html', look);
  await panel.setViewportSize({ width: 420, height: 900 });
  await shot(panel, 'panel-unread');
  await panel.close();
}

async function extensionPage(browser: ExtensionBrowser, path: string, look: Look): Promise<Page> {
  const page = await browser.context.newPage();
  await page.emulateMedia(LOOKS[look]);
  await page.goto(browser.url(path));
  await page.getByRole('heading').first().waitFor();
  return page;
}

function dress(popup: TargetPage, look: Look) {
  const { colorScheme, forcedColors } = LOOKS[look];
  return popup.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'forced-colors', value: forcedColors },
    ],
  });
}
