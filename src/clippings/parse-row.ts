import { z } from 'zod/mini';
import type { RowTypes, StoreName } from './database.ts';
import { articleRow, clippingRow, NOT_HTTP, reflectionRow, setAsideRow } from './schema.ts';

const schemas: { [S in StoreName]: z.ZodMiniType<RowTypes[S]> } = {
  articles: articleRow,
  clippings: clippingRow,
  reflections: reflectionRow,
  setAside: setAsideRow,
};

/** A row that reads well, or why it does not, as a sentence for the reader. */
export type Parsed<T> = { ok: true; row: T } | { ok: false; reason: string };

/** Reads a row of a store, from a disk or a file. Fields that the schema does not know are left out. */
export function parseRow<S extends StoreName>(store: S, raw: unknown): Parsed<RowTypes[S]> {
  const result = z.safeParse(schemas[store], raw);
  return result.success ? { ok: true, row: result.data } : { ok: false, reason: reasonOf(result.error, raw) };
}

/** Names the first field that does not read, and says what it is where that is not plain. */
function reasonOf(error: z.core.$ZodError, raw: unknown): string {
  const [issue] = error.issues;
  if (!issue || issue.path.length === 0) return 'It is not a row of a reading log.';
  const field = issue.path.map(String).join('.');
  const value = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    raw,
  );
  if (value === undefined) return `Its field ${field} is missing.`;
  if (issue.message === NOT_HTTP && typeof value === 'string') {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
    if (scheme && scheme !== 'http' && scheme !== 'https')
      return `Its field ${field} is a ${scheme}: address. Only http and https addresses are kept.`;
    return `Its field ${field} is not an http or https address.`;
  }
  const others = error.issues.length > 1 ? ` Nor can ${error.issues.length - 1} more.` : '';
  return `Its field ${field} can't be read.${others}`;
}
