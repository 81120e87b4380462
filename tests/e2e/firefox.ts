import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFirefox } from '../run/browsers.mjs';
import { array, number, object, text } from './json.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { until } from './until.ts';

const BUILD = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const ADDON = 'long-game@example.org';
const UUID = '11111111-2222-4333-8444-555555555555';

const PREFERENCES = {
  'marionette.port': 0,
  // Fixes the host of the extension's own pages.
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
  // permissions.request() after a real click says yes without a prompt.
  'extensions.webextOptionalPermissionPrompts': false,
  // Nothing of Firefox's own first-run pages takes the place of ours.
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // The add-on is a temporary one, gone with each session: its log stays for the next.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** Waits in the browser; the only clock there is over there. */
const NAP = 'await new Promise((r) => setTimeout(r, 50))';

/** Firefox with the built extension in it, headless, driven over Marionette. */
export interface ExtensionFirefox {
  /** Runs the body of an async function in the page (arguments in `a`); the page's CSP is not in its way. */
  run(body: string, ...args: unknown[]): Promise<unknown>;
  /** The same in the browser's own window. */
  system(body: string, ...args: unknown[]): Promise<unknown>;
  /** Address of a page of the extension. */
  url(path: string): string;
  goto(url: string): Promise<void>;
  /** A real click on an element of the page. */
  click(css: string): Promise<void>;
  /** Alt+Shift and a key, as typed. */
  shortcut(key: string): Promise<void>;
  /** Right click in the page, then the item with this label. */
  menu(label: string): Promise<void>;
  /** A click on the toolbar button: grants `activeTab` and opens the true popup. */
  clickAction(): Promise<void>;
  /** Runs a body in the popup that is open; `document` and `window` are the popup's. Undefined while it loads. */
  inPopup(body: string): Promise<unknown>;
  closePopup(): Promise<void>;
  /** Where what is downloaded goes, without a question. */
  downloads: string;
  emptyDownloads(): Promise<void>;
  /** Writes a file and chooses it in a file input of the page. */
  chooseFile(css: string, name: string, content: string): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Stops Firefox and starts it again on the same profile, the extension put in once more. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with the extension on a new profile. */
export async function launchFirefox(build = BUILD): Promise<ExtensionFirefox> {
  const executable = findFirefox();
  if (executable === null) throw new Error('No Firefox was found. `npm test` installs it or says how.');
  const profile = await mkdtemp(join(tmpdir(), 'long-game-firefox-'));
  const downloads = join(profile, 'downloads');
  await mkdir(downloads);
  const preferences = { ...PREFERENCES, 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));

  const start = async () => {
    await rm(join(profile, 'MarionetteActivePort'), { force: true });
    const child = spawn(
      executable,
      ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
      { stdio: 'ignore' },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const port = await until(
      'Firefox listens',
      async () => Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')),
      60_000,
    );
    const marionette = await connectMarionette(port);
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
    await marionette.send('Addon:Install', { path: build, temporary: true });
    await closeWelcome(marionette);
    return { marionette, ended };
  };
  let running = await start();

  const send = (command: string, parameters?: object) => running.marionette.send(command, parameters);
  const run = async (body: string, ...args: unknown[]) => {
    const script = `const done = arguments[arguments.length - 1], a = [...arguments];
      (async () => { ${body} })().then((v) => done({ v }), (e) => done({ e: String(e) }))`;
    const { v, e } = object(object(await send('WebDriver:ExecuteAsyncScript', { script, args })).value);
    if (e !== undefined) throw new Error(text(e));
    return v;
  };
  /** Does something in the browser's own window, then goes back to the page. */
  const inWindow = async <T>(work: () => Promise<T>) => {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  };
  const system = (body: string, ...args: unknown[]) => inWindow(() => run(body, ...args));
  const act = (actions: object) => inWindow(() => send('WebDriver:PerformActions', { actions: [actions] }));

  const element = async (css: string) => {
    const found = object(await send('WebDriver:FindElement', { using: 'css selector', value: css }));
    return text(Object.values(object(found.value))[0]);
  };

  const quit = async () => {
    // The connection dies with the browser: its end is the answer.
    const said = send('Marionette:Quit', { flags: ['eForceQuit'] }).catch((error: Error) => {
      if (!/closed the connection/.test(error.message)) throw error;
    });
    await Promise.all([running.ended, said]);
    running.marionette.end();
  };

  return {
    run,
    system,
    url: (path) => `moz-extension://${UUID}/${path}`,
    async goto(url) {
      await send('WebDriver:Navigate', { url });
    },
    async click(css) {
      await send('WebDriver:ElementClick', { id: await element(css) });
    },
    downloads,
    async emptyDownloads() {
      await rm(downloads, { recursive: true });
      await mkdir(downloads);
    },
    async chooseFile(css, name, content) {
      const path = join(profile, name);
      await writeFile(path, content);
      await send('WebDriver:ElementSendKeys', { id: await element(css), text: path });
    },
    async shortcut(key) {
      const [alt, shift] = ['\uE00A', '\uE008'];
      const down = [alt, shift, key].map((value) => ({ type: 'keyDown', value }));
      const up = [key, shift, alt].map((value) => ({ type: 'keyUp', value }));
      await act({ type: 'key', id: 'keys', actions: [...down, ...up] });
    },
    async menu(label) {
      const at = await system(
        'const r = gBrowser.selectedBrowser.getBoundingClientRect(); return [Math.round(r.x + 200), Math.round(r.y + 150)]',
      );
      const [x, y] = array(at).map(number);
      await act({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 2 },
          { type: 'pointerUp', button: 2 },
        ],
      });
      await system(
        `const menu = document.getElementById('contentAreaContextMenu');
        while (menu.state !== 'open') ${NAP};
        const item = [...menu.querySelectorAll('menuitem')].find((i) => i.label === a[0]);
        if (!item) throw new Error('the menu has: ' + [...menu.querySelectorAll('menuitem')].map((i) => i.label).join(', '));
        menu.activateItem(item);`,
        label,
      );
    },
    async clickAction() {
      await system(
        `const { extension } = WebExtensionPolicy.getByID(a[0]);
        extension.apiManager.global.browserActionFor(extension).triggerAction(window);
        const open = (b) => b?.currentURI.schemeIs('moz-extension') && b.closest('panel')?.state === 'open';
        while (!open(document.querySelector('browser.webextension-popup-browser'))) ${NAP};`,
        ADDON,
      );
    },
    inPopup: (body) =>
      system(
        `const mm = document.querySelector('browser.webextension-popup-browser').messageManager, name = 'r' + Math.random();
        const reply = new Promise((ok) => { mm.addMessageListener(name, (m) => ok(m.data)); setTimeout(ok, 1000); });
        mm.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(
          '(async () => { const document = content.document, window = content; sendAsyncMessage("' + name
          + '", await (async () => {' + a[0] + '})().catch(String)) })()'), false);
        return reply`,
        body,
      ),
    async closePopup() {
      await system(
        `const panel = document.querySelector('browser.webextension-popup-browser')?.closest('panel');
        if (!panel) return;
        panel.hidePopup();
        while (document.querySelector('browser.webextension-popup-browser')) ${NAP};`,
      );
    },
    screenshot: async () =>
      Buffer.from(text(object(await send('WebDriver:TakeScreenshot', { full: false })).value), 'base64'),
    async restart() {
      await quit();
      running = await start();
    },
    async close() {
      await quit();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits for the page that greets a new reader, looks that it is ours, and closes it: the tests have a tab of their own. */
async function closeWelcome({ send }: Marionette) {
  const handles = async () => array(await send('WebDriver:GetWindowHandles')).map(text);
  const [own] = await handles();
  const welcome = await until('the welcome page opens', async () => (await handles()).find((h) => h !== own));
  await send('WebDriver:SwitchToWindow', { handle: welcome, focus: true });
  await until('the welcome page is ours', async () =>
    text(object(await send('WebDriver:GetCurrentURL')).value).endsWith('/welcome.html'),
  );
  await send('WebDriver:CloseWindow');
  await send('WebDriver:SwitchToWindow', { handle: own, focus: true });
}
