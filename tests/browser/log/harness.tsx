import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { expect } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../../../src/clippings/schema.ts';
import type { Store } from '../../../src/clippings/store.ts';
import type { ViewClient } from '../../../src/messages/view-client.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/defaults.ts';
import type { Settings } from '../../../src/settings/settings.ts';

export const NOW = new Date('2026-11-24T09:00:00.000Z');

export const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const article = (over: Partial<ArticleRow> = {}): ArticleRow => ({
  url: 'https://dispatch.example/2040',
  visitedUrl: 'https://dispatch.example/2040',
  title: 'The class of 2040 is already in kindergarten',
  byline: 'Maren Okafor',
  site: 'School Dispatch',
  published: '2026-10-01',
  language: 'en',
  addedAt: '2026-10-03T08:00:00.000Z',
  updatedAt: '2026-10-03T08:00:00.000Z',
  ...over,
});

export const clipping = (n: number, over: Partial<ClippingRow> = {}): ClippingRow => {
  const quote = over.quote ?? `Quote number ${n}.`;
  return {
    id: id(n),
    articleUrl: 'https://dispatch.example/2040',
    quote,
    selectors: {
      quote: { exact: quote, prefix: '', suffix: '' },
      position: { start: n * 100, end: n * 100 + 50 },
    },
    block: n,
    tags: [],
    removedTags: [],
    note: '',
    createdAt: '2026-10-03T08:00:00.000Z',
    updatedAt: '2026-10-03T08:00:00.000Z',
    anchor: { state: 'exact', at: '2026-11-18T08:00:00.000Z' },
    dueAt: '2026-12-24T00:00:00.000Z',
    ...over,
  };
};

const HOSPITAL = 'https://county.example/hospital';
const MINUTES = 'https://review.example/minutes';

/** A small log with each kind of thing in it. Made up for the tests. */
export const smallLog = (): ReadingLog => ({
  articles: [
    article(),
    article({
      url: HOSPITAL,
      visitedUrl: HOSPITAL,
      title: 'A hospital, a high school and the hallway between them',
      byline: 'Luis Ferrante',
      site: 'County Record',
    }),
    article({
      url: MINUTES,
      visitedUrl: MINUTES,
      title: 'What we learn when we stop counting minutes',
      byline: 'Anneke Visser',
      site: 'Learning Review',
    }),
  ],
  clippings: [
    clipping(1, {
      quote:
        'Billing clerks and paralegals are watching the first drafts of their work arrive already written.',
      tags: [
        { tag: 'jobs', source: 'model', confidence: 0.9, word: 'clear' },
        { tag: 'ai', source: 'model', confidence: 0.7, word: 'likely' },
        { tag: 'economy', source: 'model', confidence: 0.4, word: 'perhaps' },
      ],
    }),
    clipping(2, {
      quote:
        'The line that survived every draft was the shortest: “Our graduates can learn what no one has taught them.”',
      note: 'Fourteen months. Bring to cabinet.',
      tags: [
        { tag: 'shared-vision', source: 'model', confidence: 0.9, word: 'clear' },
        { tag: 'agency', source: 'reader' },
      ],
      createdAt: '2026-10-03T09:00:00.000Z',
    }),
    clipping(3, {
      articleUrl: HOSPITAL,
      quote: 'By March the students were asking better questions about triage than about chemistry.',
      note: 'Call their superintendent.',
      tags: [{ tag: 'open-walled', source: 'model', confidence: 0.8, word: 'clear' }],
      createdAt: '2026-09-29T09:00:00.000Z',
      dueAt: '2026-11-20T00:00:00.000Z',
    }),
    clipping(4, {
      articleUrl: HOSPITAL,
      quote: 'Three of the eleven seniors were hired before graduation.',
      createdAt: '2026-09-29T08:00:00.000Z',
      anchor: { state: 'not-found', at: '2026-11-18T08:00:00.000Z' },
    }),
    clipping(5, {
      articleUrl: MINUTES,
      quote: 'The staff eat lunch together now, and it changed the meetings.',
      tags: [{ tag: 'culture', source: 'model', confidence: 0.8, word: 'clear' }],
      createdAt: '2025-12-24T09:00:00.000Z',
    }),
  ],
  reflections: [
    {
      id: id(101),
      clippingId: id(3),
      question: 'Who would carry the insurance?',
      answer: 'The district, for the first year.',
      answeredAt: '2026-10-24T09:00:00.000Z',
    } satisfies ReflectionRow,
  ],
});

/** A store of its own in the browser's real IndexedDB, with these rows. */
export async function storeWith(log: ReadingLog | null): Promise<Store> {
  const store = await openStore({ name: `log-views-${crypto.randomUUID()}`, now: () => NOW });
  if (log !== null) await store.merge(log, []);
  return store;
}

export interface FakeClient extends ViewClient {
  opened: string[];
  told: string[][];
  saved: Settings[];
}

export function fakeClient(over: Partial<ViewClient> = {}): FakeClient {
  const client: FakeClient = {
    opened: [],
    told: [],
    saved: [],
    activeTab: async () => null,
    watchActiveTab: () => undefined,
    clippingsChanged: async (urls) => void client.told.push([...urls]),
    openLog: async () => void client.opened.push('log'),
    openOptions: async () => void client.opened.push('options'),
    openPanel: async () => ({ ok: true, value: null }),
    openArticle: async (url) => {
      client.opened.push(url);
      return { ok: true, value: null };
    },
    shortcut: async () => 'Alt+Shift+L',
    loadSettings: async () => client.saved.at(-1) ?? DEFAULT_SETTINGS,
    saveSettings: async (settings) => void client.saved.push(settings),
    ...over,
  };
  return client;
}

/** Draws a view alone in the page, at a fresh address. */
export function mount(view: ComponentChild, hash = ''): HTMLElement {
  unmount();
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  document.documentElement.lang = 'en';
  document.title = 'Long Game';
  const root = document.createElement('div');
  root.id = 'app';
  document.body.append(root);
  render(view, root);
  return root;
}

export function unmount(): void {
  const root = document.getElementById('app');
  if (root === null) return;
  render(null, root);
  root.remove();
}

/** Files that were handed to the browser to save, caught before it does. */
export function catchDownloads(): { names: string[]; texts: Promise<string>[]; stop(): void } {
  const names: string[] = [];
  const texts: Promise<string>[] = [];
  const life = new AbortController();
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || !event.target.download) return;
      event.preventDefault();
      names.push(event.target.download);
      texts.push(fetch(event.target.href).then((answer) => answer.text()));
    },
    { capture: true, signal: life.signal },
  );
  return { names, texts, stop: () => life.abort() };
}

/** Gives a file to the input that a button of ours opens. */
export function giveFile(name: string, text: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no file input is drawn');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: 'application/json' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Fails with axe's own words when it finds anything in the page as it is now. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.getElementById('app') ?? document.body, {
    rules: { 'color-contrast': { enabled: true } },
  });
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}

export const setTheme = (theme: 'light' | 'dark'): void => {
  document.documentElement.dataset.theme = theme;
};
