import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control } from './find.ts';
import { type ExtensionFirefox, launchFirefox } from './firefox.ts';
import { number, text } from './json.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { clippingsOf, rowsOf } from './story.ts';
import { until } from './until.ts';

const SELECTED = 'I ask her what she learned this week, and she does not stop talking until supper.';

let server: FixtureServer;
let firefox: ExtensionFirefox;

beforeAll(async () => {
  server = await serveFixtures();
  firefox = await launchFirefox();
}, 120_000);
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const highlights = async () => number(await firefox.run('return CSS.highlights.size'));
const select = (words: string) =>
  firefox.run(
    `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n = walker.nextNode(); n; n = walker.nextNode()) {
      const at = n.data.indexOf(a[0]);
      if (at >= 0) { getSelection().setBaseAndExtent(n, at, n, at + a[0].length); return true; }
    }
    throw new Error('not on the page')`,
    words,
  );

/** Words of the popup, once they match. */
const popupSays = (words: RegExp) =>
  until(`the popup says ${words}`, async () => {
    const now = text(await firefox.inPopup('return document.body?.innerText ?? ""'));
    if (!words.test(now)) throw new Error(now);
    return now;
  });
const press = (name: string | RegExp) =>
  until(`${name} is in the popup`, () =>
    firefox.inPopup(`const e = ${control(name)}; e?.click(); return e !== null`),
  );

/** Types into the empty note that has the focus, and waits until it is saved. */
async function writeNote(note: string) {
  await until('an empty note has the focus', () =>
    firefox.inPopup(
      `const e = document.activeElement;
      if (e?.localName !== 'textarea' || e.value !== '') return false;
      e.value = ${JSON.stringify(note)};
      return e.dispatchEvent(new window.Event('input', { bubbles: true }));`,
    ),
  );
  await until('the note is saved', () =>
    firefox.inPopup(
      `const e = document.activeElement;
      return e.value === ${JSON.stringify(note)} && e.closest('.note').textContent.includes('Saved as you type');`,
    ),
  );
}

/** Exports through the log page's menu; Firefox saves into the profile's downloads. */
async function exportFromLog(kind: string, ending: string): Promise<string> {
  for (const name of await readdir(firefox.downloads)) expect(name).not.toMatch(new RegExp(`${ending}$`));
  await until('the export menu is there', () =>
    firefox.run(
      `const e = ${control(/^Export$/)}; if (e && e.ariaExpanded !== 'true') e.click();
      const item = ${control(new RegExp(`^${kind}`))}; item?.click(); return item !== null`,
    ),
  );
  const file = await until('the file is saved', async () => {
    const names = await readdir(firefox.downloads);
    return !names.some((name) => name.endsWith('.part')) && names.find((name) => name.endsWith(ending));
  });
  const saved = await readFile(join(firefox.downloads, file), 'utf8');
  await firefox.emptyDownloads();
  return saved;
}

describe('the ways in', () => {
  it('reads a page by the shortcut, and shows and hides the marks by it', async () => {
    await firefox.goto(server.url('/sample-article/?shortcut'));
    expect(await highlights()).toBe(0);
    await firefox.shortcut('l');
    await until('the marks are there', async () => (await highlights()) > 0);
    await until('the marks are hidden', async () => {
      await firefox.shortcut('l');
      return (await highlights()) === 0;
    });
  });

  it('reads a page by the context menu', async () => {
    await firefox.goto(server.url('/sample-article/?menu'));
    await firefox.menu('Read this page with Long Game');
    await until('the marks are there', async () => (await highlights()) > 0);
  });

  it('says that a page of the browser is kept by it', async () => {
    await firefox.goto('about:support');
    await firefox.clickAction();
    await popupSays(/keeps this page to itself/);
    await firefox.closePopup();
  });
});

it('reads, keeps, finds again, exports and restores', { timeout: 240_000 }, async () => {
  const url = server.url('/sample-article/');
  await firefox.goto(url);
  await select(SELECTED);
  await firefox.clickAction();
  await popupSays(/Clip\s+passage/);
  await until('the marks are there', async () => (await highlights()) > 0);

  // The first marked passage and the selection, each with a note.
  const passage = text(
    await firefox.inPopup(`return ${control(/^Clip passage \d+$/)}.textContent.replace(/\\s+/g, ' ').trim()`),
  );
  await press(passage);
  await writeNote('For the board in Firefox');
  await press('Clip selection');
  await writeNote('For the parents in Firefox');
  await firefox.closePopup();

  await firefox.restart();
  await firefox.goto(url);
  await firefox.clickAction();
  await popupSays(/2 clippings of this article/);
  await popupSays(/Clip\s+passage/);
  expect(text(await firefox.inPopup('return document.body.innerText'))).not.toMatch(/Not found/);
  await firefox.closePopup();

  await firefox.goto(firefox.url('log.html'));
  await until('the log shows both', async () => {
    const shown = text(await firefox.run('return document.body.innerText'));
    return [SELECTED, 'For the board in Firefox', 'For the parents in Firefox'].every((words) =>
      shown.includes(words),
    );
  });
  expect(await exportFromLog('Markdown', '.md')).toContain('For the parents in Firefox');
  expect(await exportFromLog('CSV', '.csv')).toContain('For the board in Firefox');
  const backup = await exportFromLog('JSON backup', '.json');
  expect(
    clippingsOf(backup)
      .map(({ note }) => note)
      .sort(),
  ).toEqual(['For the board in Firefox', 'For the parents in Firefox']);

  await firefox.goto(firefox.url('options.html'));
  await until('delete is there', () =>
    firefox.run(`const e = ${control('Delete all')}; e?.click(); return e !== null`),
  );
  await firefox.run(
    `const e = ${control(/^Type/)}; e.value = '2'; e.dispatchEvent(new Event('input', { bubbles: true }))`,
  );
  await until('it may be deleted', () =>
    firefox.run(`const e = ${control('Delete everything')}; e.click(); return !e.disabled`),
  );
  await until('it is deleted', () =>
    firefox.run('return document.body.innerText.includes("Everything is deleted")'),
  );

  await firefox.goto(firefox.url('log.html'));
  await until('the log is empty', () =>
    firefox.run('return document.body.innerText.includes("Nothing kept yet")'),
  );
  await firefox.chooseFile('input[type=file]', 'backup.json', backup);
  await until('it may be imported', () =>
    firefox.run(`const e = ${control('Import 2 clippings')}; e?.click(); return e !== null`),
  );
  await until('it is imported', () =>
    firefox.run('return document.body.innerText.includes("2 clippings added")'),
  );
  await firefox.run(`${control('See the log')}.click()`);
  expect(rowsOf(await exportFromLog('JSON backup', '.json'))).toEqual(rowsOf(backup));
});
