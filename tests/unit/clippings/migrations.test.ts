import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { Connection, type ConnectionOptions } from '../../../src/clippings/connection.ts';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { MIGRATIONS, type Migration } from '../../../src/clippings/migrations.ts';
import { SCHEMA_VERSION } from '../../../src/clippings/schema.ts';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { madeClipping, madeLog } from './made-rows.ts';
import { VERSION_1 } from './shipped/version-1.ts';

let count = 0;
const newName = (): string => {
  count += 1;
  return `migrations-${count}`;
};

/** A database as a shipped version made it: by hand, not by our migrations. */
async function shipped(name: string, { version, stores, rows }: typeof VERSION_1): Promise<void> {
  const db = await openDB(name, version, {
    upgrade(fresh) {
      for (const [store, { keyPath, indexes }] of Object.entries(stores)) {
        const made = fresh.createObjectStore(store, { keyPath });
        for (const index of indexes) made.createIndex(index, index);
      }
    },
  });
  for (const [store, some] of Object.entries(rows)) for (const row of some) await db.put(store, row);
  db.close();
}

/** What a database is made of: version, stores and their indexes, every row. */
async function everythingIn(name: string): Promise<unknown> {
  const db = await openDB(name);
  const stores: Record<string, unknown> = {};
  for (const store of db.objectStoreNames) {
    const { indexNames } = db.transaction(store).store;
    stores[store] = { indexes: [...indexNames], rows: await db.getAll(store) };
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Version 2, made up: an index over what the reader has found, and a field that every clipping gets. */
const toTwo: Migration = {
  to: 2,
  async migrate(_db, tx) {
    const clippings = tx.objectStore('clippings');
    clippings.createIndex('createdAt2' as 'createdAt', 'createdAt'); // a name that today's schema has not
    for (let cursor = await clippings.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: unknown = cursor.value;
      await cursor.update({ ...(row as object), read: true });
    }
  },
};
const toThree: Migration = {
  to: 3,
  async migrate(_db, tx) {
    const all = await tx.objectStore('clippings').getAll();
    for (const row of all) await tx.objectStore('clippings').put({ ...(row as object), three: all.length });
  },
};

const open = (options: ConnectionOptions) => new Connection(options).open();
const failure = async (options: ConnectionOptions): Promise<StoreError> => {
  const error = await open(options).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error as StoreError;
};

describe('the shipped steps', () => {
  it('end at the schema’s version, in order', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1));
  });

  it('make a new database just as version 1 shipped it', async () => {
    const [byHand, ours] = [newName(), newName()];
    await shipped(byHand, {
      ...VERSION_1,
      rows: { articles: [], clippings: [], reflections: [], setAside: [] } as never,
    });
    (await open({ name: ours, version: 1, migrations: MIGRATIONS })).close();
    expect(await everythingIn(ours)).toEqual(await everythingIn(byHand));
  });

  it('open version 1 with every row in it', async () => {
    const name = newName();
    await shipped(name, VERSION_1);
    const store = await openStore({ name });
    const { articles, clippings, reflections, setAside } = VERSION_1.rows;
    expect(await store.log()).toEqual({ articles, clippings, reflections });
    expect(await store.setAside()).toEqual(setAside);
    store.close();
  });
});

describe('the harness', () => {
  it('goes on from any version, a step at a time, and keeps every row', async () => {
    const name = newName();
    await shipped(name, VERSION_1);
    const db = await open({ name, version: 3, migrations: [...MIGRATIONS, toTwo, toThree] });
    expect(await db.getAll('clippings')).toEqual([{ ...VERSION_1.rows.clippings[0], read: true, three: 1 }]);
    expect([...db.transaction('clippings').store.indexNames]).toContain('createdAt2');
    expect(db.version).toBe(3);
    db.close();
  });

  it('takes a new database through every step', async () => {
    const db = await open({ name: newName(), version: 3, migrations: [...MIGRATIONS, toTwo, toThree] });
    expect(db.version).toBe(3);
    db.close();
  });

  it.each([
    ['at once', () => Promise.reject(new Error('bad step'))],
    [
      'after it has changed rows',
      async (...given: Parameters<Migration['migrate']>) => {
        await toTwo.migrate(...given);
        throw new Error('bad step');
      },
    ],
    [
      'before it awaits anything',
      () => {
        throw new Error('bad step');
      },
    ],
  ])('leaves the database as it was when a step fails %s', async (_, migrate) => {
    const name = newName();
    await shipped(name, VERSION_1);
    const before = await everythingIn(name);
    const error = await failure({ name, version: 2, migrations: [...MIGRATIONS, { to: 2, migrate }] });
    expect(error.message).toMatch(
      /^Your reading log could not be brought up to date .* It is as it was before\./,
    );
    expect(error.cause).toMatchObject({ message: 'bad step' });
    expect(await everythingIn(name)).toEqual(before);
  });

  it('undoes the steps before the one that failed', async () => {
    const name = newName();
    await shipped(name, VERSION_1);
    const before = await everythingIn(name);
    const bad: Migration = { to: 3, migrate: () => Promise.reject(new Error('bad step')) };
    await failure({ name, version: 3, migrations: [...MIGRATIONS, toTwo, bad] });
    expect(await everythingIn(name)).toEqual(before);
  });

  it('refuses steps that do not lead to the version', async () => {
    await failure({ name: newName(), version: 3, migrations: [...MIGRATIONS, toTwo] });
  });
});

describe('two versions at once', () => {
  it('says that a database is newer than the code', async () => {
    const name = newName();
    (await open({ name, version: 2, migrations: [...MIGRATIONS, toTwo] })).close();
    const error = await openStore({ name }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      reason: 'newer',
      message:
        'Your reading log was made by a newer Long Game. Update Long Game, or close this page and open it again. Nothing was changed.',
    });
  });

  it('gives way to a newer version, and then says so', async () => {
    const name = newName();
    const onBlocking = vi.fn();
    const store = await openStore({ name, onBlocking });
    await store.merge(madeLog(), []);
    const newer = await open({ name, version: 2, migrations: [...MIGRATIONS, toTwo] });
    expect(onBlocking).toHaveBeenCalledOnce();
    expect(await newer.getAll('clippings')).toEqual([{ ...madeClipping(), read: true }]);
    await expect(store.log()).rejects.toMatchObject({ reason: 'newer' });
    newer.close();
    store.close();
  });

  it('opens again when the newer version gave up', async () => {
    const name = newName();
    const store = await openStore({ name });
    await store.merge(madeLog(), []);
    await failure({
      name,
      version: 2,
      migrations: [...MIGRATIONS, { to: 2, migrate: () => Promise.reject(new Error('bad step')) }],
    });
    expect(await store.log()).toEqual(madeLog());
    store.close();
  });

  it('says that another tab holds the older one, and opens when that lets go', async () => {
    const name = newName();
    const stubborn = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('clippings') });
    const blocked = Promise.withResolvers<void>();
    const opening = open({
      name,
      version: 2,
      migrations: [{ to: 2, migrate: () => undefined }],
      onBlocked: blocked.resolve,
    });
    await blocked.promise;
    stubborn.close();
    const db = await opening;
    expect(db.version).toBe(2);
    db.close();
  });

  it('refuses where nobody is there to be told', async () => {
    const name = newName();
    const stubborn = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('clippings') });
    const error = await failure({ name, version: 2, migrations: [{ to: 2, migrate: () => undefined }] });
    expect(error).toMatchObject({
      reason: 'blocked',
      message:
        'Long Game is being updated in another tab. Close the other tabs that show Long Game, then try again. Nothing was lost.',
    });
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    stubborn.close();
    (await openDB(name, 2)).close();
    // The stubborn one, ours, and the refused one, which opened in the end.
    expect(close).toHaveBeenCalledTimes(3);
    close.mockRestore();
  });

  it('says that it waits when an upgrade in another tab takes long', async () => {
    const name = newName();
    const finish = Promise.withResolvers<void>();
    const slow = openDB(name, 1, {
      async upgrade(db, _from, _to, tx) {
        const store = db.createObjectStore('clippings');
        let done = false;
        void finish.promise.then(() => {
          done = true;
        });
        while (!done) await store.get('nothing'); // keeps its transaction open
        void tx;
      },
    });
    const waits = Promise.withResolvers<void>();
    const opening = open({ name, version: 1, migrations: [], patienceMs: 1, onBlocked: waits.resolve });
    await waits.promise;
    finish.resolve();
    (await slow).close();
    (await opening).close();
  });
});
