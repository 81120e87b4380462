import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { draftOf, dropDraft, keepDraft } from '../../../src/views/reading/drafts.ts';
import { forgetDrafts } from '../../../src/views/reading/forget-drafts.ts';
import { madeInput } from '../clippings/made-rows.ts';

/** As much of `localStorage` as drafts use: its keys are its own properties, as in a browser. */
function fakeStorage(): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  const method = (name: string, value: unknown) => Object.defineProperty(storage, name, { value });
  method('getItem', (key: string) => storage[key] ?? null);
  method('setItem', (key: string, text: string) => {
    storage[key] = text;
  });
  method('removeItem', (key: string) => Reflect.deleteProperty(storage, key));
  return storage;
}

let storage: Record<string, unknown>;
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

const first = new Date('2026-11-24T10:00:00.100Z');
const second = new Date('2026-11-24T10:00:00.150Z');

test('the save of an earlier keystroke does not outdate what was typed since', async () => {
  let clock = new Date('2026-11-24T10:00:00Z');
  const store = await openStore({ name: 'drafts-race', now: () => clock });
  const { id } = await store.clip(madeInput());
  keepDraft(id, 'a', first);
  keepDraft(id, 'ab', second);
  clock = new Date('2026-11-24T10:00:00.300Z'); // the first save takes effect only now, and the popup closes
  const kept = await store.setNote(id, 'a', first.toISOString());
  dropDraft(id, 'a', first);
  expect(draftOf(kept)).toBe('ab');

  const after = await store.setNote(id, 'ab', second.toISOString());
  dropDraft(id, 'ab', second);
  expect(draftOf(after)).toBeNull();
  expect(Object.keys(storage)).toEqual([]);
  store.close();
});

test('the same words typed again are a draft of their own', () => {
  keepDraft('c', 'a', second);
  dropDraft('c', 'a', first);
  expect(draftOf({ id: 'c', note: 'ab', updatedAt: first.toISOString() })).toBe('a');
});

test('all note drafts are forgotten, and nothing else', () => {
  keepDraft('c', 'a', first);
  keepDraft('d', 'b', second);
  storage.theme = 'dark';
  forgetDrafts();
  expect(Object.keys(storage)).toEqual(['theme']);
});

test('a browser that keeps no site data has no drafts to forget', () => {
  vi.unstubAllGlobals();
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  expect(forgetDrafts).not.toThrow();
});
