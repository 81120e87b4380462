import type { Rows } from './rows.ts';
import type { ReadingLog } from './schema.ts';

/** Every row that can be read. */
export async function wholeLog(rows: Rows): Promise<ReadingLog> {
  const [articles, clippings, reflections] = await Promise.all([
    rows.all('articles'),
    rows.all('clippings'),
    rows.all('reflections'),
  ]);
  return { articles, clippings, reflections };
}
