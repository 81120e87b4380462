import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A stop that is explained already: its message is all the reader needs. */
export class Stop extends Error {}

/** Says one line of ours, told apart from what the tools print. @param {string} text */
export const say = (text) => process.stdout.write(`\n▸ ${text}\n`);

/** Whether a window can be opened for a person to see. */
export const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Node of the project (24, from the optional package) where it is installed, else the one that runs this. */
export function projectNode() {
  const own = join(ROOT, 'node_modules', '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/** The environment of a child: the project's own commands first, as `npm run` has them. */
function environment(extra) {
  const path = `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a command in the project's folder, its output shown as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [extra] more environment
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function run(command, args, extra = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: environment(extra),
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => reject(new Stop(`${command} could not be started: ${error.message}`)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a command that must succeed. @param {string} what a sentence for the reader, should it fail */
export async function must(what, command, args, extra = {}) {
  const code = await run(command, args, extra);
  if (code !== 0) throw new Stop(`${what} (\`${[command, ...args].join(' ')}\` ended with ${code})`);
}

/** Runs `main` and turns what it throws into words and an exit code. @param {() => Promise<number>} main */
export async function finish(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`\n✗ ${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
