import { StoreError } from '../../clippings/store-error.ts';

/**
 * What to tell the reader of an error. The store's own errors are sentences already; of any other the browser's words
 * are given after one of ours, so that nothing is swallowed.
 */
export function wordsOf(error: unknown): string {
  if (error instanceof StoreError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return `That did not work. The browser says: ${words}`;
}
