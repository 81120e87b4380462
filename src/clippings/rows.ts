import type { IDBPTransaction } from 'idb';
import type { LongGameSchema, RowTypes, StoreName, WriteTransaction } from './database.ts';
import { parseRow } from './parse-row.ts';
import { StoreError } from './store-error.ts';

type AnyTransaction = WriteTransaction | IDBPTransaction<LongGameSchema, StoreName[], 'readonly'>;
type Index = { name: 'articleUrl'; value: string } | { name: 'clippingId'; value: string };

const isWriting = (tx: AnyTransaction): tx is WriteTransaction => tx.mode === 'readwrite';

/**
 * The rows of one transaction, parsed as they are read. In a writing transaction that holds the set-aside store, a
 * row that does not parse is moved there; in a reading one it is left out and counted in `unreadable`.
 *
 * Writes are issued at once and settle in `settled()`: nothing waits between the last `get` and the commit.
 */
export class Rows {
  /** For reading what these methods do not: whatever is read is parsed by `parse`. */
  readonly tx: AnyTransaction;
  readonly #now: string;
  readonly #requests: Promise<unknown>[] = [];
  /** Rows that did not parse. */
  unreadable = 0;
  /** Whether the caller itself has written anything. */
  written = false;

  constructor(tx: AnyTransaction, now: string) {
    this.tx = tx;
    this.#now = now;
  }

  /** The row of this key, or null where there is none that can be read. */
  async get<S extends StoreName>(store: S, key: string): Promise<RowTypes[S] | null> {
    const raw: unknown = await this.tx.objectStore(store).get(key);
    return raw === undefined ? null : this.parse(store, key, raw);
  }

  /**
   * The row of this key.
   *
   * @throws {StoreError} when it is gone or can't be read
   */
  async must<S extends StoreName>(store: S, key: string): Promise<RowTypes[S]> {
    const before = this.unreadable;
    const row = await this.get(store, key);
    if (row !== null) return row;
    if (this.unreadable > before)
      throw new StoreError(
        'unreadable',
        'This clipping can no longer be read. It was set aside as it is; the reading log shows it there.',
      );
    throw new StoreError(
      'gone',
      'This clipping is no longer in your reading log: it was deleted in another window.',
    );
  }

  /** Every row of one value of an index that can be read. */
  async all<S extends StoreName>(store: S, index: Index): Promise<RowTypes[S][]> {
    const part =
      index.name === 'articleUrl'
        ? this.tx.objectStore('clippings').index('articleUrl')
        : this.tx.objectStore('reflections').index('clippingId');
    const [keys, raws] = await Promise.all([part.getAllKeys(index.value), part.getAll(index.value)]);
    return raws.flatMap((raw, at) => this.parse(store, keys[at] ?? '', raw) ?? []);
  }

  /** @throws {StoreError} when the row would not be read again */
  put<S extends StoreName>(store: S, row: RowTypes[S]): void {
    const parsed = parseRow(store, row);
    if (!parsed.ok)
      throw new StoreError('invalid', `This can't be kept. ${parsed.reason} Nothing was changed.`);
    this.written = true;
    this.#put(store, parsed.row);
  }

  delete(store: StoreName, key: string): void {
    this.written = true;
    this.#delete(store, key);
  }

  clear(store: StoreName): void {
    this.written = true;
    this.#requests.push(this.#writing().objectStore(store).clear());
  }

  /** The answers of every write since the last call; rejects with the first that was refused. */
  async settled(): Promise<void> {
    await Promise.all(this.#requests.splice(0));
  }

  /** A row as read, or null where it does not parse: then it is set aside, as the class says. */
  parse<S extends StoreName>(store: S, key: string, raw: unknown): RowTypes[S] | null {
    const parsed = parseRow(store, raw);
    if (parsed.ok) return parsed.row;
    if (store === 'setAside') return null; // shown by whoever reads that store: there is nowhere further to move it
    this.unreadable += 1;
    if (isWriting(this.tx)) {
      this.#put('setAside', {
        id: crypto.randomUUID(),
        from: store,
        row: raw,
        reason: parsed.reason,
        at: this.#now,
      });
      this.#delete(store, key);
    }
    return null;
  }

  #put(store: StoreName, row: unknown): void {
    this.#requests.push(this.#writing().objectStore(store).put(row));
  }

  #delete(store: StoreName, key: string): void {
    this.#requests.push(this.#writing().objectStore(store).delete(key));
  }

  #writing(): WriteTransaction {
    if (isWriting(this.tx)) return this.tx;
    throw new Error('a reading transaction can not write');
  }
}
