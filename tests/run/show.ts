import { launchChromium } from '../e2e/chromium.ts';
import { serveFixtures } from '../e2e/serve.ts';

// Opens a window for a person: the sample article, and one click that shows it all.
const server = await serveFixtures();
const browser = await launchChromium({ headless: false, viewport: null });
const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
const page = browser.context.pages()[0] ?? (await browser.context.newPage());
await page.goto(server.url('/sample-article/'));

process.stdout.write(`
Chromium is open on a sample article, with Long Game installed.

  1. Click the puzzle piece in the toolbar, then Long Game. Or press Alt+Shift+L.
  2. The article is marked. Click a mark in the margin, or a tinted sentence, to see why.
  3. In the popup: Clip keeps a passage with your note. Reading log shows what was kept.
  4. "Front page" in the article's header shows what a list of stories looks like.

Close the browser, or press Ctrl+C here, to end. Nothing is kept after that.
`);

process.once('SIGINT', () => void browser.context.close());
await closed;
await server.close();
await browser.close();
