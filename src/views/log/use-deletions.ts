import { useCallback, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { DeletedClipping, Store } from '../../clippings/store.ts';

/** Clippings deleted while this page is open, by id: each can be put back until the page is left. */
export type Deletions = ReadonlyMap<string, DeletedClipping>;

export interface DeletionControl {
  deletions: Deletions;
  /** Deletes, and remembers what is needed to undo. Rejects with the store's error. */
  remove(id: string): Promise<DeletedClipping | null>;
  /** Puts a deleted clipping back, whole. Rejects with the store's error; then it can be tried again. */
  undo(id: string): Promise<DeletedClipping | null>;
}

/** Keeps what was deleted, so that each row can stand with its own undo in the place it had. */
export function useDeletions(store: Store): DeletionControl {
  const [deletions, setDeletions] = useState<Deletions>(new Map());

  const remove = useCallback(
    async (id: string) => {
      const deleted = await store.remove(id);
      if (deleted !== null) setDeletions((last) => new Map(last).set(id, deleted));
      return deleted;
    },
    [store],
  );

  const undo = useCallback(
    async (id: string) => {
      const deleted = deletions.get(id);
      if (deleted === undefined) return null;
      await store.restore(deleted);
      setDeletions((last) => new Map([...last].filter(([key]) => key !== id)));
      return deleted;
    },
    [store, deletions],
  );

  return { deletions, remove, undo };
}

/** The log with the deleted clippings still in their places. One that came back another way stands as it is. */
export function withDeleted(log: ReadingLog, deletions: Deletions): ReadingLog {
  const here = new Set(log.clippings.map((row) => row.id));
  const gone = [...deletions.values()].filter(({ clipping }) => !here.has(clipping.id));
  if (gone.length === 0) return log;
  const articles = new Map(log.articles.map((row) => [row.url, row]));
  for (const { article } of gone) if (!articles.has(article.url)) articles.set(article.url, article);
  return {
    articles: [...articles.values()],
    clippings: [...log.clippings, ...gone.map(({ clipping }) => clipping)],
    reflections: [...log.reflections, ...gone.flatMap(({ reflections }) => reflections)],
  };
}
