import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { expect } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import type { Store } from '../../../src/clippings/store.ts';
import type { ClipRequest } from '../../../src/messages/clip-request.ts';
import type { Answer } from '../../../src/messages/protocol.ts';
import type { TabReading } from '../../../src/messages/tab-reading.ts';
import type { TabClient, ViewClient } from '../../../src/messages/view-client.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/defaults.ts';
import { clipOf } from './reading-fixture.ts';

export const NOW = new Date('2026-11-24T09:00:00.000Z');
const done: Answer = { ok: true, value: null };

/** A tab under the test's hand: it says what the test gives it, and writes down what it was asked. */
export class FakeTab implements TabClient {
  readonly asked: string[] = [];
  lastReading: TabReading | null;
  selected: ClipRequest | null = null;
  answer: Answer = done;
  readonly #listeners = new Set<(reading: TabReading | null) => void>();

  constructor(last: TabReading | null) {
    this.lastReading = last;
  }

  publish(reading: TabReading | null): void {
    this.lastReading = reading;
    for (const listener of this.#listeners) listener(reading);
  }

  #ask(what: string): Promise<Answer> {
    this.asked.push(what);
    return Promise.resolve(this.answer);
  }

  last = async () => this.lastReading;
  watch = (listener: (reading: TabReading | null) => void, signal: AbortSignal) => {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  };
  read = (force: boolean, again = false) => this.#ask(`read ${force}${again ? ' again' : ''}`);
  stop = () => this.#ask('stop');
  setMarks = (on: boolean) => {
    if (this.answer.ok && this.lastReading) this.publish({ ...this.lastReading, marks: on });
    return this.#ask(`marks ${on}`);
  };
  show = (index: number) => this.#ask(`show ${index}`);
  showClipping = (id: string) => this.#ask(`show-clipping ${id}`);
  selection = async () => this.selected;
  passage = async (index: number): Promise<ClipRequest | null> => clipOf(index);
}

export interface FakeClient extends ViewClient {
  asked: string[];
}

export function fakeClient(tab: TabClient | null, over: Partial<ViewClient> = {}): FakeClient {
  const asked: string[] = [];
  return {
    asked,
    activeTab: async () => tab,
    watchActiveTab: () => undefined,
    clippingsChanged: async (urls) => void asked.push(`changed ${urls.join()}`),
    openLog: async () => void asked.push('log'),
    openOptions: async () => void asked.push('options'),
    openPanel: async () => {
      asked.push('panel');
      return done;
    },
    openArticle: async (url) => {
      asked.push(`article ${url}`);
      return done;
    },
    shortcut: async () => 'Alt+Shift+L',
    loadSettings: async () => DEFAULT_SETTINGS,
    saveSettings: async () => undefined,
    ...over,
  };
}

/** A store of its own in the browser's real IndexedDB; `over` replaces what a test wants to fail. */
export async function newStore(over: Partial<Store> = {}, now = NOW): Promise<Store> {
  const store = await openStore({ name: `popup-${crypto.randomUUID()}`, now: () => now });
  return { ...store, ...over };
}

/** Draws a view alone in the page. */
export function mount(view: ComponentChild): HTMLElement {
  unmount();
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

export const setTheme = (theme: 'light' | 'dark'): void => {
  document.documentElement.dataset.theme = theme;
};

/** Fails with axe's own words when it finds anything in the page as it is now. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.getElementById('app') ?? document.body);
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
