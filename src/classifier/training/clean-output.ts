import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

const STDOUT = 1;
const MOST_BANNER = 4096;

/** What `npm run` writes before a script's output, and before that of the one that runs first: "> name@version script", "> command". */
const BANNER = /^(?:\n> [^\n]+\n> [^\n]+\n\n)+$/;

/** All that stands in the file behind standard output; null where it cannot be read or is too much for a banner. */
function written(size: number): string | null {
  if (size === 0 || size > MOST_BANNER) return null;
  let file: number;
  try {
    // Standard output is open for writing only; Linux opens the same file once more.
    file = openSync(`/proc/self/fd/${STDOUT}`, 'r');
  } catch {
    return null; // Not Linux: the banner stays, and README names `npm run -s`.
  }
  try {
    const buffer = Buffer.alloc(size);
    readSync(file, buffer, 0, size, 0);
    return buffer.toString('utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Takes npm's banner out of a file that standard output was sent to, so that `npm run classify -- IN > OUT` leaves
 * nothing but answers in OUT. Only where the file holds npm's banner and nothing else, and only under npm.
 *
 * @returns what writes a text to standard output
 */
export function cleanOutput(): (text: string) => void {
  let position: number | null = null;
  const stats = fstatSync(STDOUT);
  if (process.env.npm_lifecycle_event && stats.isFile() && BANNER.test(written(stats.size) ?? '')) {
    ftruncateSync(STDOUT, 0);
    position = 0;
  }
  return (text) => {
    const bytes = Buffer.from(text);
    for (let sent = 0; sent < bytes.length; ) {
      try {
        const now = writeSync(STDOUT, bytes, sent, bytes.length - sent, position);
        sent += now;
        if (position !== null) position += now;
      } catch (error) {
        // A full pipe says "try again"; whoever reads it needs a moment.
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  };
}
