import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { press, readPage, readToEnd } from '../e2e/reading.ts';
import { serveFixtures } from '../e2e/serve.ts';
import { clipPassage, exportLog } from '../e2e/story.ts';
import { until } from '../e2e/until.ts';
import { popupPicture } from './popup-picture.ts';

/** Where everything goes; emptied first. */
const FOLDER = fileURLToPath(new URL('../../long-game-demo', import.meta.url));

const saved: string[] = [];
async function save(name: string, body: Buffer | string, what: string) {
  await writeFile(join(FOLDER, name), body);
  saved.push(`  ${name.padEnd(22)} ${what}`);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await serveFixtures();
const browser = await launchChromium({ viewport: { width: 1440, height: 900 } });
try {
  const page = await browser.context.newPage();
  await page.goto(server.url('/sample-article/'));
  const { popup, reading } = await readPage(browser, page);
  await save('popup.png', await popupPicture(popup), 'the popup after one click on the toolbar button');
  const [first, second] = reading.passages.filter((passage) =>
    passage.tags.some((t) => t.word !== 'perhaps'),
  );
  if (!first || !second) throw new Error('Fewer than two passages of the sample article were marked.');
  await clipPassage(
    popup,
    first.index,
    'Ask the leadership team on Monday: when did we last talk about this?',
  );
  await clipPassage(popup, second.index, 'Whose job in our own buildings looks like this?');
  await popup.close();
  await openCard(page);
  await save(
    'article.png',
    await page.screenshot(),
    'the sample article as it is marked, and a card that says why',
  );
  await page.keyboard.press('Escape');
  await save('article-whole.png', await page.screenshot({ fullPage: true }), 'the same, from top to bottom');

  const front = await browser.context.newPage();
  await front.goto(server.url('/sample-article/front.html'));
  await press(browser, front);
  await readToEnd(browser, front);
  await save('front-page.png', await front.screenshot(), 'a list of stories, its headlines marked');

  const log = await browser.open('log.html');
  await log.getByText('when did we last talk about this?').first().waitFor();
  await save('log.png', await log.screenshot(), 'the reading log with two clippings');
  for (const [kind, name] of [
    ['Markdown', 'reading-log.md'],
    ['CSV', 'reading-log.csv'],
    ['JSON backup', 'reading-log.json'],
  ] as const)
    await save(name, await exportLog(log, kind), `the reading log, exported as ${kind}`);
  process.stdout.write(
    `\n${reading.passages.length} of ${reading.total} paragraphs carry a tag; two were clipped.\n` +
      `Written to ${FOLDER}:\n${saved.join('\n')}\n`,
  );
} finally {
  await browser.close();
  await server.close();
}

/** Scrolls to a painted sentence in the middle of the article and clicks it, as a reader who asks why. */
async function openCard(page: Page) {
  const [x, y] = await page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const top = (range: AbstractRange) =>
      range.startContainer.parentElement?.getBoundingClientRect().top ?? 0;
    const middle = ranges.sort((a, b) => top(a) - top(b))[Math.floor(ranges.length / 3)];
    if (!middle) throw new Error('Nothing is painted on the sample article.');
    middle.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(middle.startContainer, middle.startOffset);
    range.setEnd(middle.startContainer, middle.startOffset + 5);
    const { left, top: up, width, height } = range.getBoundingClientRect();
    return [left + width / 2, up + height / 2] as const;
  });
  await page.mouse.click(x, y);
  // The card is in a closed root: it shows itself to the accessibility tree.
  const session = await page.context().newCDPSession(page);
  await until('the card is open', async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.some((node) => node.role?.value === 'dialog');
  });
  await session.detach();
}
