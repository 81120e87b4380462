import type { Connection } from './connection.ts';
import { ALL_STORES, type Database, type StoreName } from './database.ts';
import { Rows } from './rows.ts';
import { readError, StoreError, writeError } from './store-error.ts';

const isClosed = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'InvalidStateError';

/** Begins a transaction; once more on a new connection where the browser has closed the old one under us. */
async function begin<T>(connection: Connection, start: (db: Database) => T): Promise<T> {
  const db = await connection.open();
  try {
    return start(db);
  } catch (cause) {
    if (!isClosed(cause)) throw cause;
    connection.lost(db);
    return start(await connection.open());
  }
}

/**
 * Reads in one transaction. Where a row does not parse the work is done over in a writing one, which moves that row
 * to the set-aside store.
 *
 * @throws {StoreError}
 */
export async function read<T>(
  connection: Connection,
  now: () => Date,
  stores: readonly StoreName[],
  work: (rows: Rows) => Promise<T>,
): Promise<T> {
  try {
    const tx = await begin(connection, (db) => db.transaction([...stores], 'readonly'));
    tx.done.catch(() => undefined); // a failed read is told by its own request
    const rows = new Rows(tx, now().toISOString());
    const result = await work(rows);
    if (rows.unreadable === 0) return result;
  } catch (cause) {
    throw readError(cause);
  }
  return await write(connection, now, 'The rows that can no longer be read could not be set aside', work);
}

/**
 * Writes in one transaction over every store: all of it or nothing. Resolves when the transaction is complete and
 * on the disk (`strict`), and not before. Calls take effect in the order in which they were made.
 *
 * @param what "The clipping could not be saved", for the sentence when it fails
 * @throws {StoreError}
 */
export async function write<T>(
  connection: Connection,
  now: () => Date,
  what: string,
  work: (rows: Rows) => Promise<T>,
): Promise<T> {
  try {
    const tx = await begin(connection, (db) =>
      db.transaction([...ALL_STORES], 'readwrite', { durability: 'strict' }),
    );
    tx.done.catch(() => undefined); // awaited below; until then nobody listens
    const rows = new Rows(tx, now().toISOString());
    try {
      const result = await work(rows);
      // Committing now, with the last requests still on their way, is what a closing popup can't take back.
      tx.commit();
      await rows.settled();
      await tx.done;
      return result;
    } catch (cause) {
      rows.settled().catch(() => undefined); // `cause` has the first of them
      if (cause instanceof StoreError && !rows.written)
        await tx.done; // what was set aside on the way stays so
      else abort(tx, cause);
      throw cause;
    }
  } catch (cause) {
    throw writeError(cause, what);
  }
}

function abort(tx: { abort(): void; error: DOMException | null }, cause: unknown): void {
  try {
    tx.abort();
  } catch (error) {
    if (!isClosed(error)) throw new AggregateError([cause, error]); // closed: it was aborted already
  }
}
