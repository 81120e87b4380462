import { type SetAsideRow, setAsideRow } from './schema.ts';

/**
 * The set-aside rows, newest first. One whose own label is damaged is shown all the same, with what can be read of it.
 *
 * @param raws the rows of the set-aside store as they are
 */
export function labelled(raws: readonly unknown[]): SetAsideRow[] {
  return raws
    .map((raw): SetAsideRow => {
      const parsed = setAsideRow.safeParse(raw);
      if (parsed.success) return parsed.data;
      return {
        id: crypto.randomUUID(),
        from: 'import',
        row: raw,
        reason: 'It was set aside before, and the note that said why is damaged.',
        at: new Date(0).toISOString(),
      };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

const identity = ({ from, row, reason }: SetAsideRow): string => JSON.stringify([from, row, reason]);

/** Whether a row of an import is set aside already: importing a file twice must not list its faults twice. */
export function isKnownAside(rows: readonly SetAsideRow[]): (row: SetAsideRow) => boolean {
  // Only what came from a file is sure to be JSON: a damaged row of the database may hold anything.
  const known = new Set(rows.filter(({ from }) => from === 'import').map(identity));
  return (row) => known.has(identity(row));
}
