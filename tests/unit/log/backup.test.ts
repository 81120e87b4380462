import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/clippings/indexed-db-store.ts';
import { crc32 } from '../../../src/log/backup-format.ts';
import { backupJson } from '../../../src/log/export-json.ts';
import { MOST_CHARACTERS, readImport } from '../../../src/log/import-json.ts';
import type { ImportRead } from '../../../src/log/import-read.ts';
import { inOrder, readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection, uuid } from '../clippings/made-rows.ts';

const now = new Date('2026-11-24T10:00:00Z');

const taken = (read: ImportRead): Extract<ImportRead, { ok: true }> => {
  if (!read.ok) throw new Error(read.message);
  return read;
};

const refused = (text: string): string => {
  const read = readImport(text, now);
  if (read.ok) throw new Error('it was read');
  return read.message;
};

/** A backup with fields changed after it was made. */
const changed = (over: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(backupJson(madeLog(), now)), ...over });

describe('a backup', () => {
  it('says what it is, when it was made and whether it is whole', () => {
    expect(JSON.parse(backupJson(madeLog(), now))).toMatchObject({
      format: 'long-game-backup',
      version: 1,
      exportedAt: now.toISOString(),
      checksum: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is the same whatever order the rows came in', () => {
    const two = madeLog({ clippings: [madeClipping(), madeClipping({ id: uuid(2) })] });
    expect(backupJson(two, now)).toBe(backupJson({ ...two, clippings: two.clippings.toReversed() }, now));
  });

  it('restores to the same log: read, merged into an empty store, read again', {
    timeout: 60_000,
  }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(readingLog, async (log) => {
        count += 1;
        const read = taken(readImport(backupJson(log, now), now));
        expect(read).toMatchObject({ rejected: [], notice: null, exportedAt: now.toISOString() });
        const store = await openStore({ name: `identity-${count}` });
        try {
          const report = await store.merge(read.log, read.rejected);
          expect(report).toMatchObject({
            added: log.clippings.length,
            updated: 0,
            unchanged: 0,
            rejected: [],
          });
          const restored = await store.log();
          expect(inOrder(restored)).toEqual(inOrder(log));
          expect(backupJson(restored, now)).toBe(backupJson(log, now));
          const again = await store.merge(read.log, read.rejected);
          expect(again).toMatchObject({ added: 0, updated: 0, unchanged: log.clippings.length });
        } finally {
          store.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('survives being written as UTF-8, with a byte order mark and other white space', () => {
    const log = madeLog({ clippings: [madeClipping({ note: 'half \ud83d a face, 漢' })] });
    const bytes = new TextEncoder().encode(
      `\ufeff${JSON.stringify(JSON.parse(backupJson(log, now)), null, 4)}`,
    );
    const read = taken(readImport(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), now));
    expect(read.log).toEqual(log);
    expect(read.notice).toBeNull();
  });
});

describe('a file that is not a backup', () => {
  it.each([
    ['', 'This file is empty. Choose a backup exported from the reading log. Nothing was changed.'],
    [
      '{"format": "long-game-backup",\n "version": 1,}',
      'This file is not JSON from line 2, column 15 on. Export it again, or choose another file. Nothing was changed.',
    ],
    [
      backupJson(madeLog(), now).slice(0, 250),
      /^This file ends too early, at line \d+, column \d+: it was not saved or copied whole\./,
    ],
    ['[]', /^This file is not a Long Game backup/],
    ['null', /^This file is not a Long Game backup/],
    ['{"format":"other","version":1}', /^This file is not a Long Game backup/],
    ['{"format":"long-game-backup","version":"1"}', /^This file is not a Long Game backup/],
    [
      '{"format":"long-game-backup","version":3}',
      'This backup was made by a newer Long Game (version 3). Update Long Game, then import it again. Nothing was changed.',
    ],
    ['{"format":"long-game-backup","version":1,"articles":[]}', /^This backup is not whole/],
    [
      `{"format":"long-game-backup","version":1,"articles":${'['.repeat(60)}${']'.repeat(60)},"clippings":[],"reflections":[]}`,
      /^This file is nested deeper/,
    ],
    [`${'['.repeat(200_000)}`, /^This file ends too early/],
    [' '.repeat(MOST_CHARACTERS + 1), /^This file is larger than 300 MB/],
  ])('is refused in a sentence (%#)', (text, message) => {
    expect(refused(text)).toMatch(message);
  });
});

describe('rows that are not taken', () => {
  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'not an address'])(
    'are those with the address %s',
    (url) => {
      const { log, rejected } = taken(
        readImport(
          changed({ articles: [madeArticle({ url })], clippings: [madeClipping({ articleUrl: url })] }),
          now,
        ),
      );
      expect(log).toEqual({ articles: [], clippings: [], reflections: [] });
      expect(rejected.map(({ reason }) => reason)).toEqual([
        expect.stringMatching(/^This article can't be read\. Its field url is .*http/),
        expect.stringMatching(/^This clipping can't be read\. Its field articleUrl is .*http/),
        'The clipping that this answer belongs to is not in the file, or was not taken.',
      ]);
      expect(rejected[0]).toMatchObject({ from: 'import', row: { url }, at: now.toISOString() });
    },
  );

  it('are kept whole, each with its reason, and the others are taken', () => {
    const bad = [7, null, 'x', { ...madeClipping({ id: uuid(5) }), createdAt: '1 May' }, { id: uuid(6) }];
    const read = taken(readImport(changed({ clippings: [...bad, madeClipping()] }), now));
    expect(read.log.clippings).toEqual([madeClipping()]);
    expect(read.rejected.map(({ row }) => row)).toEqual(bad);
    expect(read.rejected.map(({ reason }) => reason)).toEqual([
      "This clipping can't be read. It is not a row of a reading log.",
      "This clipping can't be read. It is not a row of a reading log.",
      "This clipping can't be read. It is not a row of a reading log.",
      "This clipping can't be read. Its field createdAt can't be read.",
      "This clipping can't be read. Its field articleUrl is missing.",
    ]);
  });

  it('are the older of two with one id', () => {
    const newer = madeClipping({ note: 'newer', updatedAt: '2026-10-09T00:00:00.000Z' });
    for (const clippings of [
      [madeClipping(), newer],
      [newer, madeClipping()],
    ]) {
      const read = taken(readImport(changed({ clippings }), now));
      expect(read.log.clippings).toEqual([newer]);
      expect(read.rejected).toMatchObject([
        { row: madeClipping(), reason: 'The file has this clipping twice. The newer one was taken.' },
      ]);
    }
  });

  it('are not a clipping without its article: one is made for it', () => {
    const read = taken(readImport(changed({ articles: [] }), now));
    expect(read.rejected).toEqual([]);
    expect(read.log.articles).toMatchObject([{ url: madeArticle().url, title: 'dispatch.example' }]);
  });

  it('leave a made-up article behind the real one in a merge', async () => {
    const store = await openStore({ name: 'made-up-article' });
    await store.merge(madeLog(), []);
    const { log } = taken(readImport(changed({ articles: [] }), now));
    await store.merge(log, []);
    expect((await store.log()).articles).toEqual([madeArticle()]);
    store.close();
  });
});

describe('a file changed since', () => {
  it('says so and is read all the same', () => {
    const read = taken(readImport(changed({ clippings: [madeClipping({ note: 'edited by hand' })] }), now));
    expect(read.notice).toMatch(/^This file was changed since it was exported/);
    expect(read.log.clippings[0]?.note).toBe('edited by hand');
    expect(taken(readImport(changed({ checksum: undefined }), now)).notice).not.toBeNull();
  });

  it('loses none of its answers', () => {
    const reflections = [madeReflection(), madeReflection({ id: uuid(101), clippingId: uuid(9) })];
    const read = taken(readImport(changed({ reflections }), now));
    expect(read.log.reflections.length + read.rejected.length).toBe(2);
  });
});

it('never throws, and never loses a row, whatever the lists hold', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (a, c, r) => {
      const text = JSON.stringify({
        format: 'long-game-backup',
        version: 1,
        articles: a,
        clippings: c,
        reflections: r,
      });
      const { log, rejected } = taken(readImport(text, now));
      const rows = log.articles.length + log.clippings.length + log.reflections.length + rejected.length;
      expect(rows).toBe(a.length + c.length + r.length);
    }),
  );
});
