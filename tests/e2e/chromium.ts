import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../run/browsers.mjs';
import { object } from './json.ts';
import { attach, type TargetPage } from './target.ts';
import { until } from './until.ts';

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Chromium with the built extension in it. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** Session of the whole browser. */
  cdp: CDPSession;
  /** What the extension keeps in `storage.session`, its service worker running or not. */
  sessionStorage(): Promise<Record<string, unknown>>;
  /** The extension's id. */
  id: string;
  /** The running service worker; a new one after it was stopped and woken. */
  worker(): Promise<Worker>;
  /** Address of a page of the extension. */
  url(path: string): string;
  /** A new tab on a page of the extension, at rest. */
  open(path: string): Promise<Page>;
  /** What a click on the toolbar button does on this page: grants `activeTab` and opens the true popup. */
  clickAction(page: Page): Promise<void>;
  /** The popup that is open. */
  popup(): Promise<TargetPage>;
  /** `clickAction`, then `popup`. */
  openPopup(page: Page): Promise<TargetPage>;
  /** Ends the service worker as Chromium itself does after 30 seconds of rest; the next event starts it afresh. */
  stopWorker(): Promise<void>;
  /** Closes the browser and starts it again on the same profile. */
  restart(): Promise<void>;
  /** What Chromium wrote of the network in each session that has ended (see net-log.ts). */
  netLogs(): string[];
  /** Closes the browser and deletes its profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Host permissions put into the manifest: they stand in for the permission prompt, which headless Chromium cannot answer. */
  hosts?: readonly string[];
  headless?: boolean;
  /** Another build than the one in .output. */
  build?: string;
  /** Writes another extension into this folder; it is loaded beside ours. */
  neighbour?: (folder: string) => Promise<void>;
  /** Keeps pages that are left, as browsers do; Playwright turns that off. */
  backForwardCache?: boolean;
  /** Null follows the window. */
  viewport?: { width: number; height: number } | null;
}

/** Starts Chromium with the extension on a new profile. */
export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found. `npm test` installs it or says how.');
  const home = await mkdtemp(join(tmpdir(), 'long-game-chromium-'));
  const extension = join(home, 'extension');
  await cp(options.build ?? BUILD, extension, { recursive: true });
  if (options.hosts?.length) await grantHosts(join(extension, 'manifest.json'), options.hosts);

  const neighbour = join(home, 'neighbour');
  await options.neighbour?.(neighbour);
  const loaded = options.neighbour ? `${extension},${neighbour}` : extension;

  const netLogs: string[] = [];
  const start = async () => {
    netLogs.push(join(home, `net-${netLogs.length}.json`));
    const context = await chromium.launchPersistentContext(join(home, 'profile'), {
      executablePath,
      headless: options.headless ?? true,
      viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
      ignoreDefaultArgs: options.backForwardCache ? ['--disable-back-forward-cache'] : [],
      args: [
        '--no-sandbox',
        `--disable-extensions-except=${loaded}`,
        `--load-extension=${loaded}`,
        `--log-net-log=${netLogs.at(-1)}`,
      ],
    });
    const browser = context.browser();
    if (!browser) throw new Error('Playwright gave no browser for the profile.');
    const cdp = await browser.newBrowserCDPSession();
    const id = await extensionId(context, cdp, extension);
    // A page of the extension that runs none of its code: the worker may be dead when its storage is asked for.
    const keeper = await closeWelcome(context);
    await keeper.goto(`chrome-extension://${id}/manifest.json`);
    return { context, cdp, id, keeper };
  };
  let running = await start();

  const isOurWorker = (url: string) => url.startsWith(`chrome-extension://${running.id}/`);
  const targets = async (filter?: object[]) =>
    (await running.cdp.send('Target.getTargets', filter ? { filter } : {})).targetInfos;

  const self: ExtensionBrowser = {
    get context() {
      return running.context;
    },
    get cdp() {
      return running.cdp;
    },
    get id() {
      return running.id;
    },
    sessionStorage: async () => object(await running.keeper.evaluate('chrome.storage.session.get(null)')),
    worker: () =>
      until('the service worker runs', async () => {
        const found = running.context.serviceWorkers().find((w) => isOurWorker(w.url()));
        // One that was stopped may still be listed: it no longer answers.
        return (await found?.evaluate('true')) === true && found;
      }),
    url: (path) => `chrome-extension://${running.id}/${path}`,
    async open(path) {
      const page = await running.context.newPage();
      await page.goto(self.url(path));
      return page;
    },
    async clickAction(page) {
      await page.bringToFront();
      const target = await until(`a tab shows ${page.url()}`, async () =>
        (await targets([{ type: 'tab' }])).find((tab) => tab.url === page.url()),
      );
      await running.cdp.send('Extensions.triggerAction', { id: running.id, targetId: target.targetId });
    },
    async popup() {
      const target = await until('the popup opens', async () =>
        (await targets()).find((t) => t.type === 'page' && !t.attached && t.url.endsWith('/popup.html')),
      );
      return attach(running.cdp, target.targetId);
    },
    async openPopup(page) {
      await self.clickAction(page);
      return self.popup();
    },
    async stopWorker() {
      const workers = async () =>
        (await targets()).filter((t) => t.type === 'service_worker' && isOurWorker(t.url));
      // These and no later one: a page that is being read starts the worker again at once.
      const doomed = new Set((await workers()).map(({ targetId }) => targetId));
      // A worker that is only just starting ignores the first word: say it until it is gone.
      await until('the service worker is gone', async () => {
        const alive = (await workers()).filter(({ targetId }) => doomed.has(targetId));
        for (const { targetId } of alive) await running.cdp.send('Target.closeTarget', { targetId });
        return alive.length === 0;
      });
    },
    netLogs: () => netLogs.slice(0, -1),
    async restart() {
      await running.context.close();
      running = await start();
    },
    async close() {
      await running.context.close();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return self;
}

async function grantHosts(path: string, hosts: readonly string[]) {
  const manifest = object(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
}

/** The id Chromium gave the extension in this folder. */
async function extensionId(context: BrowserContext, cdp: CDPSession, folder: string): Promise<string> {
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return until('the extension is installed', async () => {
    const { extensions } = await cdp.send('Extensions.getExtensions');
    return extensions.find((one) => one.path === folder)?.id;
  });
}

/**
 * Waits for the page that greets a new reader (an extension from the command line is installed anew at each start) and
 * closes it: opened late, it would take the place of the tab a test is about to click in. Gives the tab that is left.
 */
async function closeWelcome(context: BrowserContext): Promise<Page> {
  const welcome = await until('the welcome page opens', () =>
    context.pages().find((page) => page.url().endsWith('/welcome.html')),
  );
  const left = context.pages().find((page) => page !== welcome) ?? (await context.newPage());
  await welcome.close();
  return left;
}
