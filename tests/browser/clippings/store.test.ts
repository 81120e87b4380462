import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../../src/clippings/connection.ts';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { MIGRATIONS, type Migration } from '../../../src/clippings/migrations.ts';
import type { Store } from '../../../src/clippings/store.ts';
import { madeClipping, madeInput, madeLog, uuid } from '../../unit/clippings/made-rows.ts';

let name: string;
let store: Store;

beforeEach(async () => {
  name = `browser-${crypto.randomUUID()}`;
  store = await openStore({ name });
});

afterEach(async () => {
  vi.restoreAllMocks();
  store.close();
  await deleteDB(name);
});

const toTwo: Migration = {
  to: 2,
  async migrate(_db, tx) {
    const clippings = tx.objectStore('clippings');
    clippings.createIndex('updatedAt' as 'createdAt', 'updatedAt');
    for (let cursor = await clippings.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: unknown = cursor.value;
      await cursor.update({ ...(row as object), two: true });
    }
  },
};
const versionTwo = { version: 2, migrations: [...MIGRATIONS, toTwo] };

describe('in Chromium’s own IndexedDB', () => {
  it('resolves a save only when its strict transaction is complete', async () => {
    const happened: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given: Parameters<IDBDatabase['transaction']>
    ) {
      const tx = begin.apply(this, given);
      if (tx.mode === 'readwrite') {
        happened.push(`begun ${tx.durability}`);
        tx.addEventListener('complete', () => happened.push('complete'));
      }
      return tx;
    });
    await store.clip(madeInput());
    happened.push('saved');
    expect(happened).toEqual(['begun strict', 'complete', 'saved']);
  });

  it('keeps, corrects, answers, deletes and puts back', async () => {
    const { id } = await store.clip(madeInput({ note: 'lone \ud83d surrogate' }));
    await store.setTags(id, ['ai']);
    await store.reflect(id, 'Why?', 'Because.', null);
    const before = await store.log();
    expect(before.clippings).toMatchObject([
      { note: 'lone \ud83d surrogate', tags: [{ tag: 'ai', source: 'reader' }] },
    ]);
    const deleted = await store.remove(id);
    if (!deleted) throw new Error('nothing was deleted');
    await store.restore(deleted);
    expect(await store.log()).toEqual(before);
    await store.wipe();
    expect((await store.log()).clippings).toEqual([]);
  });

  it('keeps the last of many keystrokes, though their saves overlap', async () => {
    const { id } = await store.clip(madeInput());
    const text = 'Who was in the room when this was decided?';
    await Promise.all(Array.from(text, (_, end) => store.setNote(id, text.slice(0, end + 1))));
    expect((await store.clipping(id))?.note).toBe(text);
  });

  it('has issued and committed a keystroke’s save by the time its row was read', async () => {
    const { id } = await store.clip(madeInput());
    const calls: string[] = [];
    const put = IDBObjectStore.prototype.put;
    const commit = IDBTransaction.prototype.commit;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      calls.push('put');
      const request = put.apply(this, given);
      request.addEventListener('success', () => calls.push('put done'));
      return request;
    });
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      calls.push('commit');
      commit.apply(this);
    });
    await store.setNote(id, 'typed');
    expect(calls).toEqual(['put', 'commit', 'put done']);
  });

  it('takes all of a merge or nothing', async () => {
    const log = madeLog({ clippings: [madeClipping(), madeClipping({ id: uuid(2) })], reflections: [] });
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      puts += 1;
      if (puts === 3) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    });
    await expect(store.merge(log, [])).rejects.toMatchObject({ reason: 'full' });
    expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
  });

  it('sets a damaged row aside', async () => {
    await store.merge(madeLog(), []);
    const raw = new Connection({ name });
    await (await raw.open()).put('clippings', { id: uuid(3), circle: new Map([[1, new Date(0)]]) });
    raw.close();
    expect((await store.log()).clippings).toHaveLength(1);
    expect(await store.setAside()).toMatchObject([
      { from: 'clippings', row: { id: uuid(3), circle: new Map([[1, new Date(0)]]) } },
    ]);
  });
});

describe('two pages', () => {
  it('hear each other’s changes', async () => {
    const other = await openStore({ name });
    const heard = Promise.withResolvers<unknown>();
    other.subscribe(heard.resolve, new AbortController().signal);
    const { articleUrl } = await store.clip(madeInput());
    expect(await heard.promise).toEqual({ kind: 'clipping', articleUrls: [articleUrl] });
    other.close();
  });

  it('of which one is newer: the older gives way, its log is brought up to date, and it says why it stops', async () => {
    await store.merge(madeLog(), []);
    const onBlocked = vi.fn();
    const newer = new Connection({ name, ...versionTwo, onBlocked });
    const db = await newer.open();
    expect(onBlocked).not.toHaveBeenCalled();
    expect(await db.getAll('clippings')).toEqual([{ ...madeClipping(), two: true }]);
    await expect(store.setNote(uuid(1), 'too late')).rejects.toMatchObject({ reason: 'newer' });
    newer.close();
  });

  it('of which one does not let go: the newer says so and opens when it does', async () => {
    const held = indexedDB.open(name);
    const db = await new Promise<IDBDatabase>((resolve) => {
      held.onsuccess = () => resolve(held.result); // and no `versionchange` listener
    });
    const blocked = Promise.withResolvers<void>();
    const newer = new Connection({ name, ...versionTwo, onBlocked: blocked.resolve });
    const opening = newer.open();
    await blocked.promise;
    db.close();
    expect((await opening).version).toBe(2);
    newer.close();
  });

  it('of which one fails to upgrade: nothing has changed', async () => {
    await store.merge(madeLog(), []);
    const bad: Migration = {
      to: 2,
      async migrate(...given) {
        await toTwo.migrate(...given);
        throw new Error('bad step');
      },
    };
    const newer = new Connection({ name, version: 2, migrations: [...MIGRATIONS, bad] });
    await expect(newer.open()).rejects.toMatchObject({
      message: expect.stringMatching(/It is as it was before/),
    });
    expect(await store.log()).toEqual(madeLog());
  });
});
