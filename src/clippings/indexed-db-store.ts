import { Changes } from './changes.ts';
import { Connection } from './connection.ts';
import { correctTags } from './correct-tags.ts';
import { ALL_STORES } from './database.ts';
import { madeUpArticle } from './made-up-article.ts';
import { isSameQuote, knownArticle, newClipping } from './new-clipping.ts';
import type { Rows } from './rows.ts';
import type { ClippingRow } from './schema.ts';
import type { Store } from './store.ts';
import { read, write } from './transactions.ts';

export interface StoreOptions {
  /** Name of the database and of the channel that announces its changes. */
  name?: string;
  /** The clock: rows are stamped by it. */
  now?(): Date;
  /** Another tab holds an older database; the open waits for it. Without this it is refused. */
  onBlocked?(): void;
  /** A newer Long Game has taken the database; the next call says so, or opens it again. */
  onBlocking?(): void;
}

// What only the larger views need is loaded when they call it, and before its transaction, which would close.
const readLog = () => import('./read-log.ts');
const bringing = () => import('./bring-in.ts');

/** The instant of a change: `now`, but never before or at the last one, so that the later of two always wins a merge. */
const after = (last: string, now: Date): string =>
  new Date(Math.max(now.getTime(), Date.parse(last) + 1)).toISOString();

/**
 * Opens the reading log in the extension's own IndexedDB.
 *
 * @throws {StoreError} when it can't be opened; its message is a sentence for the reader
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { name = 'long-game', now = () => new Date(), onBlocked, onBlocking } = options;
  const connection = new Connection({ name, onBlocked, onBlocking });
  await connection.open();
  const changes = new Changes(name);

  const reading = <T>(work: (rows: Rows) => Promise<T>) => read(connection, now, ALL_STORES, work);
  const writing = <T>(what: string, work: (rows: Rows) => Promise<T>) => write(connection, now, what, work);

  /** Changes one clipping, in one transaction, and announces it. */
  async function change(
    id: string,
    what: string,
    edit: (row: ClippingRow) => Partial<ClippingRow>,
    at?: string,
  ): Promise<ClippingRow> {
    const changed = await writing(what, async (rows) => {
      const row = await rows.must('clippings', id);
      const next = { ...row, ...edit(row), updatedAt: after(row.updatedAt, at ? new Date(at) : now()) };
      rows.put('clippings', next);
      return next;
    });
    changes.announce({ kind: 'clipping', articleUrls: [changed.articleUrl] });
    return changed;
  }

  return {
    async clip(input) {
      const { row, kept } = await writing('The clipping could not be saved', async (rows) => {
        const { url } = input.article;
        const [before, there] = await Promise.all([
          rows.get('articles', url),
          rows.all('clippings', { name: 'articleUrl', value: url }),
        ]);
        const same = there.find((clipping) => isSameQuote(clipping, input));
        if (same) return { row: same, kept: false };
        const made = newClipping(input, crypto.randomUUID(), now());
        rows.put('articles', knownArticle(input.article, before, now()));
        rows.put('clippings', made);
        return { row: made, kept: true };
      });
      if (kept) changes.announce({ kind: 'clipping', articleUrls: [row.articleUrl] });
      return row;
    },

    setNote: (id, note, at) => change(id, 'The note could not be saved', () => ({ note }), at),

    setTags: (id, tags) => change(id, 'The tags could not be saved', (row) => correctTags(row, tags)),

    setDue: (id, dueAt) => change(id, 'When to ask next could not be saved', () => ({ dueAt })),

    async setAnchors(results) {
      if (results.length === 0) return;
      const moved = await writing(
        'Where the clippings stand on the page could not be saved',
        async (rows) => {
          const at = now().toISOString();
          const urls = new Set<string>();
          for (const { id, state } of results) {
            const row = await rows.get('clippings', id);
            if (row === null) continue; // deleted while the page looked for it
            if (row.anchor.state !== state) urls.add(row.articleUrl);
            // Not a change of the reader's: `updatedAt` stays, or a mere visit would win a merge over an edit.
            rows.put('clippings', { ...row, anchor: { state, at } });
          }
          return [...urls];
        },
      );
      // Only what moved is news: a page that looks again on every announcement must come to rest.
      if (moved.length > 0) changes.announce({ kind: 'clipping', articleUrls: moved });
    },

    async remove(id) {
      const deleted = await writing('The clipping could not be deleted', async (rows) => {
        const clipping = await rows.get('clippings', id);
        if (clipping === null) return null;
        const [article, reflections, siblings] = await Promise.all([
          rows.get('articles', clipping.articleUrl),
          rows.all('reflections', { name: 'clippingId', value: id }),
          rows.all('clippings', { name: 'articleUrl', value: clipping.articleUrl }),
        ]);
        rows.delete('clippings', id);
        for (const reflection of reflections) rows.delete('reflections', reflection.id);
        if (siblings.length === 1) rows.delete('articles', clipping.articleUrl);
        return { article, clipping, reflections };
      });
      if (deleted === null) return null;
      changes.announce({ kind: 'clipping', articleUrls: [deleted.clipping.articleUrl] });
      const { clipping, reflections } = deleted;
      return { clipping, reflections, article: deleted.article ?? madeUpArticle(clipping) };
    },

    async restore({ article, clipping, reflections }) {
      const back = await writing('The clipping could not be put back', async (rows) => {
        if ((await rows.get('clippings', clipping.id)) !== null) return false;
        const known = await rows.get('articles', article.url);
        if (known === null) rows.put('articles', article);
        rows.put('clippings', clipping);
        for (const reflection of reflections) rows.put('reflections', reflection);
        return true;
      });
      if (back) changes.announce({ kind: 'clipping', articleUrls: [clipping.articleUrl] });
    },

    async reflect(clippingId, question, answer, nextDueAt) {
      const { reflection, url } = await writing('The answer could not be saved', async (rows) => {
        const row = await rows.must('clippings', clippingId);
        const made = {
          id: crypto.randomUUID(),
          clippingId,
          question,
          answer,
          answeredAt: now().toISOString(),
        };
        rows.put('reflections', made);
        rows.put('clippings', { ...row, dueAt: nextDueAt, updatedAt: after(row.updatedAt, now()) });
        return { reflection: made, url: row.articleUrl };
      });
      changes.announce({ kind: 'reflection', articleUrls: [url] });
      return reflection;
    },

    clipping: (id) => reading((rows) => rows.get('clippings', id)),

    async clippingsOf(articleUrl) {
      const found = await reading((rows) => rows.all('clippings', { name: 'articleUrl', value: articleUrl }));
      return found.sort((a, b) => a.selectors.position.start - b.selectors.position.start);
    },

    async log(onStep) {
      const { logWithArticles } = await readLog();
      return await reading((rows) => logWithArticles(rows, onStep));
    },

    async questions(...when) {
      const { countQuestions } = await readLog();
      return await reading((rows) => countQuestions(rows, ...when));
    },

    async newest(count) {
      const { newestRows } = await readLog();
      return await reading((rows) => newestRows(rows, count));
    },

    async setAside() {
      const { setAsideRows } = await readLog();
      return await reading(setAsideRows);
    },

    async merge(...file) {
      const { bringIn } = await bringing();
      return bringIn({ writing, changes }, ...file);
    },

    async undoImport(report) {
      const { takeBack } = await bringing();
      return takeBack({ writing, changes }, report);
    },

    async wipe() {
      const { wipe } = await bringing();
      return wipe({ writing, changes });
    },

    subscribe: (listener, signal) => changes.subscribe(listener, signal),

    close() {
      changes.close();
      connection.close();
    },
  };
}
