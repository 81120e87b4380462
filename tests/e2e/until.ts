/** How often a condition is looked at. */
const INTERVAL = 50;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Waits until `look` gives something other than null, undefined or false, and returns it.
 * Errors thrown by `look` count as "not yet": a page that is still loading answers with one. The last one is named
 * when the deadline passes.
 *
 * @param what what is waited for, for the failure's message
 * @param within deadline in milliseconds
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  within = 30_000,
): Promise<T> {
  const end = Date.now() + within;
  let last: unknown = null;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`after ${within} ms still not: ${what} (last: ${String(last)})`);
    await pause(INTERVAL);
  }
}
