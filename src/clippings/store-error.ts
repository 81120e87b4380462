/**
 * What went wrong, for code that must tell the cases apart.
 * `full`: no room left. `blocked`: another tab holds the older database. `newer`: the database is newer than this code.
 * `gone`: the row asked for is not there. `invalid`: what was given can't be kept. `unreadable`: a row was set aside.
 * `stopped`: the reader stopped it.
 */
export type StoreErrorReason =
  | 'full'
  | 'blocked'
  | 'newer'
  | 'gone'
  | 'invalid'
  | 'unreadable'
  | 'stopped'
  | 'closed'
  | 'failed';

/** A refusal by the store. `message` is a sentence for the reader; `cause` is what the browser said. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreErrorReason;

  constructor(reason: StoreErrorReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

const nameOf = (cause: unknown): string =>
  cause instanceof Error || (typeof DOMException !== 'undefined' && cause instanceof DOMException)
    ? cause.name
    : 'unknown';

/**
 * The sentence for a write that failed; nothing of it was kept.
 *
 * @param what the thing and what was not done with it, as a clause: "The clipping could not be saved"
 */
export function writeError(cause: unknown, what: string): StoreError {
  if (cause instanceof StoreError) return cause;
  if (nameOf(cause) === 'QuotaExceededError')
    return new StoreError(
      'full',
      `${what}: this browser gives Long Game no more room. Delete some clippings or free disk space, then try again. Nothing was lost.`,
      cause,
    );
  return new StoreError(
    'failed',
    `${what}: the browser's database refused (${nameOf(cause)}). Try again; if it fails again, restart the browser. Nothing was changed.`,
    cause,
  );
}

/** The sentence for a read that failed. */
export function readError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError(
    'failed',
    `The reading log could not be read: the browser's database refused (${nameOf(cause)}). Open this page again; if it fails again, restart the browser. Nothing was changed.`,
    cause,
  );
}

/** The sentence for a database that would not open. `upgrading` says that a migration was what failed. */
export function openError(cause: unknown, upgrading: boolean): StoreError {
  if (cause instanceof StoreError) return cause;
  if (nameOf(cause) === 'VersionError')
    return new StoreError(
      'newer',
      'Your reading log was made by a newer Long Game. Update Long Game, or close this page and open it again. Nothing was changed.',
      cause,
    );
  if (nameOf(cause) === 'QuotaExceededError') return writeError(cause, 'The reading log could not be opened');
  if (upgrading)
    return new StoreError(
      'failed',
      `Your reading log could not be brought up to date (${nameOf(cause)}). It is as it was before. Restart the browser, then open it again.`,
      cause,
    );
  return new StoreError(
    'failed',
    `Your reading log could not be opened: the browser's database refused (${nameOf(cause)}). Restart the browser, then try again. Nothing was changed.`,
    cause,
  );
}

/** Another tab still holds the older database, or is at work on it. */
export const blockedError = (cause?: unknown): StoreError =>
  new StoreError(
    'blocked',
    'Long Game is being updated in another tab. Close the other tabs that show Long Game, then try again. Nothing was lost.',
    cause,
  );
