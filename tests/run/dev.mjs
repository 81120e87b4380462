import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'wxt';
import { findChromium } from './browsers.mjs';
import { finish, hasDisplay, ROOT, Stop, say } from './steps.mjs';

const BUILD = join(ROOT, '.output', 'chrome-mv3-dev');

/** What Vite's own page needs beyond the product's policy: its socket, and styles that it puts in as you edit. */
const DEV_POLICY =
  "script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self' http://localhost:* ws://localhost:*; object-src 'none'";

/** Opens Chromium on the dev build itself, not on a copy: a copy would never see an edit. @param {string} profile */
async function openChromium(profile) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Stop('No Chromium was found. `npm start` installs it or says how.');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    args: ['--no-sandbox', `--disable-extensions-except=${BUILD}`, `--load-extension=${BUILD}`],
  });
}

await finish(async () => {
  const profile = await mkdtemp(join(tmpdir(), 'long-game-dev-'));
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  const server = await createServer({
    root: ROOT,
    webExt: { disabled: true },
    manifest: { content_security_policy: { extension_pages: DEV_POLICY } },
  });
  let context = null;
  try {
    await server.start();
    if (!existsSync(join(BUILD, 'manifest.json'))) throw new Stop(`The build did not write ${BUILD}.`);
    if (hasDisplay()) {
      context = await openChromium(profile);
      say(
        'Chromium is open with Long Game in it, and reloads as you edit. Close it, or press Ctrl+C, to end.',
      );
      await Promise.race([ended, new Promise((resolve) => context.once('close', resolve))]);
    } else {
      say(
        `No display here, so no browser was opened. In a Chromium that has one: chrome://extensions, Developer mode,\n  Load unpacked, ${BUILD}. It reloads as you edit while this runs. Ctrl+C ends it.`,
      );
      await ended;
    }
  } finally {
    await context?.close();
    await server.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
});
// Vite's watchers may outlive their server.
process.exit();
