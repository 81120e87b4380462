import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** What a build was made of and what it gave: a line with its hash for every file. */
async function stampOf(files: readonly URL[]): Promise<string> {
  const lines = files.map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return `${hash.digest('hex')} ${file.pathname.split('/').at(-1)}\n`;
  });
  return (await Promise.all(lines)).join('');
}

/** Keeps what a build was made of and what it gave. Write it last: a build cut short then has none that fits. */
export async function writeStamp(
  stamp: URL,
  sources: readonly URL[],
  outputs: readonly URL[],
): Promise<void> {
  await mkdir(new URL('./', stamp), { recursive: true });
  await writeFile(stamp, await stampOf([...sources, ...outputs]));
}

/** Whether the build that left this stamp still stands: its outputs are there, and neither they nor its sources changed. */
export async function isCurrent(
  stamp: URL,
  sources: readonly URL[],
  outputs: readonly URL[],
): Promise<boolean> {
  if (![stamp, ...outputs].every((file) => existsSync(file))) return false;
  return (await readFile(stamp, 'utf8')) === (await stampOf([...sources, ...outputs]));
}
