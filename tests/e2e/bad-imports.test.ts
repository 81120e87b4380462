import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupChecksum } from '../../src/log/backup-format.ts';
import { backupJson } from '../../src/log/export-json.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { object } from './json.ts';
import { madeUpLog } from './made-up-log.ts';
import { chooseBackup, clippingsOf, exportLog, importLog } from './story.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

let browser: ExtensionBrowser;
let log: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  log = await browser.open('log.html');
  await log.getByText('Nothing kept yet').waitFor();
  return () => log.close();
});

/** A backup of a good log, made bad. */
const backup = (change: (text: string) => string) => change(backupJson(madeUpLog(3, NOW), NOW));

describe('an import that can’t be taken changes nothing and says why', () => {
  const files: Record<string, [string, RegExp]> = {
    'malformed JSON': [backup((text) => text.slice(0, -40)), /not|JSON/i],
    'another program’s JSON': ['{"bookmarks": []}', /not|Long Game/i],
    'a newer version': [backup((text) => text.replace(/"version": \d+/, '"version": 99')), /newer Long Game/],
    'an empty file': ['', /empty|JSON|not/i],
  };
  for (const [name, [content, words]] of Object.entries(files))
    it(name, async () => {
      await chooseBackup(log, content);
      await log.getByRole('heading', { name: 'This file was not imported' }).waitFor();
      expect(await log.getByRole('alert').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringMatching(words)]),
      );
      await log.getByRole('button', { name: 'Back to the log' }).click();
      await log.getByText('Nothing kept yet').waitFor();
    });
});

it('sets rows with javascript: and file: addresses aside, and takes the others', async () => {
  const { articles, clippings, reflections } = madeUpLog(3, NOW);
  const [script, file] = articles.map((article) => article.url);
  const rewrite = (url: string) =>
    url === script ? 'javascript:alert(document.domain)' : url === file ? 'file:///etc/passwd' : url;
  const bad = {
    ...object(JSON.parse(backup((text) => text))),
    articles: articles.map((row) => ({ ...row, url: rewrite(row.url) })),
    clippings: clippings.map((row) => ({ ...row, articleUrl: rewrite(row.articleUrl) })),
    reflections,
  };
  const signed = { ...bad, checksum: backupChecksum(bad) };

  const report = await importLog(log, JSON.stringify(signed));
  expect(report).toMatch(/set aside/);
  const kept = await exportLog(log, 'JSON backup');
  expect(clippingsOf(kept)).toHaveLength(1);
  expect(kept).not.toMatch(/javascript:|file:\/\//);
  for (const href of await log
    .locator('a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? '')))
    expect(href).not.toMatch(/^(javascript|file):/);
});
