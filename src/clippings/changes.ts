import { z } from 'zod/mini';
import type { StoreChange } from './store.ts';

const storeChange = z.object({
  kind: z.enum(['clipping', 'reflection', 'import', 'all']),
  articleUrls: z.array(z.string()),
});

/** Tells every open page of the extension, this one too, what changed in a database. */
export class Changes {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(change: StoreChange) => void>();

  /** @param name of the channel: the database's, so that two databases do not answer for each other */
  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = (event: MessageEvent<unknown>) => {
      const change = z.safeParse(storeChange, event.data);
      // A newer page of ours may say more kinds than this one knows: that something changed is all one needs.
      this.#tell(change.success ? change.data : { kind: 'all', articleUrls: [] });
    };
  }

  announce(change: StoreChange): void {
    this.#channel.postMessage(change);
    this.#tell(change);
  }

  subscribe(listener: (change: StoreChange) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  #tell(change: StoreChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        // One view's fault must neither fail a save that is done nor keep the news from the others.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
