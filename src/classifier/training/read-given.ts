import { readFile } from 'node:fs/promises';

/** The text of a file that somebody named; throws a sentence for people where there is none. */
export async function readGiven(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(
      reason === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read (${reason}).`,
      { cause: error },
    );
  }
}
