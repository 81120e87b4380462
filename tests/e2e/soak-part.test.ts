import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soakEdits } from '../soak/edits.ts';
import { soakKills } from '../soak/kills.ts';
import { soakPage } from '../soak/pages.ts';
import { SHARED_PAGES, savedPages } from '../soak/saved-pages.ts';
import { soakTurns } from '../soak/turns.ts';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';

// A fixed part of what `npm run soak` does in full, with the same seed each time.
const SEED = 20_261_124;

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

it('finds quotes at no wrong place after 500 edits', () => {
  const { edits, wrong, ghosts, notFound } = soakEdits(500, SEED);
  expect(edits).toBe(500);
  expect({ wrong, ghosts }).toEqual({ wrong: [], ghosts: [] });
  // The passages that were deleted, and no other.
  expect(notFound).toBe(Math.floor(500 / 7));
});

it('leaves nothing behind in 8 turns on and off', { timeout: 90_000 }, async () => {
  const { faults, turns } = await soakTurns(browser, server.url('/sample-article/'), 8);
  expect(turns).toBe(8);
  expect(faults).toEqual([]);
});

it('reads on through 9 kills of the background', { timeout: 180_000 }, async () => {
  const { kills, faults } = await soakKills(browser, server, 9, SEED);
  expect(faults).toEqual([]);
  expect(kills).toBe(9);
});

const all = savedPages(SHARED_PAGES);
describe('saved pages', () => {
  if (all === null) {
    it.skip(`SKIPPED: a tenth of the saved pages; there is no ${SHARED_PAGES}`, () => {});
    return;
  }
  for (const saved of all.filter((_, n) => n % 10 === 0))
    it(`leaves ${saved.name} as it was`, { timeout: 90_000 }, async () => {
      expect(await soakPage(browser, saved)).toMatchObject({
        state: expect.stringMatching(/^(as it was|restless)$/),
        faults: [],
      });
    });
});
