/** Deaths of the background in a row, without one answer between them, before it is given up. */
export const MOST_DEATHS = 7;
/** Before the first new attempt, in milliseconds; doubled before each further one. Chrome refuses whoever calls a worker that is still dying. */
const REST_MS = 50;

/** Resolves some time after so many deaths in a row, or as soon as `signal` aborts. */
export function rest(deaths: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, REST_MS * 2 ** (deaths - 1));
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}
