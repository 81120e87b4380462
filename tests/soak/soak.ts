/**
 * `npm run soak -- [DIR] [--seed N] [--only pages,edits,kills,turns] [--limit N]`: the long tests in full. DIR holds
 * saved pages with their `cases.json`; without it, `../shared/pages` is taken where it is there. Ends with one line of
 * JSON, and with 1 when anything was not as promised.
 */
import { parseArgs } from 'node:util';
import { launchChromium } from '../e2e/chromium.ts';
import { serveFixtures } from '../e2e/serve.ts';
import { soakEdits } from './edits.ts';
import { soakKills } from './kills.ts';
import { type PageResult, soakPage } from './pages.ts';
import { SHARED_PAGES, savedPages } from './saved-pages.ts';
import { soakTurns } from './turns.ts';

const PARTS = ['pages', 'edits', 'kills', 'turns'];
const EDITS = 5000;
const KILLS = 200;
const TURNS = 50;
/** A browser that has opened this many pages is closed: memory is not what is tested here. */
const PAGES_A_BROWSER = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    only: { type: 'string', default: PARTS.join(',') },
    limit: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const parts = values.only.split(',');
const stranger = parts.find((part) => !PARTS.includes(part));
if (!Number.isInteger(seed) || stranger !== undefined) {
  console.error(
    stranger === undefined
      ? `--seed takes a whole number, not ${values.seed}.`
      : `There is no part called ${stranger}: ${PARTS.join(', ')}.`,
  );
  process.exit(2);
}
console.log(`Seed ${seed}. The same seed does the same again: npm run soak -- --seed ${seed}`);

const faults: string[] = [];
const summary: Record<string, unknown> = { seed };
const server = await serveFixtures();

if (parts.includes('edits')) {
  const { wrong, ghosts, ...counts } = soakEdits(EDITS, seed);
  faults.push(...wrong.map((fault) => `found at a wrong place: ${fault}`));
  faults.push(...ghosts.map((fault) => `found though deleted: ${fault}`));
  console.log(
    `\nEdits: ${counts.edits}. Found word for word ${counts.exact}, nearly ${counts.near}, not found ` +
      `${counts.notFound}; at a wrong place ${wrong.length}, though deleted ${ghosts.length}.`,
  );
  summary.edits = { ...counts, wrong: wrong.length, ghosts: ghosts.length };
}

if (parts.includes('turns')) {
  const browser = await launchChromium();
  const turns = await soakTurns(browser, server.url('/sample-article/'), TURNS);
  await browser.close();
  faults.push(...turns.faults);
  console.log(
    `\nOn and off: ${turns.turns} turns. Nodes ${turns.first.nodes} then ${turns.last.nodes}, ` +
      `listeners ${turns.first.listeners} then ${turns.last.listeners}.`,
  );
  summary.turns = { turns: turns.turns, first: turns.first, last: turns.last };
}

if (parts.includes('kills')) {
  const browser = await launchChromium();
  const kills = await soakKills(browser, server, KILLS, seed);
  await browser.close();
  faults.push(...kills.faults);
  console.log(`\nKills: ${kills.kills} in ${kills.readings} readings, ${kills.faults.length} faults.`);
  summary.kills = { kills: kills.kills, readings: kills.readings, faults: kills.faults.length };
}

if (parts.includes('pages')) await soakPages(positionals[0] ?? SHARED_PAGES);

async function soakPages(folder: string) {
  const all = savedPages(folder);
  if (all === null) {
    const message = `There is no cases.json in ${folder}: no pages to read.`;
    if (positionals[0] !== undefined) faults.push(message);
    console.log(`\nPages: skipped. ${message}`);
    return;
  }
  const pages = values.limit === undefined ? all : sample(all, Number(values.limit));
  const results: PageResult[] = [];
  console.log(`\nPages: ${pages.length} of ${folder}`);
  let browser = await launchChromium();
  for (const [n, page] of pages.entries()) {
    if (n > 0 && n % PAGES_A_BROWSER === 0) {
      await browser.close();
      browser = await launchChromium();
    }
    const result = await soakPage(browser, page).catch(
      (error: unknown): PageResult => ({
        page: page.name,
        state: 'changed',
        kind: 'broke off',
        passages: 0,
        faults: [String(error)],
      }),
    );
    results.push(result);
    if (result.state !== 'as it was') console.log(`  ${result.state}: ${page.name} ${page.url}`);
    if (result.state === 'changed') {
      for (const fault of result.faults) console.log(`    ${fault}`);
      faults.push(`${page.name}: ${result.faults[0]}`);
    }
  }
  await browser.close();
  const counted = (state: PageResult['state']) => results.filter((result) => result.state === state).length;
  const kinds: Record<string, number> = {};
  for (const { kind } of results) kinds[kind] = (kinds[kind] ?? 0) + 1;
  console.log(
    `  ${counted('as it was')} as they were, ${counted('changed')} changed, ${counted('restless')} that change by themselves.`,
  );
  console.log(
    `  ${Object.entries(kinds)
      .map(([kind, n]) => `${kind} ${n}`)
      .join(', ')}`,
  );
  summary.pages = {
    pages: results.length,
    changed: counted('changed'),
    restless: counted('restless'),
    kinds,
  };
}

/** An even sample. */
function sample<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, n) => list[Math.floor(n * step)]).flatMap(
    (one) => one ?? [],
  );
}

await server.close();
console.log(
  faults.length === 0 ? '\nAll as promised.' : `\n${faults.length} faults:\n  ${faults.join('\n  ')}`,
);
console.log(JSON.stringify({ ...summary, faults: faults.length }));
process.exit(faults.length === 0 ? 0 : 1);
