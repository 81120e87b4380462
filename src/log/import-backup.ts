import type { RowTypes } from '../clippings/database.ts';
import { parseRow } from '../clippings/parse-row.ts';
import type { ReadingLog, SetAsideRow } from '../clippings/schema.ts';
import { withEveryArticle } from '../clippings/with-every-article.ts';
import { type BackupList, BackupSum } from './backup-format.ts';
import { Rejected, type Step, type Steps } from './import-read.ts';

/** The lists of a backup as they stand in its file. */
type Lists = Record<BackupList, unknown[]>;

interface RowsRead {
  log: ReadingLog;
  rejected: SetAsideRow[];
  checksum: string;
}

/**
 * Reads the rows of a backup: those that read well, each clipping with its article, of several with one key the newest;
 * and every other with the reason why it is not taken. `checksum` is that of the rows as they are in the file.
 */
export function* readRows(lists: Lists, now: Date): Steps<RowsRead> {
  const rejected = new Rejected(now);
  const sum = new BackupSum();
  const all = lists.articles.length + lists.clippings.length + lists.reflections.length;
  let done = 0;

  function* take<S extends BackupList>(
    store: S,
    name: string,
    key: (row: RowTypes[S]) => string,
    time: (row: RowTypes[S]) => string,
  ): Generator<Step, RowTypes[S][], undefined> {
    const taken = new Map<string, { row: RowTypes[S]; raw: unknown }>();
    sum.begin();
    for (const raw of lists[store]) {
      yield { done: done++, all };
      sum.row(JSON.stringify(raw));
      const parsed = parseRow(store, raw);
      if (!parsed.ok) {
        rejected.add(raw, `This ${name} can't be read. ${parsed.reason}`);
        continue;
      }
      const before = taken.get(key(parsed.row));
      const isNewer = before === undefined || Date.parse(time(parsed.row)) > Date.parse(time(before.row));
      if (isNewer) taken.set(key(parsed.row), { row: parsed.row, raw });
      if (before !== undefined)
        rejected.add(isNewer ? before.raw : raw, `The file has this ${name} twice. The newer one was taken.`);
    }
    sum.end();
    return [...taken.values()].map(({ row }) => row);
  }

  const articles = yield* take(
    'articles',
    'article',
    (row) => row.url,
    (row) => row.updatedAt,
  );
  const clippings = yield* take(
    'clippings',
    'clipping',
    (row) => row.id,
    (row) => row.updatedAt,
  );
  const answers = yield* take(
    'reflections',
    'answer',
    (row) => row.id,
    (row) => row.answeredAt,
  );
  const ids = new Set(clippings.map(({ id }) => id));
  const reflections = answers.filter((row) => {
    if (ids.has(row.clippingId)) return true;
    rejected.add(row, 'The clipping that this answer belongs to is not in the file, or was not taken.');
    return false;
  });
  return {
    log: withEveryArticle({ articles, clippings, reflections }),
    rejected: rejected.rows,
    checksum: sum.value(),
  };
}
