import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeLogs } from '../../../src/clippings/merge.ts';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import { inOrder, readingLog } from './arbitraries.ts';
import { madeClipping, madeLog, madeReflection, uuid } from './made-rows.ts';

/** The log as the store would hold it after the merge. */
function applied(current: ReadingLog, incoming: ReadingLog): ReadingLog {
  const { put } = mergeLogs(current, incoming);
  const over = <Row>(key: (row: Row) => string, before: Row[], rows: Row[]): Row[] => [
    ...new Map([...before, ...rows].map((row) => [key(row), row])).values(),
  ];
  return {
    articles: over(({ url }) => url, current.articles, put.articles),
    clippings: over(({ id }) => id, current.clippings, put.clippings),
    reflections: over(({ id }) => id, current.reflections, put.reflections),
  };
}

const empty: ReadingLog = { articles: [], clippings: [], reflections: [] };

it('into an empty log is the log, and once more changes nothing', () => {
  fc.assert(
    fc.property(readingLog, (log) => {
      expect(inOrder(applied(empty, log))).toEqual(inOrder(log));
      expect(mergeLogs(log, log)).toEqual({
        put: empty,
        added: 0,
        updated: 0,
        unchanged: log.clippings.length,
      });
    }),
  );
});

it('deletes nothing and never takes an older row for a newer one', () => {
  fc.assert(
    fc.property(readingLog, readingLog, fc.array(fc.nat({ max: 5 })), (current, other, shared) => {
      // Some ids in both, with another row and another time.
      const incoming = {
        ...other,
        clippings: other.clippings.map((row, at) => {
          const same = current.clippings[shared[at] ?? -1];
          return same ? { ...row, id: same.id } : row;
        }),
      };
      const after = new Map(applied(current, incoming).clippings.map((row) => [row.id, row]));
      for (const row of [...current.clippings, ...incoming.clippings])
        expect(Date.parse(after.get(row.id)?.updatedAt ?? '')).toBeGreaterThanOrEqual(
          Date.parse(row.updatedAt),
        );
    }),
  );
});

it('lets the current row stand when both are as new', () => {
  const theirs = madeLog({ clippings: [madeClipping({ note: 'theirs' })] });
  expect(mergeLogs(madeLog(), theirs).put).toEqual(empty);
});

it('compares instants, not their spelling', () => {
  const theirs = madeLog({ clippings: [madeClipping({ note: 'x', updatedAt: '2026-10-04T08:00:00Z' })] });
  expect(mergeLogs(madeLog(), theirs).unchanged).toBe(1);
});

it('counts a clipping as updated that gets an answer', () => {
  const theirs = madeLog({ reflections: [madeReflection({ id: uuid(101) })] });
  expect(mergeLogs(madeLog(), theirs)).toMatchObject({ added: 0, updated: 1, unchanged: 0 });
});
