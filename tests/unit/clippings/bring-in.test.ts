import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { keyOf, replaceLogs } from '../../../src/clippings/replace.ts';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import type { Store } from '../../../src/clippings/store.ts';
import { withEveryArticle } from '../../../src/clippings/with-every-article.ts';
import { inOrder, readingLog } from './arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection, uuid } from './made-rows.ts';

let count = 0;
async function withStore<T>(log: ReadingLog, work: (store: Store) => Promise<T>): Promise<T> {
  count += 1;
  const store = await openStore({ name: `bring-in-${count}` });
  try {
    await store.merge(log, []);
    return await work(store);
  } finally {
    store.close();
  }
}

/** Two logs that share some of their rows. */
const twoLogs = fc.tuple(readingLog, readingLog, fc.boolean()).map(([one, other, share]) => {
  const now = withEveryArticle(one);
  if (!share) return { now, file: other };
  const half = <Row>(rows: Row[]): Row[] => rows.filter((_, at) => at % 2 === 0);
  const clippings = half(now.clippings).map((row) => ({ ...row, note: `${row.note}.` }));
  const ids = new Set(clippings.map(({ id }) => id));
  const file = {
    articles: [
      ...now.articles,
      ...other.articles.filter(({ url }) => now.articles.every((a) => a.url !== url)),
    ],
    clippings: [...clippings, ...other.clippings],
    reflections: [...now.reflections.filter((row) => ids.has(row.clippingId)), ...other.reflections],
  };
  return { now, file };
});

const many = (n: number): ReadingLog => ({
  articles: [madeArticle()],
  clippings: Array.from({ length: n }, (_, at) => madeClipping({ id: uuid(at + 1) })),
  reflections: [],
});

describe('replacing a log', () => {
  it('leaves what the file holds and nothing else; undone, all that was there', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(twoLogs, async ({ now, file }) => {
        await withStore(now, async (store) => {
          const before = await store.log();
          const report = await store.merge(file, [], { replace: true });
          const after = await store.log();
          expect(inOrder(after)).toEqual(inOrder(withEveryArticle(file)));
          const kept = before.clippings.filter(({ id }) => file.clippings.some((row) => row.id === id));
          expect(report.removed).toBe(before.clippings.length - kept.length);
          expect(report.added + report.updated + report.unchanged).toBe(file.clippings.length);
          expect(await store.undoImport(report)).toMatchObject({ kept: 0 });
          expect(inOrder(await store.log())).toEqual(inOrder(before));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('with itself changes nothing', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const { put, remove, updated, added } = replaceLogs(log, log);
        expect([...put.articles, ...put.clippings, ...put.reflections].map((row) => keyOf(row))).toEqual([]);
        expect([remove.articles, remove.clippings, remove.reflections].flat()).toEqual([]);
        expect([added, updated]).toEqual([0, 0]);
      }),
    );
  });
});

describe('undoing an import', () => {
  it('that was merged gives back what was there', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(twoLogs, async ({ now, file }) => {
        await withStore(now, async (store) => {
          const before = await store.log();
          const report = await store.merge(file, []);
          await store.undoImport(report);
          expect(inOrder(await store.log())).toEqual(inOrder(before));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('takes back what was set aside', async () => {
    await withStore(madeLog(), async (store) => {
      const row = {
        id: uuid(50),
        from: 'import' as const,
        row: 'odd',
        reason: 'odd',
        at: '2026-11-24T10:00:00.000Z',
      };
      const report = await store.merge(madeLog({ clippings: [], reflections: [] }), [row]);
      expect(await store.setAside()).toEqual([row]);
      await store.undoImport(report);
      expect(await store.setAside()).toEqual([]);
    });
  });

  it('leaves alone what was changed, answered or deleted since, with its article', async () => {
    await withStore({ articles: [], clippings: [], reflections: [] }, async (store) => {
      const report = await store.merge(
        { ...many(4), reflections: [madeReflection({ clippingId: uuid(2) })] },
        [],
      );
      await store.setNote(uuid(1), 'mine');
      await store.reflect(uuid(2), 'Why?', 'Because.', null);
      await store.remove(uuid(3));
      await store.setAnchors([{ id: uuid(4), state: 'near' }]);
      const { kept, articleUrls } = await store.undoImport(report);
      expect(kept).toBe(3);
      expect(articleUrls).toEqual([madeArticle().url]);
      const log = await store.log();
      expect(log.clippings.map(({ id, note }) => [id, note])).toEqual([
        [uuid(1), 'mine'],
        [uuid(2), madeClipping().note],
      ]);
      expect(log.reflections.map(({ answer }) => answer).sort()).toEqual(['Because.', 'Counting courses.']);
      expect(log.articles).toHaveLength(1);
    });
  });
});

describe('a large import', () => {
  it('says how far it is', async () => {
    await withStore(madeLog(), async (store) => {
      const steps: number[] = [];
      await store.merge(many(900), [], { onStep: ({ done, all }) => steps.push(done / all) });
      expect(steps.length).toBeGreaterThanOrEqual(4);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    });
  });

  it.each([false, true])('that is stopped changes nothing (replacing: %s)', async (replace) => {
    await withStore(many(300), async (store) => {
      const before = inOrder(await store.log());
      const stop = new AbortController();
      const file = many(2000);
      for (const row of file.clippings) row.updatedAt = '2026-12-01T00:00:00.000Z';
      const work = store.merge(file, [], { replace, signal: stop.signal, onStep: () => stop.abort() });
      await expect(work).rejects.toMatchObject({
        reason: 'stopped',
        message: expect.stringMatching(/Nothing was changed/),
      });
      expect(inOrder(await store.log())).toEqual(before);
    });
  });

  it('that meets a row it cannot keep changes nothing', async () => {
    await withStore(many(1), async (store) => {
      const before = inOrder(await store.log());
      const file = many(700);
      const last = file.clippings.at(-1);
      if (last) last.createdAt = 'yesterday';
      await expect(store.merge(file, [])).rejects.toMatchObject({ reason: 'invalid' });
      expect(inOrder(await store.log())).toEqual(before);
    });
  });
});
