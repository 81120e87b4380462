import { openDB } from 'idb';
import type { Database, LongGameSchema } from './database.ts';
import { MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { blockedError, openError, StoreError } from './store-error.ts';

/** How long an open may wait without a word before the reader is told that another tab is at work. */
const PATIENCE_MS = 10_000;

export interface ConnectionOptions {
  name: string;
  version?: number;
  migrations?: readonly Migration[];
  /** Another tab holds the older database; the open goes on waiting. Without this it is refused instead. */
  onBlocked?(): void;
  /** A newer Long Game wants the database; this connection has just been closed for it. */
  onBlocking?(): void;
  patienceMs?: number;
}

/**
 * One page's connection to the database. It gives way to a newer version at once, and opens again at the next call:
 * that either works (the other gave up) or says that this page's code is too old.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  #db: Promise<Database> | null = null;
  #open: Database | null = null;
  #closed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /**
   * The open database.
   *
   * @throws {StoreError} blocked, newer, closed or failed
   */
  open(): Promise<Database> {
    if (this.#closed)
      return Promise.reject(
        new StoreError(
          'closed',
          'This page has closed its reading log. Open the page again. Nothing was lost.',
        ),
      );
    if (this.#db === null) {
      const opening = this.#start();
      this.#db = opening;
      opening.then(
        (db) => {
          this.#open = db;
        },
        () => this.#forget(opening),
      );
    }
    return this.#db;
  }

  /** Forgets a connection that the browser has closed under us, so that the next call opens a new one. */
  lost(db: Database): void {
    if (this.#open === db) this.#db = null; // else another call has opened a new one already
  }

  /** Closes for good; transactions under way are finished. */
  close(): void {
    this.#closed = true;
    const db = this.#db;
    this.#db = null;
    // An open that fails has already told whoever asked for it.
    db?.then((open) => open.close()).catch(() => undefined);
  }

  #forget(db: Promise<Database>): void {
    if (this.#db === db) this.#db = null;
  }

  #start(): Promise<Database> {
    const { name, version = SCHEMA_VERSION, migrations = MIGRATIONS, onBlocked, onBlocking } = this.#options;
    const patient = Promise.withResolvers<Database>();
    const waiting = (): void => {
      clearTimeout(timer);
      if (onBlocked) onBlocked();
      else patient.reject(blockedError());
    };
    const timer = setTimeout(waiting, this.#options.patienceMs ?? PATIENCE_MS);
    let upgrading = false;
    let failure: unknown;
    const opening = openDB<LongGameSchema>(name, version, {
      upgrade(db, from, _to, tx) {
        upgrading = true;
        tx.done.catch(() => undefined); // how it ended is told by the open request
        migrate(db, tx, from, version, migrations).catch((cause: unknown) => {
          failure = cause;
          try {
            tx.abort();
          } catch (error) {
            failure = new AggregateError([cause, error]); // the browser had aborted it before us
          }
        });
      },
      blocked: waiting,
      blocking: (_current, _wanted, event) => {
        // Closing inside the event lets the newer one in without its ever being blocked.
        if (event.target instanceof IDBDatabase) event.target.close();
        this.#forget(patient.promise);
        onBlocking?.();
      },
      terminated: () => this.#forget(patient.promise),
    });
    opening
      .then(patient.resolve, (cause: unknown) => patient.reject(openError(failure ?? cause, upgrading)))
      .finally(() => clearTimeout(timer));
    // Refused, though it opens later: nobody knows of that connection, so nobody else would close it.
    patient.promise.catch(() => opening.then((db) => db.close()).catch(() => undefined));
    return patient.promise;
  }
}
