/**
 * `npm run eval:pages -- DIR [--limit N] [--details FILE]`: how much of saved pages' articles is found, and how
 * much else with it, by the product's own code in a real Chromium, beside plain Readability in the same run.
 *
 * DIR holds `cases.json`, a list of `{ file, url, with, without }`, and the pages, gzipped or plain. Scored per
 * piece, as the trafilatura project does: `with` found is a true positive, missing a false negative; `without`
 * found a false positive. White space is folded. Every figure is printed, none asserted.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../run/browsers.mjs';
import type { Measured } from './eval-pages-in-page.ts';

interface Case {
  file: string;
  url: string;
  with: string[];
  without: string[];
}

interface Score {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

interface Result {
  page: Case;
  measured: Measured | null;
  error: string | null;
  ours: { missing: string[]; extra: string[] };
  plain: { missing: string[]; extra: string[] };
}

const PAGES_AT_ONCE = 2;
const PAGE_LIMIT_MS = 60_000;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readCases(dir: string): Case[] {
  const path = join(dir, 'cases.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    fail(`There is no readable ${path}. Give a folder that holds cases.json and its pages.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    fail(`${path} is not JSON (${String(error)}). It must be a list of { file, url, with, without }.`);
  }
  if (!Array.isArray(value) || value.length === 0) fail(`${path} must be a list with at least one page.`);
  const wrong = value.findIndex((item) => !isCase(item));
  if (wrong >= 0)
    fail(`Entry ${wrong + 1} of ${path} is not { file, url, with, without } with an http(s) URL.`);
  return value.filter(isCase);
}

function isCase(value: unknown): value is Case {
  if (typeof value !== 'object' || value === null) return false;
  const { file, url, with: belongs, without } = value as Record<string, unknown>;
  const texts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return typeof file === 'string' && /^https?:/.test(String(url)) && texts(belongs) && texts(without);
}

/** `count` of the pages, evenly spread, in order. */
const sample = (cases: Case[], count: number): Case[] =>
  count >= cases.length
    ? cases
    : Array.from({ length: count }, (_, i) => cases[Math.floor((i * cases.length) / count)] as Case);

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'eval-pages-in-page.ts'),
        formats: ['iife'],
        name: 'evalPages',
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('The script for the pages came out empty.');
  return chunk.code;
}

function readPage(dir: string, file: string): Buffer {
  const bytes = readFileSync(join(dir, file));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

const CHARSET_LOOK = 1024;

/**
 * The type to serve a page with. The header that told its encoding was not saved: a page that declares none itself
 * and is valid UTF-8 is served as that; every other one is left to the browser, as it was on the web.
 */
function contentType(body: Buffer): string {
  const declares = /charset/i.test(body.subarray(0, CHARSET_LOOK).toString('latin1'));
  return declares || !isUtf8(body) ? 'text/html' : 'text/html; charset=utf-8';
}

/** Opens one page at its own URL with everything else refused, its scripts off, its encoding left to the browser. */
async function open(context: BrowserContext, { url, file }: Case, dir: string): Promise<Page> {
  const body = readPage(dir, file);
  const page = await context.newPage();
  let served = false;
  await page.route('**', async (route) => {
    const mine =
      !served && route.request().isNavigationRequest() && route.request().frame() === page.mainFrame();
    if (!mine) return route.abort('aborted');
    served = true;
    const headers = { 'content-type': contentType(body), 'content-security-policy': "script-src 'none'" };
    return route.fulfill({ status: 200, headers, body });
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PAGE_LIMIT_MS });
  return page;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

function judge(page: Case, text: string) {
  const folded = fold(text);
  return {
    missing: page.with.filter((piece) => !folded.includes(fold(piece))),
    extra: page.without.filter((piece) => folded.includes(fold(piece))),
  };
}

async function measurePage(context: BrowserContext, code: string, page: Case, dir: string): Promise<Result> {
  let measured: Measured | null = null;
  let error: string | null = null;
  let tab: Page | null = null;
  try {
    tab = await open(context, page, dir);
    await tab.evaluate(code);
    measured = await withLimit(tab.evaluate<Measured>(`measure(${JSON.stringify(page.url)})`));
  } catch (thrown) {
    error = String(thrown).split('\n')[0] ?? 'unknown';
  }
  await tab?.close();
  return {
    page,
    measured,
    error,
    ours: judge(page, measured?.text ?? ''),
    plain: judge(page, measured?.plainText ?? ''),
  };
}

function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PAGE_LIMIT_MS / 1000} s`)), PAGE_LIMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function total(results: Result[], which: 'ours' | 'plain'): Score {
  const score = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const result of results) {
    const { missing, extra } = result[which];
    score.fn += missing.length;
    score.tp += result.page.with.length - missing.length;
    score.fp += extra.length;
    score.tn += result.page.without.length - extra.length;
  }
  return score;
}

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const rates = ({ tp, fp, fn }: Score) => {
  const precision = ratio(tp, tp + fp);
  const recall = ratio(tp, tp + fn);
  return { precision, recall, f1: ratio(2 * tp, 2 * tp + fp + fn) };
};

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, details: { type: 'string' } },
  });
  const [dir] = positionals;
  if (!dir) fail('Say which folder: npm run eval:pages -- DIR [--limit N] [--details FILE]');
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!(limit >= 1)) fail(`--limit takes a number of pages, 1 or more; "${values.limit}" is none.`);
  const cases = sample(readCases(dir), Math.floor(limit));
  const executablePath = findChromium();
  if (!executablePath) fail('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');

  const code = await bundle();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const results: Result[] = [];
  const queue = cases.entries();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: PAGES_AT_ONCE }, async () => {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      for (const [index, page] of queue) results[index] = await measurePage(context, code, page, dir);
    }),
  );
  await browser.close();
  if (values.details) writeFileSync(values.details, results.map((r) => JSON.stringify(r)).join('\n'));
  print(results, (performance.now() - started) / 1000);
}

function print(results: Result[], seconds: number) {
  const done = results.flatMap(({ measured }) => (measured ? [measured] : []));
  const failed = results.filter(({ error }) => error !== null);
  const rows = { ours: rates(total(results, 'ours')), plain: rates(total(results, 'plain')) };
  const times = { ours: done.map(({ ms }) => ms), plain: done.map(({ plainMs }) => plainMs) };
  const kinds: Record<string, number> = {};
  for (const { kind } of done) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const sum = (of: (measured: Measured) => number) => done.reduce((all, one) => all + of(one), 0);
  const blocks = sum((one) => one.blocks);
  const mapped = sum((one) => one.mapped);
  const wrong = sum((one) => one.wrong);
  const changed = sum((one) => Number(one.changed));

  console.log(`${results.length} pages in ${seconds.toFixed(0)} s\n`);
  console.log('                     precision  recall     F1   median ms   p95 ms');
  for (const [name, which] of [
    ['Long Game', 'ours'],
    ['plain Readability', 'plain'],
  ] as const) {
    const { precision, recall, f1 } = rows[which];
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(9)).join('');
    const [median, p95] = [0.5, 0.95].map((q) => quantile(times[which], q).toFixed(0).padStart(10));
    console.log(`${name.padEnd(20)} ${figures} ${median}${p95}`);
  }
  console.log(
    `\nfound as: ${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
  console.log(
    `blocks of 40 characters or more that map to the live page: ${mapped} of ${blocks}; to a wrong element: ${wrong}`,
  );
  const stretches = done.map(({ stretchMs }) => stretchMs);
  const stretch = { median: quantile(stretches, 0.5), p95: quantile(stretches, 0.95) };
  console.log(
    `longest stretch without a pause, Readability's parse among it: median ${stretch.median.toFixed(0)} ms, p95 ${stretch.p95.toFixed(0)} ms`,
  );
  console.log(`pages changed by reading them: ${changed}`);
  console.log(`pages that failed: ${failed.length}`);
  for (const { page, error } of failed) console.log(`  ${page.file} ${page.url}: ${error}`);
  const time = {
    ours: { median: quantile(times.ours, 0.5), p95: quantile(times.ours, 0.95) },
    plain: { median: quantile(times.plain, 0.5), p95: quantile(times.plain, 0.95) },
  };
  const summary = {
    pages: results.length,
    ...rows,
    kinds,
    blocks,
    mapped,
    wrong,
    changed,
    failed: failed.length,
    time,
    stretch,
  };
  console.log(JSON.stringify(summary));
}

await main();
