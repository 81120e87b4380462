import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOOR, findChromium, findFirefox, majorVersion } from './browsers.mjs';
import { must, projectNode, ROOT, run, Stop, say } from './steps.mjs';

/** Node runs TypeScript by itself from this version on. */
const OLDEST_NODE = [22, 18];

/** Reads a JSON file, or null when it is not there. */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * Whether `installed` (npm's own record in node_modules) is what `wanted` (the lock file) asks for.
 * Optional packages of other systems are not installed, and that is right.
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : entry.optional === true;
  });
}

/** Installs the packages when they are missing or not those of the lock file. */
async function installPackages() {
  const wanted = readJson(join(ROOT, 'package-lock.json'));
  const installed = readJson(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!isInstalled(wanted, installed)) {
    say('Installing the packages of the lock file (npm ci).');
    await must('The packages could not be installed. Is the network there?', 'npm', [
      'ci',
      '--no-audit',
      '--no-fund',
    ]);
  }
  if (projectNode() === process.execPath) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
      throw new Stop(
        `This system has Node ${process.versions.node}, and no Node of the project's own could be installed on it. ` +
          `Install Node ${OLDEST_NODE.join('.')} or newer, then run this again.`,
      );
  }
}

/** Which of the two browsers are missing or too old, in words. */
function missingBrowsers() {
  const missing = [];
  for (const [name, path, floor] of [
    ['Chromium', findChromium(), FLOOR.chromium],
    ['Firefox', findFirefox(), FLOOR.firefox],
  ]) {
    if (path === null) missing.push(`${name} is not installed`);
    else {
      const version = majorVersion(path);
      if (version !== null && version < floor)
        missing.push(`${name} is version ${version}; ${floor} is the oldest that works`);
    }
  }
  return missing;
}

/** The lines of os-release as an object; empty where there is no such file. */
function osRelease() {
  const path = '/etc/os-release';
  if (!existsSync(path)) return {};
  return Object.fromEntries(
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split('='))
      .filter((pair) => pair.length === 2)
      .map(([key, value]) => [key, value.replace(/^"|"$/g, '')]),
  );
}

/** The one command that installs both browsers here, or null when this does not know one. */
function installCommand() {
  const { ID: id = '', ID_LIKE: like = '' } = osRelease();
  if (process.platform === 'darwin') return 'npx playwright install chromium && brew install --cask firefox';
  if (id === 'debian')
    return 'sudo apt-get update && sudo apt-get install -y chromium firefox-esr fonts-dejavu-core';
  if (/debian|ubuntu/.test(`${id} ${like}`)) return 'sudo snap install chromium firefox';
  if (/fedora|rhel/.test(`${id} ${like}`)) return 'sudo dnf install -y chromium firefox';
  if (/arch/.test(`${id} ${like}`)) return 'sudo pacman -S --needed chromium firefox';
  return null;
}

/** Has both browsers there: installs them as root on Debian, else says which command does. */
async function provideBrowsers() {
  let missing = missingBrowsers();
  if (missing.length > 0 && osRelease().ID === 'debian' && process.getuid?.() === 0) {
    say(`${missing.join('; ')}. Installing chromium, firefox-esr and a font through apt-get.`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    // A list that can't be refreshed may still be good enough to install from: the install itself decides.
    if ((await run('apt-get', ['update'], quiet)) !== 0)
      say('apt-get update failed; trying the package lists that are there.');
    const packages = ['chromium', 'firefox-esr', 'fonts-dejavu-core'];
    await must(
      'The browsers could not be installed.',
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...packages],
      quiet,
    );
    missing = missingBrowsers();
  }
  if (missing.length === 0) return;
  const command = installCommand();
  throw new Stop(
    `${missing.join('; ')}. ` +
      (command
        ? `Run this, then try again:\n\n    ${command}\n\n(or name others with CHROMIUM_PATH and FIREFOX_PATH)`
        : 'Install Chromium and Firefox, or name them with CHROMIUM_PATH and FIREFOX_PATH, then try again.'),
  );
}

/** All that stands between a fresh clone and a run: the packages and the browsers. */
export async function setUp() {
  await installPackages();
  await provideBrowsers();
  const versions = [findChromium(), findFirefox()].map((path) => `${path} ${path && majorVersion(path)}`);
  say(`Ready: ${versions.join(', ')}, Node from ${projectNode()}.`);
}

/** Builds what the sentence encoder is loaded from, unless it is there already. */
async function buildEncoder() {
  await must('The sentence encoder could not be built.', projectNode(), [
    '--disable-warning=ExperimentalWarning',
    'src/classifier/encoder/build/build-encoder.ts',
  ]);
}

/** Builds the extension for both browsers into .output. */
export async function build() {
  await buildEncoder();
  say('Building for Chromium and Firefox.');
  await must('The Chromium build failed.', 'wxt', ['build']);
  await must('The Firefox build failed.', 'wxt', ['build', '-b', 'firefox', '--mv3']);
}
