import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ArticleRow, ClippingRow, ReflectionRow, SetAsideRow } from './schema.ts';

/** The stores of the database. Rows are `unknown` until they are parsed: nothing on a disk is taken at its word. */
export interface LongGameSchema extends DBSchema {
  articles: { key: string; value: unknown };
  clippings: {
    key: string;
    value: unknown;
    indexes: { articleUrl: string; createdAt: string; dueAt: string };
  };
  reflections: { key: string; value: unknown; indexes: { clippingId: string } };
  setAside: { key: string; value: unknown };
}

export type StoreName = StoreNames<LongGameSchema>;

/** What each store holds once parsed. */
export interface RowTypes {
  articles: ArticleRow;
  clippings: ClippingRow;
  reflections: ReflectionRow;
  setAside: SetAsideRow;
}

export type Database = IDBPDatabase<LongGameSchema>;
export type WriteTransaction = IDBPTransaction<LongGameSchema, StoreName[], 'readwrite'>;
export type UpgradeTransaction = IDBPTransaction<LongGameSchema, StoreName[], 'versionchange'>;

export const ALL_STORES: readonly StoreName[] = ['articles', 'clippings', 'reflections', 'setAside'];
