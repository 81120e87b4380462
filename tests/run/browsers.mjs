import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';

/** The oldest browsers Long Game runs in: highlights of underlines, adopted style sheets, hit-testing of highlights. */
export const FLOOR = { chromium: 140, firefox: 153 };

/**
 * The first of `candidates` that can be executed, or `null`.
 * @param {readonly string[]} candidates absolute paths
 */
function firstExecutable(candidates) {
  for (const path of candidates) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR'].includes(error?.code)) throw error;
    }
  }
  return null;
}

/** Where a Chromium may be, most trusted first; `CHROMIUM_PATH` overrides. Google's Chrome no longer takes `--load-extension`. */
export const CHROMIUM_CANDIDATES = [
  ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Firefox may be; `FIREFOX_PATH` overrides. */
export const FIREFOX_CANDIDATES = [
  ...(process.env.FIREFOX_PATH ? [process.env.FIREFOX_PATH] : []),
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The Chromium that `npx playwright install chromium` puts into the user's cache, if the packages are there to ask. */
function playwrightChromium() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch (error) {
    if (error?.code === 'MODULE_NOT_FOUND') return [];
    throw error;
  }
}

/** Path of the Chromium that tests drive, or `null` where there is none. */
export const findChromium = () =>
  firstExecutable(CHROMIUM_CANDIDATES) ?? firstExecutable(playwrightChromium());
/** Path of the Firefox that tests drive, or `null` where there is none. */
export const findFirefox = () => firstExecutable(FIREFOX_CANDIDATES);

/**
 * The major version a browser reports, or `null` when it does not say one.
 * @param {string} path
 */
export function majorVersion(path) {
  // On Windows `--version` opens a window instead of printing: trust the path there.
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY;
  const words = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Number(/(\d+)\.\d/.exec(words)?.[1] ?? Number.NaN) || null;
}

export const CHROMIUM = findChromium() ?? '/usr/bin/chromium';
export const FIREFOX = findFirefox() ?? '/usr/bin/firefox-esr';
