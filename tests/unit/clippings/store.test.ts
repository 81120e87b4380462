import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { lazyStore } from '../../../src/clippings/lazy-store.ts';
import { clippingRow } from '../../../src/clippings/schema.ts';
import type { Store, StoreChange } from '../../../src/clippings/store.ts';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { madeArticle, madeClipping, madeInput, madeLog, madeReflection, uuid } from './made-rows.ts';

let count = 0;
let name: string;
let store: Store;
let clock: Date;

beforeEach(async () => {
  count += 1;
  name = `store-${count}`;
  clock = new Date('2026-11-24T10:00:00Z');
  store = await openStore({ name, now: () => clock });
});

afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

/** Puts a row straight into the database, past the store. */
async function plant(storeName: string, row: unknown): Promise<void> {
  const db = await openDB(name);
  await db.put(storeName, row);
  db.close();
}

const rejection = async (promise: Promise<unknown>): Promise<StoreError> => {
  const error = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
};

describe('clip', () => {
  it('keeps the quote with its article, due for a first question in a week', async () => {
    const row = await store.clip(madeInput({ note: 'Mine' }));
    expect(row).toMatchObject({
      quote: madeInput().quote,
      note: 'Mine',
      removedTags: [],
      anchor: { state: 'exact' },
    });
    expect(new Date(row.dueAt ?? 0)).toEqual(new Date(2026, 10, clock.getDate() + 7));
    const log = await store.log();
    expect(log.clippings).toEqual([row]);
    expect(log.articles).toEqual([
      { ...madeInput().article, addedAt: clock.toISOString(), updatedAt: clock.toISOString() },
    ]);
  });

  it('returns the same quote at the same place as it is', async () => {
    const first = await store.clip(madeInput());
    await store.setNote(first.id, 'written since');
    const again = await store.clip(madeInput({ tags: [] }));
    expect(again).toMatchObject({ id: first.id, note: 'written since' });
    expect((await store.log()).clippings).toHaveLength(1);
  });

  it('keeps one of two clips made at the same moment', async () => {
    const [a, b] = await Promise.all([store.clip(madeInput()), store.clip(madeInput())]);
    expect(a.id).toBe(b.id);
  });

  it('keeps the same words at another place, or of another article, apart', async () => {
    await store.clip(madeInput());
    const { selectors, article } = madeInput();
    await store.clip(madeInput({ selectors: { ...selectors, position: { start: 900, end: 966 } } }));
    await store.clip(madeInput({ article: { ...article, url: 'https://other.example/a' } }));
    expect((await store.log()).clippings).toHaveLength(3);
  });

  it('updates what the page says of the article and keeps when it was first clipped', async () => {
    await store.clip(madeInput());
    const first = clock.toISOString();
    clock = new Date('2026-12-01T10:00:00Z');
    await store.clip(
      madeInput({ quote: 'Another', article: { ...madeInput().article, title: 'Corrected' } }),
    );
    const [article] = (await store.log()).articles;
    expect(article).toMatchObject({ title: 'Corrected', addedAt: first, updatedAt: clock.toISOString() });
  });

  it('keeps no more of an article than its row', async () => {
    const article = { ...madeInput().article, blocks: [{ text: 'the whole text' }] };
    await store.clip(madeInput({ article }));
    const db = await openDB(name);
    expect(JSON.stringify(await db.getAll('articles'))).not.toContain('whole text');
    db.close();
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('refuses %s', async (url) => {
    const error = await rejection(store.clip(madeInput({ article: { ...madeInput().article, url } })));
    expect(error.message).toMatch(/Only http and https addresses are kept/);
    expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
  });

  it('keeps lone surrogates as they are', async () => {
    const row = await store.clip(madeInput({ quote: 'half \ud83d a face' }));
    expect((await store.clipping(row.id))?.quote).toBe('half \ud83d a face');
  });
});

describe('notes', () => {
  it('end as the last text, whatever is under way', async () => {
    const { id } = await store.clip(madeInput());
    const text = 'Ask the board on Monday';
    await Promise.all(Array.from(text, (_, end) => store.setNote(id, text.slice(0, end + 1))));
    expect((await store.clipping(id))?.note).toBe(text);
  });

  it('does not lose tags that another view changes between two keystrokes', async () => {
    const { id } = await store.clip(madeInput());
    const other = await openStore({ name });
    await Promise.all([store.setNote(id, 'a'), other.setTags(id, ['society']), store.setNote(id, 'ab')]);
    expect(await store.clipping(id)).toMatchObject({
      note: 'ab',
      tags: [{ tag: 'society', source: 'reader' }],
    });
    other.close();
  });

  it('dates a note by its keystroke, and never before what stands there', async () => {
    const { id } = await store.clip(madeInput());
    clock = new Date('2026-11-24T10:00:09Z');
    const typed = '2026-11-24T10:00:01.000Z';
    expect((await store.setNote(id, 'a', typed)).updatedAt).toBe(typed);
    const { updatedAt } = await store.setTags(id, ['society']);
    const late = await store.setNote(id, 'ab', '2026-11-24T10:00:02.000Z');
    expect(late).toMatchObject({ note: 'ab' });
    expect(late.updatedAt > updatedAt).toBe(true);
  });

  it('passes the keystroke’s time through a store that opens late', async () => {
    const { id } = await store.clip(madeInput());
    const typed = '2026-11-24T10:00:01.000Z';
    clock = new Date('2026-11-24T10:00:09Z');
    expect((await lazyStore(async () => store).setNote(id, 'a', typed)).updatedAt).toBe(typed);
  });

  it('moves the time of change on with every change, also within one millisecond', async () => {
    const { id, updatedAt } = await store.clip(madeInput());
    const one = await store.setNote(id, 'a');
    const two = await store.setNote(id, 'b');
    expect(one.updatedAt > updatedAt && two.updatedAt > one.updatedAt).toBe(true);
  });

  it('says so when the clipping is gone', async () => {
    const error = await rejection(store.setNote(uuid(9), 'x'));
    expect(error.reason).toBe('gone');
    expect(error.message).toBe(
      'This clipping is no longer in your reading log: it was deleted in another window.',
    );
  });
});

describe('tags, due dates and anchors', () => {
  it('keeps a model tag’s word, makes others the reader’s and remembers what went', async () => {
    const { id } = await store.clip(madeInput());
    const row = await store.setTags(id, ['society', 'agency']);
    expect(row.tags).toEqual([
      { tag: 'society', source: 'reader' },
      { tag: 'agency', source: 'model', confidence: 0.91, word: 'clear' },
    ]);
    expect(row.removedTags).toEqual(['jobs', 'culture']);
    expect(await store.clipping(id)).toEqual(row);
  });

  it('sets and ends the schedule', async () => {
    const { id } = await store.clip(madeInput());
    expect((await store.setDue(id, '2026-12-01T00:00:00.000Z')).dueAt).toBe('2026-12-01T00:00:00.000Z');
    expect((await store.setDue(id, null)).dueAt).toBeNull();
  });

  it('notes where the words were found without calling that an edit', async () => {
    const row = await store.clip(madeInput());
    const heard: StoreChange[] = [];
    store.subscribe((change) => heard.push(change), new AbortController().signal);
    await store.setAnchors([
      { id: row.id, state: 'not-found' },
      { id: uuid(77), state: 'exact' },
    ]);
    await store.setAnchors([{ id: row.id, state: 'not-found' }]);
    const after = await store.clipping(row.id);
    expect(after?.anchor).toEqual({ state: 'not-found', at: clock.toISOString() });
    expect(after?.updatedAt).toBe(row.updatedAt);
    expect(heard).toHaveLength(1);
  });

  it('keeps an answer and when to ask next together', async () => {
    const { id } = await store.clip(madeInput());
    const reflection = await store.reflect(id, 'Why?', 'Because.', '2027-01-01T00:00:00.000Z');
    expect((await store.log()).reflections).toEqual([reflection]);
    expect((await store.clipping(id))?.dueAt).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('remove and restore', () => {
  it('puts back clipping, article and reflections whole', async () => {
    const { id } = await store.clip(madeInput());
    await store.reflect(id, 'Why?', 'Because.', null);
    const before = await store.log();
    const deleted = await store.remove(id);
    expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
    if (!deleted) throw new Error('nothing was deleted');
    await store.restore(deleted);
    await store.restore(deleted);
    expect(await store.log()).toEqual(before);
  });

  it('keeps the article while another clipping is of it', async () => {
    const { id } = await store.clip(madeInput());
    await store.clip(madeInput({ quote: 'Another' }));
    await store.remove(id);
    expect((await store.log()).articles).toMatchObject([{ title: madeArticle().title }]);
  });

  it('gives null for what is not there', async () => {
    expect(await store.remove(uuid(9))).toBeNull();
  });
});

describe('merge and wipe', () => {
  it('adds, updates what is newer, leaves the rest', async () => {
    await store.merge(madeLog(), []);
    const newer = madeClipping({ note: 'newer', updatedAt: '2026-10-05T00:00:00.000Z' });
    const report = await store.merge(
      madeLog({ clippings: [newer, madeClipping({ id: uuid(2) })], reflections: [] }),
      [],
    );
    expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 0, rejected: [] });
    expect((await store.clipping(uuid(1)))?.note).toBe('newer');
    const older = await store.merge(madeLog(), []);
    expect(older).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect((await store.clipping(uuid(1)))?.note).toBe('newer');
  });

  it('takes all or nothing', async () => {
    const bad = madeReflection({ id: 'not a uuid' });
    await rejection(store.merge(madeLog({ reflections: [bad] }), []));
    expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
  });

  it('sets rejected rows aside once, however often the file is imported', async () => {
    const rejected = { from: 'import' as const, row: { id: 1 }, reason: 'why', at: clock.toISOString() };
    await store.merge(madeLog(), [{ ...rejected, id: uuid(500) }]);
    await store.merge(madeLog(), [{ ...rejected, id: uuid(501) }]);
    expect(await store.setAside()).toEqual([{ ...rejected, id: uuid(500) }]);
  });

  it('deletes every row of every store', async () => {
    await store.merge(madeLog(), [
      { id: uuid(500), from: 'import', row: 1, reason: 'why', at: clock.toISOString() },
    ]);
    await store.wipe();
    expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
    expect(await store.setAside()).toEqual([]);
  });
});

describe('rows that do not parse', () => {
  it('are moved whole to the set-aside store, and the rest is read', async () => {
    await store.merge(madeLog(), []);
    const broken = { ...madeClipping({ id: uuid(3) }), createdAt: 'yesterday', extra: 'kept too' };
    await plant('clippings', broken);
    expect((await store.log()).clippings).toEqual([madeClipping()]);
    expect(await store.setAside()).toMatchObject([
      { from: 'clippings', row: broken, reason: "Its field createdAt can't be read." },
    ]);
    const db = await openDB(name);
    expect(await db.get('clippings', uuid(3))).toBeUndefined();
    db.close();
  });

  it('are moved once, though two pages find them at the same moment', async () => {
    await plant('clippings', { id: uuid(3), broken: true });
    const other = await openStore({ name });
    await Promise.all([store.log(), other.log(), store.clipping(uuid(3))]);
    expect(await store.setAside()).toHaveLength(1);
    other.close();
  });

  it('are set aside by a write that meets them, which says so', async () => {
    await plant('clippings', { id: uuid(3), broken: true });
    const error = await rejection(store.setNote(uuid(3), 'x'));
    expect(error.reason).toBe('unreadable');
    expect(await store.setAside()).toHaveLength(1);
  });

  it('leave their clippings an article to stand under', async () => {
    await store.merge(madeLog(), []);
    await plant('articles', { url: madeArticle().url, title: 7 });
    const log = await store.log();
    expect(log.articles).toMatchObject([{ url: madeArticle().url, title: 'dispatch.example' }]);
    expect(log.clippings).toHaveLength(1);
  });

  it('are shown though their own label is damaged', async () => {
    await plant('setAside', { id: 'x', row: 1 });
    expect(await store.setAside()).toMatchObject([{ row: { id: 'x', row: 1 } }]);
  });
});

describe('a browser that refuses', () => {
  const full = () => new DOMException('no room', 'QuotaExceededError');

  it('says that there is no more room, and nothing is half kept', async () => {
    const { id } = await store.clip(madeInput());
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(IDBObjectStore.prototype.put).mockImplementationOnce(() => {
      throw full();
    });
    const error = await rejection(store.clip(madeInput({ quote: 'Another' })));
    expect(error.reason).toBe('full');
    expect(error.cause).toMatchObject({ name: 'QuotaExceededError' });
    expect(error.message).toBe(
      'The clipping could not be saved: this browser gives Long Game no more room. Delete some clippings or free disk space, then try again. Nothing was lost.',
    );
    put.mockRestore();
    expect((await store.log()).clippings.map((row) => row.id)).toEqual([id]);
  });

  it('does not announce what was not kept', async () => {
    const heard = vi.fn();
    store.subscribe(heard, new AbortController().signal);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full();
    });
    await rejection(store.clip(madeInput()));
    expect(heard).not.toHaveBeenCalled();
  });

  it('opens again after the browser has closed the connection', async () => {
    const { id } = await store.clip(madeInput());
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase) {
      this.close();
      return transaction.call(this, ['clippings'], 'readonly');
    });
    expect((await store.setNote(id, 'after')).note).toBe('after');
  });

  it('refuses after close, in words', async () => {
    store.close();
    expect((await rejection(store.log())).reason).toBe('closed');
  });
});

describe('announcements', () => {
  it('reach this page and every other one, after the commit', async () => {
    const other = await openStore({ name });
    const here: StoreChange[] = [];
    const seen = Promise.withResolvers<{ change: StoreChange; note: string | undefined }>();
    const { id, articleUrl } = await store.clip(madeInput());
    store.subscribe((change) => here.push(change), new AbortController().signal);
    other.subscribe(
      (change) => void other.clipping(id).then((row) => seen.resolve({ change, note: row?.note })),
      new AbortController().signal,
    );
    await store.setNote(id, 'kept');
    expect(here).toEqual([{ kind: 'clipping', articleUrls: [articleUrl] }]);
    expect(await seen.promise).toEqual({
      change: { kind: 'clipping', articleUrls: [articleUrl] },
      note: 'kept',
    });
    other.close();
  });

  it('end with the listener’s signal', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    store.subscribe(heard, stop.signal);
    stop.abort();
    await store.clip(madeInput());
    expect(heard).not.toHaveBeenCalled();
  });
});

it('writes rows that its own schema reads', async () => {
  const row = await store.clip(madeInput());
  expect(clippingRow.safeParse(row).success).toBe(true);
});

describe('a long log', () => {
  const many = madeLog({
    clippings: Array.from({ length: 601 }, (_, n) =>
      madeClipping({
        id: uuid(n + 1000),
        createdAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
        note: `${n}`,
      }),
    ),
    reflections: [
      madeReflection({ clippingId: uuid(1600) }),
      madeReflection({ id: uuid(7), clippingId: uuid(1001) }),
    ],
  });

  it('is read whole, in pieces, and says how far it is', async () => {
    await store.merge(many, []);
    const steps: { done: number; all: number }[] = [];
    const log = await store.log((step) => steps.push(step));
    expect(log.clippings).toEqual(many.clippings);
    expect(log.reflections).toHaveLength(2);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.at(-1)).toEqual({ done: 604, all: 604 });
  });

  it('gives its newest first, with their articles and answers', async () => {
    await store.merge(many, []);
    const { log, all } = await store.newest(3);
    expect(all).toBe(601);
    expect(log.clippings.map(({ note }) => note)).toEqual(['600', '599', '598']);
    expect(log.articles).toEqual(many.articles);
    expect(log.reflections.map(({ clippingId }) => clippingId)).toEqual([uuid(1600)]);
  });

  it('counts what is due, and what was answered since, without the clippings', async () => {
    await store.merge(
      madeLog({
        clippings: [
          madeClipping({ id: uuid(1), dueAt: '2026-11-24T00:00:00.000Z' }),
          madeClipping({ id: uuid(2), dueAt: '2026-11-25T00:00:00.000Z' }),
          madeClipping({ id: uuid(3), dueAt: null }),
        ],
        reflections: [
          madeReflection({ answeredAt: '2026-11-24T08:00:00.000Z' }),
          madeReflection({ id: uuid(101), answeredAt: '2026-11-23T08:00:00.000Z' }),
        ],
      }),
      [],
    );
    expect(await store.questions('2026-11-24T10:00:00.000Z', '2026-11-24T00:00:00.000Z')).toEqual({
      due: 1,
      answered: 1,
    });
  });

  it('sets aside a row that does not read, also among the newest', async () => {
    await store.merge(madeLog(), []);
    await plant('clippings', {
      ...madeClipping({ id: uuid(9), createdAt: '2027-01-01T00:00:00.000Z' }),
      quote: '',
    });
    const { log } = await store.newest(5);
    expect(log.clippings.map(({ id }) => id)).toEqual([uuid(1)]);
    expect((await store.setAside()).map(({ from }) => from)).toEqual(['clippings']);
  });
});
