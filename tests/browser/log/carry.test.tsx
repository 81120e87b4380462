import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import type { Store } from '../../../src/clippings/store.ts';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { backupJson } from '../../../src/log/export-json.ts';
import { annotationJson } from '../../../src/log/export-web-annotation.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/defaults.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import {
  catchDownloads,
  clipping,
  expectAccessible,
  fakeClient,
  giveFile,
  id,
  mount,
  NOW,
  setTheme,
  smallLog,
  storeWith,
  unmount,
} from './harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(unmount);

async function log(rows: ReadingLog = smallLog(), change: Partial<Store> = {}) {
  const store = await storeWith(rows);
  const client = fakeClient();
  mount(<LogPage client={client} store={{ ...store, ...change }} now={() => NOW} />);
  await expect.element(page.getByRole('button', { name: 'Import' })).toBeVisible();
  return { store, client };
}

async function saved(work: () => Promise<void>): Promise<{ name: string; text: string }> {
  const caught = catchDownloads();
  await work();
  await expect.poll(() => caught.names.length).toBe(1);
  caught.stop();
  return { name: caught.names[0] ?? '', text: (await caught.texts[0]) ?? '' };
}

const chosen = (name: RegExp) =>
  saved(async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name }).click();
  });

async function made(name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name }).click();
}

/** Once no colour is on its way to another. */
async function expectStillAccessible(): Promise<void> {
  await expect.poll(() => document.getAnimations().length).toBe(0);
  await expectAccessible();
}

test.each([
  [/^Notes, one an article/, 'long-game-2026-11-24-notes.zip', 'PK'],
  [/^Readwise CSV/, 'long-game-2026-11-24-readwise.csv', '"Highlight","Title"'],
  [/^Page to print/, 'long-game-2026-11-24.html', '<!doctype html>'],
  [/^Web annotations/, 'long-game-2026-11-24-annotations.jsonld', '{"@context":['],
])('%s', async (name, file, begins) => {
  await log();
  const { name: given, text } = await chosen(name);
  expect(given).toBe(file);
  expect(text.startsWith(begins)).toBe(true);
  expect(text).toContain('Billing clerks');
});

test('the page to print opens in a browser: words, links, nothing run', async () => {
  const rows = smallLog();
  rows.clippings[0] = clipping(1, {
    quote: '<img src=x onerror="parent.ran = 1"> & <script>parent.ran = 1</script>',
  });
  await log(rows);
  const { text } = await chosen(/^Page to print/);
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  frame.srcdoc = text;
  document.body.append(frame);
  await loaded;
  const doc = frame.contentDocument;
  expect(
    [...(doc?.querySelectorAll('blockquote') ?? [])].some((quote) =>
      quote.textContent?.startsWith('<img src=x'),
    ),
  ).toBe(true);
  expect(doc?.querySelectorAll('img, script')).toHaveLength(0);
  expect(Reflect.get(window, 'ran')).toBeUndefined();
  frame.remove();
});

test('a long export says how far it is, and can be stopped', async () => {
  const rows = smallLog();
  rows.clippings = Array.from({ length: 2000 }, (_, n) => clipping(n + 1));
  await log(rows);
  await page.getByRole('button', { name: 'Export' }).click();
  const caught = catchDownloads();
  // Writing goes on when the page has had its turn: this one is long. And a clock that runs ahead makes every slice full.
  const held: (() => void)[] = [];
  const { scheduler, performance } = globalThis;
  const clock = performance.now.bind(performance);
  let ahead = 0;
  Object.defineProperty(scheduler, 'yield', {
    configurable: true,
    value: () => new Promise<void>((go) => held.push(go)),
  });
  performance.now = () => {
    ahead += 600;
    return clock() + ahead;
  };
  try {
    await page.getByRole('button', { name: /^CSV/ }).click();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    held.shift()?.();
    await expect.element(page.getByText(/^Writing \d of 2,001$/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    for (const go of held) go();
    await expect.element(page.getByText('Stopped. Nothing was saved.')).toBeVisible();
    expect(caught.names).toEqual([]);
    await expect.element(page.getByRole('button', { name: /^CSV/ })).toBeEnabled();
  } finally {
    Reflect.deleteProperty(scheduler, 'yield');
    Reflect.deleteProperty(performance, 'now');
    caught.stop();
  }
});

test('a clipping is copied as text, HTML, citations and a link', async () => {
  await log();
  const texts: string[] = [];
  const htmls: string[] = [];
  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => void texts.push(text),
      write: async ([item]: ClipboardItem[]) => {
        texts.push((await (await item?.getType('text/plain'))?.text()) ?? '');
        htmls.push((await (await item?.getType('text/html'))?.text()) ?? '');
      },
    },
  });
  const copyAs = async (name: RegExp, says: RegExp) => {
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('region', { name: 'Copy as' }).getByRole('button', { name }).click();
    await expect.element(page.getByText(says)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Copy as' })).toHaveFocus();
  };
  try {
    await copyAs(/^Plain text/, /Copied as plain text/);
    await copyAs(/^HTML quote/, /Copied as an HTML quote/);
    await copyAs(/^Citation, APA/, /APA/);
    await copyAs(/^Citation, Chicago/, /Chicago/);
    await copyAs(/^Link/, /opens the article at the quote/);
  } finally {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  }
  expect(texts[0]).toMatch(/^“The line that survived/);
  expect(texts[2]).toMatch(/^Okafor, M\. \(2026, October 1\)\./);
  expect(htmls[1]).toContain('<i>The class of 2040');
  expect(texts[3]).toMatch(/^Okafor, Maren\. “The class of 2040/);
  expect(texts[4]).toMatch(/^https:\/\/dispatch\.example\/2040#:~:text=/);
});

test('Esc in the copy menu closes the menu and not the clipping', async () => {
  await log();
  await page.getByRole('link', { name: /^By March/ }).click();
  await page.getByRole('button', { name: 'Copy as' }).click();
  await userEvent.keyboard('{Tab}{Escape}');
  await expect.element(page.getByRole('region', { name: 'Copy as' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Copy as' })).toHaveFocus();
  expect(location.hash).toContain('clipping=');
});

test('a discussion guide: passages are picked, notes stay out until they are asked for', async () => {
  await log();
  await made(/^Discussion guide/);
  await expect.element(page.getByRole('heading', { name: 'Discussion guide', level: 1 })).toHaveFocus();
  const paper = page.getByRole('article', { name: 'The guide' });
  await expect.element(paper.getByText(/Three passages to talk about\. 24 November 2026/)).toBeVisible();
  await page.getByRole('checkbox', { name: /^Billing clerks/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Board retreat');
  await expect.element(paper.getByRole('heading', { name: 'Board retreat' })).toBeVisible();
  expect(paper.element().querySelectorAll('.talk__q')).toHaveLength(
    paper.element().querySelectorAll('.talk').length,
  );
  expect(paper.element().textContent).not.toContain('Bring to cabinet');
  await page.getByRole('checkbox', { name: /^My notes and answers/ }).click();
  await expect.element(paper.getByText(/Bring to cabinet/)).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    setTheme(theme);
    await expectStillAccessible();
  }
  setTheme('light');
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});

test('a report: a range of days, as a page and as CSV', async () => {
  await log();
  await made(/^Report/);
  await expect
    .element(page.getByText(/25 August 2026 to 24 November 2026\. 4 clippings from 2 articles\./))
    .toBeVisible();
  await page.getByLabelText('First day').fill('2026-10-01');
  await expect.element(page.getByText(/2 clippings from 1 article\./)).toBeVisible();
  const csv = await saved(() => page.getByRole('button', { name: 'Save as CSV' }).click());
  expect(csv.name).toBe('long-game-report-2026-10-01-to-2026-11-24.csv');
  expect(csv.text).not.toContain('Bring to cabinet');
  await page.getByRole('checkbox', { name: /^My notes/ }).click();
  const html = await saved(() => page.getByRole('button', { name: 'Save as a page' }).click());
  expect(html.text).toContain('Bring to cabinet');
  for (const theme of ['light', 'dark'] as const) {
    setTheme(theme);
    await expectStillAccessible();
  }
  setTheme('light');
  await page.getByLabelText('First day').fill('2026-12-01');
  await expect.element(page.getByText('The first day is after the last.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save as CSV' })).toBeDisabled();
});

test('a template: a preview, a sentence for a fault, kept for the next time', async () => {
  const { client } = await log();
  await made(/^Your own template/);
  const field = page.getByRole('textbox', { name: 'Template' });
  await expect.element(page.getByText(/^> The line that survived/m)).toBeVisible();
  await field.fill('{{titel}}');
  await expect.element(page.getByText(/there is no field “titel” here\. Did you mean title\?/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save as one file' })).toBeDisabled();
  await field.fill('T: {{title}}\n');
  await expect.element(page.getByText('T: The class of 2040 is already in kindergarten')).toBeVisible();
  await expectStillAccessible();
  const { text } = await saved(() => page.getByRole('button', { name: 'Save as one file' }).click());
  expect(text.match(/^T: /gm)).toHaveLength(3);
  await expect.poll(() => client.saved.at(-1)).toEqual({ ...DEFAULT_SETTINGS, template: 'T: {{title}}\n' });
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await made(/^Your own template/);
  await expect.element(field).toHaveValue('T: {{title}}\n');
  await page.getByRole('button', { name: 'Begin again' }).click();
  await expect.poll(() => client.saved.at(-1)).toEqual(DEFAULT_SETTINGS);
});

test('a backup replaces the log when the reader says so, and the import is undone', async () => {
  const { store, client } = await log();
  const before = await store.log();
  const file = { articles: [], clippings: [clipping(9, { quote: 'Entirely new.' })], reflections: [] };
  giveFile('other.json', backupJson(file, NOW));
  await page.getByRole('radio', { name: 'Replace the log' }).click();
  await expect
    .element(page.getByText(/of your clippings would be deleted, with their notes and answers/))
    .toBeVisible();
  await expectStillAccessible();
  expect((await store.log()).clippings).toHaveLength(5);
  await page.getByRole('button', { name: 'Replace the log' }).click();
  await expect
    .element(page.getByRole('heading', { name: '1 clipping added and 5 clippings deleted' }))
    .toHaveFocus();
  expect((await store.log()).clippings.map((row) => row.id)).toEqual([id(9)]);
  expect(client.told.at(-1)).toHaveLength(3);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect.element(page.getByRole('heading', { name: 'Import undone' })).toHaveFocus();
  await expect.element(page.getByText('The log now holds 5 clippings.')).toBeVisible();
  expect(await store.log()).toEqual(before);
});

test('web annotations come in as clippings', async () => {
  const { store } = await log();
  const file = {
    articles: smallLog().articles,
    clippings: [clipping(9, { quote: 'From elsewhere.' })],
    reflections: [],
  };
  giveFile('notes.jsonld', annotationJson(file, NOW));
  await expect
    .element(page.getByText(/A file of web annotations, read as a log of 1 clipping/))
    .toBeVisible();
  await page.getByRole('button', { name: 'Import 1 clipping' }).click();
  await expect.element(page.getByRole('heading', { name: '1 clipping added' })).toBeVisible();
  expect((await store.clipping(id(9)))?.quote).toBe('From elsewhere.');
});

test('a long import says how far it is, and can be stopped', async () => {
  const { store } = await log(smallLog(), {
    merge: (_log, _rejected, how) =>
      new Promise((_, refuse) => {
        const step = setInterval(() => how?.onStep?.({ done: 400, all: 10_000 }), 20);
        how?.signal?.addEventListener('abort', () => {
          clearInterval(step);
          refuse(new StoreError('stopped', 'The import was stopped before its end. Nothing was changed.'));
        });
      }),
  });
  giveFile('a.json', backupJson({ ...smallLog(), clippings: [clipping(9)], reflections: [] }, NOW));
  await page.getByRole('button', { name: 'Import 1 clipping' }).click();
  await expect.element(page.getByText('Writing row 400 of 10,000')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText(/stopped before its end\. Nothing was changed\./)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import 1 clipping' })).toBeEnabled();
  expect((await store.log()).clippings).toHaveLength(5);
});
