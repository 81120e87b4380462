import type { Store } from './store.ts';

/**
 * A store that opens at its first use, so that a view can be drawn before the database is. A failed opening is that
 * call's failure, and the next call tries again.
 */
export function lazyStore(open: () => Promise<Store>): Store {
  let opened: Promise<Store> | null = null;
  const store = (): Promise<Store> => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    clip: async (input) => (await store()).clip(input),
    setNote: async (...note) => (await store()).setNote(...note),
    setTags: async (id, tags) => (await store()).setTags(id, tags),
    setAnchors: async (results) => (await store()).setAnchors(results),
    setDue: async (id, dueAt) => (await store()).setDue(id, dueAt),
    remove: async (id) => (await store()).remove(id),
    restore: async (deleted) => (await store()).restore(deleted),
    reflect: async (...answer) => (await store()).reflect(...answer),
    clipping: async (id) => (await store()).clipping(id),
    clippingsOf: async (url) => (await store()).clippingsOf(url),
    log: async (onStep) => (await store()).log(onStep),
    questions: async (...when) => (await store()).questions(...when),
    newest: async (count) => (await store()).newest(count),
    setAside: async () => (await store()).setAside(),
    merge: async (...file) => (await store()).merge(...file),
    undoImport: async (report) => (await store()).undoImport(report),
    wipe: async () => (await store()).wipe(),
    subscribe(listener, signal) {
      store().then(
        (opening) => opening.subscribe(listener, signal),
        // Whatever the view asks next fails with the same sentence, and shows it.
        () => undefined,
      );
    },
    close() {
      void opened?.then((opening) => opening.close());
    },
  };
}
