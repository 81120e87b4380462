import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ClippingRow } from '../../../src/clippings/schema.ts';
import type { Store } from '../../../src/clippings/store.ts';
import { servePage } from '../../../src/messages/serve-pages.ts';

const NOW = Date.parse('2026-11-24T09:00:00.000Z');
const ID = '6f2b8f38-7d53-4c2e-9c9e-0d2d3c1f4a55';
const page = 'https://school.example/story';
const sender = { id: browser.runtime.id, tab: { id: 3 } as never, frameId: 0, url: page };

const row = (change: Partial<ClippingRow> = {}): ClippingRow => ({
  id: ID,
  articleUrl: page,
  quote: 'words',
  selectors: { quote: { exact: 'words', prefix: '', suffix: '' }, position: { start: 0, end: 5 } },
  block: 2,
  tags: [],
  removedTags: [],
  note: '',
  createdAt: '2026-11-24T08:59:00.000Z',
  updatedAt: '2026-11-24T08:59:00.000Z',
  anchor: { state: 'exact', at: null },
  dueAt: null,
  ...change,
});

function storeWith(kept: ClippingRow | null) {
  const remove = vi.fn(async () => null);
  const setAnchors = vi.fn(async () => undefined);
  const store = { clipping: async () => kept, remove, setAnchors } as Partial<Store> as Store;
  return { open: async () => store, remove, setAnchors };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

describe('a card’s Undo', () => {
  it('takes back what was just clipped', async () => {
    const { open, remove } = storeWith(row());
    expect(await servePage({ type: 'unclip', id: ID }, sender, open)).toEqual({ ok: true, value: null });
    expect(remove).toHaveBeenCalledWith(ID);
  });

  it.each([
    ['that has a note since', row({ note: 'n', updatedAt: '2026-11-24T08:59:30.000Z' })],
    [
      'that was kept last year',
      row({ createdAt: '2025-11-24T08:00:00.000Z', updatedAt: '2025-11-24T08:00:00.000Z' }),
    ],
    ['of another site', row({ articleUrl: 'https://other.example/story' })],
  ])('does not delete a clipping %s, and says why', async (_, kept) => {
    const { open, remove } = storeWith(kept);
    expect(await servePage({ type: 'unclip', id: ID }, sender, open)).toMatchObject({ ok: false });
    expect(remove).not.toHaveBeenCalled();
  });
});

describe('a page’s word for where clippings are', () => {
  const results = [{ id: ID, state: 'not-found' as const }];

  it('is taken for its own clippings', async () => {
    const { open, setAnchors } = storeWith(row());
    await servePage({ type: 'anchored', results }, sender, open);
    expect(setAnchors).toHaveBeenCalledWith(results);
  });

  it('is not taken for another site’s', async () => {
    const { open, setAnchors } = storeWith(row({ articleUrl: 'https://other.example/story' }));
    await servePage({ type: 'anchored', results }, sender, open);
    expect(setAnchors).toHaveBeenCalledWith([]);
  });
});

describe('what does not parse, or comes from elsewhere', () => {
  it.each([
    ['nonsense', { type: 'wipe' }, sender],
    ['a frame', { type: 'settings' }, { ...sender, frameId: 4 }],
    ['another extension', { type: 'settings' }, { ...sender, id: 'other' }],
  ])('is refused: %s', async (_, message, from) => {
    const { open } = storeWith(null);
    expect(await servePage(message, from, open)).toMatchObject({ ok: false });
  });
});
