import { accessSync, constants } from 'node:fs';

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
      if (error?.code !== 'ENOENT' && error?.code !== 'EACCES') throw error;
    }
  }
  return null;
}

/** Where a Chromium may be, most trusted first; `CHROMIUM_PATH` overrides. */
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
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Path of the Chromium that tests drive, or `null` where there is none. */
export const findChromium = () => firstExecutable(CHROMIUM_CANDIDATES);
/** Path of the Firefox that tests drive, or `null` where there is none. */
export const findFirefox = () => firstExecutable(FIREFOX_CANDIDATES);

export const CHROMIUM = findChromium() ?? '/usr/bin/chromium';
export const FIREFOX = findFirefox() ?? '/usr/bin/firefox-esr';
