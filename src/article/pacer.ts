const SLICE_MS = 8;
const STEPS = 64;

/** Gives the thread back from time to time: `await pacer.step()` in every long loop. */
export interface Pacer {
  /** Resolves at once, or after the pause when the work since the last one took 8 ms or more. */
  step(): Promise<void> | undefined;
}

/** A pacer over `pause`, which resolves when the page has had its turn. */
export function createPacer(pause: () => Promise<void>): Pacer {
  let since = performance.now();
  let steps = 0;
  return {
    step() {
      if (++steps % STEPS !== 0 || performance.now() - since < SLICE_MS) return undefined;
      return pause().then(() => {
        since = performance.now();
      });
    },
  };
}
