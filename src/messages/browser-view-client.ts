import { browser } from 'wxt/browser';
import { z } from 'zod/mini';
import { httpUrl } from '../clippings/schema.ts';
import { loadSettings, saveSettings } from '../settings/settings-storage.ts';
import { done, isAnswer, refused, sentenceOf } from './answers.ts';
import { type ClipRequest, clipRequest } from './clip-request.ts';
import type { Answer, PageCommand, ViewRequest } from './protocol.ts';
import { commandTab } from './tab-command.ts';
import { readTabReading, watchTabReading } from './tab-readings.ts';
import { verifiedClip } from './verified-clip.ts';
import type { TabClient, ViewClient } from './view-client.ts';

const asked = z.nullable(clipRequest);

async function askBackground(request: ViewRequest): Promise<Answer> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    if (!isAnswer(answer)) return refused('Long Game’s background did not answer. Press the button again.');
    return answer.ok ? done(null) : answer;
  } catch (error) {
    return refused(sentenceOf(error));
  }
}

async function tell(tabId: number, command: PageCommand): Promise<Answer> {
  const answer = await commandTab(tabId, command);
  return answer.ok ? done(null) : answer;
}

/** A clip the page describes, its address verified against the tab's; null where there is none. */
async function describe(tabId: number, command: PageCommand): Promise<ClipRequest | null> {
  const answer = await commandTab(tabId, command);
  const clip = answer.ok ? asked.safeParse(answer.value) : null;
  if (!clip?.success || !clip.data) return null;
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url,
    // Closed meanwhile: the page's own word is the last there is.
    () => undefined,
  );
  return verifiedClip(clip.data, url ?? clip.data.page.visitedUrl);
}

function tabClient(tabId: number): TabClient {
  return {
    last: () => readTabReading(tabId),
    watch: (listener, signal) => watchTabReading(tabId, listener, signal),
    read: (force, again = false) => askBackground({ type: 'read-tab', tabId, force, again }),
    stop: () => tell(tabId, { type: 'stop' }),
    setMarks: (on) => tell(tabId, { type: 'marks', on }),
    show: (index) => tell(tabId, { type: 'show', index }),
    showClipping: (id) => tell(tabId, { type: 'show-clipping', id }),
    selection: () => describe(tabId, { type: 'selection' }),
    passage: (index) => describe(tabId, { type: 'passage', index }),
  };
}

async function activeTab(): Promise<TabClient | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : tabClient(tab.id);
}

/** The window this page is in, for `openPanel`, which may not wait for it after the click. */
let windowId: number | null = null;

/** Firefox's own, which types made after Chrome do not know. */
const hasSidebar = (api: object): api is { sidebarAction: { open(): Promise<void> } } =>
  'sidebarAction' in api;

async function openPanel(): Promise<Answer> {
  try {
    if (hasSidebar(browser)) await browser.sidebarAction.open();
    else if (windowId === null) return refused('The browser did not say which window this is. Press again.');
    else await browser.sidePanel.open({ windowId });
    return done(null);
  } catch (error) {
    return refused(sentenceOf(error));
  }
}

/** What the extension's pages ask of the browser, and the browser's own answers. */
export function browserViewClient(): ViewClient {
  void browser.windows.getCurrent().then((current) => {
    windowId = current.id ?? null;
  });
  return {
    activeTab,
    watchActiveTab(listener, signal) {
      const onChange = (change: { windowId: number }): void => {
        if (windowId === null || change.windowId === windowId) void activeTab().then(listener);
      };
      browser.tabs.onActivated.addListener(onChange);
      signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onChange), {
        once: true,
      });
    },
    async clippingsChanged(articleUrls) {
      await askBackground({ type: 'clippings-changed', articleUrls: [...articleUrls] });
    },
    async openLog(hash = '') {
      await browser.tabs.create({ url: browser.runtime.getURL(`/log.html${hash}`) });
    },
    openOptions: () => browser.runtime.openOptionsPage(),
    openPanel,
    async openArticle(url) {
      if (!httpUrl.safeParse(url).success) return refused('Only web addresses (http or https) are opened.');
      await browser.tabs.create({ url });
      return done(null);
    },
    async shortcut() {
      const commands = await browser.commands.getAll();
      return commands.find((command) => command.name === 'annotate')?.shortcut || null;
    },
    loadSettings,
    saveSettings,
  };
}
