import type { Database, UpgradeTransaction } from './database.ts';

/**
 * One step of the database's schema. It may await nothing but requests of its own transaction, or IndexedDB closes
 * the transaction under it. A step that throws undoes itself and every step before it.
 */
export interface Migration {
  /** The version that the database has after this step. */
  to: number;
  migrate(db: Database, tx: UpgradeTransaction): void | Promise<void>;
}

/** Every step ever shipped, oldest first. A shipped step is never changed: its fixture test holds it. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    migrate(db) {
      db.createObjectStore('articles', { keyPath: 'url' });
      const clippings = db.createObjectStore('clippings', { keyPath: 'id' });
      clippings.createIndex('articleUrl', 'articleUrl');
      clippings.createIndex('createdAt', 'createdAt');
      clippings.createIndex('dueAt', 'dueAt');
      const reflections = db.createObjectStore('reflections', { keyPath: 'id' });
      reflections.createIndex('clippingId', 'clippingId');
      db.createObjectStore('setAside', { keyPath: 'id' });
    },
  },
];

/**
 * Brings a database from any version to a later one, a step at a time.
 *
 * @param from version of the database as found; 0 when it is new
 * @param to version wanted
 * @throws whatever a step throws, and when the steps do not lead to `to`; the caller aborts the transaction
 */
export async function migrate(
  db: Database,
  tx: UpgradeTransaction,
  from: number,
  to: number,
  migrations: readonly Migration[],
): Promise<void> {
  let at = from;
  for (const migration of migrations) {
    if (migration.to <= from || migration.to > to) continue;
    if (migration.to <= at) throw new Error(`migration to ${migration.to} comes after ${at}`);
    // A step that makes stores returns nothing: awaiting that too would be one more turn for nothing.
    const step = migration.migrate(db, tx);
    if (step) await step;
    at = migration.to;
  }
  if (at !== to) throw new Error(`no migration leads from ${at} to ${to}`);
}
