import { pause } from '../../annotation/pause.ts';
import type { Step, Steps } from '../../log/import-read.ts';
import type { Pieces } from '../../log/pieces.ts';

/** How long work may hold the thread before it gives it back, in ms. */
const SLICE = 8;
/** When a reader is first told how far it is, and how often after that, in ms. */
const FIRST_WORDS = 1000;
const EVERY = 200;

/** How long work is watched and stopped. */
export interface Watch {
  signal?: AbortSignal;
  /** Told after a second, and then five times a second. */
  onStep?(step: Step): void;
}

/** Work that the reader stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Hands on the steps that a reader should hear of. */
export function told(onStep: ((step: Step) => void) | undefined): (step: Step) => void {
  let next = performance.now() + FIRST_WORDS;
  return (step) => {
    const now = performance.now();
    if (now < next) return;
    next = now + EVERY;
    onStep?.(step);
  };
}

/**
 * Does work in slices of 8 ms, with the thread given back between them.
 *
 * @throws {Stopped} once `signal` is aborted
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { signal, onStep }: Watch = {},
): Promise<Result> {
  const tell = told(onStep);
  let until = performance.now() + SLICE;
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (performance.now() < until) continue;
    tell(next.value);
    await pause();
    if (signal?.aborted) throw new Stopped('Stopped.');
    until = performance.now() + SLICE;
  }
}

/** Many small pieces make a slow Blob: they are joined to about so much, in UTF-16 units or bytes. */
const CHUNK = 1 << 20;

/**
 * Writes a file that is made in pieces.
 *
 * @throws {Stopped} once the watch's signal is aborted
 */
export const blobOf = <Part extends string | Uint8Array<ArrayBuffer>>(
  pieces: Pieces<Part>,
  type: string,
  watch: Watch = {},
): Promise<Blob> => inSlices(blobSteps(pieces, type), watch);

function* blobSteps<Part extends string | Uint8Array<ArrayBuffer>>(
  { count, parts }: Pieces<Part>,
  type: string,
): Steps<Blob> {
  const blobs: Blob[] = [];
  let waiting: Part[] = [];
  let size = 0;
  let done = 0;
  for (const part of parts) {
    waiting.push(part);
    size += part.length;
    if (size >= CHUNK) {
      // A Blob of its own may leave the page's memory; an array of texts may not.
      blobs.push(new Blob(waiting));
      waiting = [];
      size = 0;
    }
    yield { done: ++done, all: count };
  }
  return new Blob([...blobs, ...waiting], { type });
}
