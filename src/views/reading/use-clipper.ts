import { useEffect, useState } from 'preact/hooks';
import type { ClippingRow } from '../../clippings/schema.ts';
import type { DeletedClipping, Store } from '../../clippings/store.ts';
import type { TagId } from '../../framework/tag-ids.ts';
import type { ClipRequest } from '../../messages/clip-request.ts';
import type { TabClient, ViewClient } from '../../messages/view-client.ts';
import { wordsOf } from '../log/trouble.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import type { Clippings } from './use-clippings.ts';

/** What a reader does with clippings in one view. */
export interface Clipper {
  /** The clipping whose note is open, or null. */
  open: string | null;
  /** The clipping that has just been made, put back or opened, and in which part of it the focus belongs. */
  focus: { id: string; part: 'note' | 'toggle' | 'undo' } | null;
  /** Clippings deleted in this view, by id. */
  deleted: ReadonlyMap<string, DeletedClipping>;
  /** What could not be done, in a sentence. */
  trouble: string | null;
  report(message: string | null): void;
  toggle(id: string): void;
  /** Opens a clipping's note, and puts the focus into it. */
  edit(id: string): void;
  clipPassage(index: number): Promise<void>;
  clip(request: ClipRequest): Promise<void>;
  setTags(id: string, tags: readonly TagId[]): Promise<void>;
  saveNote(id: string, text: string): Promise<void>;
  remove(clipping: ClippingRow): Promise<void>;
  restore(id: string): Promise<void>;
}

interface Needs {
  client: ViewClient;
  tab: TabClient | null | undefined;
  store: Store;
  clippings: Clippings;
  now: () => Date;
}

const GONE = 'The page no longer has this passage. Read the page again, then clip it.';

/** Clips, corrects, deletes and puts back. Every failure becomes a sentence, and nothing that was typed is lost. */
export function useClipper({ client, tab, store, clippings, now }: Needs): Clipper {
  const [open, setOpen] = useState<string | null>(null);
  const [focus, setFocus] = useState<Clipper['focus']>(null);
  const [deleted, setDeleted] = useState<ReadonlyMap<string, DeletedClipping>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);

  // What was typed into a popup that closed too soon is shown where it was typed.
  useEffect(() => {
    const drafted = clippings.rows.find((row) => draftOf(row) !== null);
    if (drafted) setOpen((now) => now ?? drafted.id);
  }, [clippings.rows]);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };

  const changed = async (url: string): Promise<void> => {
    await clippings.reload();
    await client.clippingsChanged([url]);
  };

  const clip = (request: ClipRequest) =>
    attempt(async () => {
      const { page, quote, selectors, block, tags } = request;
      const row = await store.clip({ article: page, quote, selectors, block, tags });
      setOpen(row.id);
      setFocus({ id: row.id, part: 'note' });
      await changed(row.articleUrl);
    });

  return {
    open,
    focus,
    deleted,
    trouble,
    report: setTrouble,
    toggle(id) {
      setFocus(null);
      setOpen(open === id ? null : id);
    },
    edit(id) {
      setOpen(id);
      setFocus({ id, part: 'note' });
    },
    clip,
    clipPassage: (index) =>
      attempt(async () => {
        const request = await tab?.passage(index);
        if (request) await clip(request);
        else setTrouble(GONE);
      }),
    setTags: (id, tags) =>
      attempt(async () => {
        const row = await store.setTags(id, tags);
        await changed(row.articleUrl);
      }),
    async saveNote(id, text) {
      const at = now();
      keepDraft(id, text, at);
      await store.setNote(id, text, at.toISOString());
      dropDraft(id, text, at);
    },
    remove: (clipping) =>
      attempt(async () => {
        const gone = await store.remove(clipping.id);
        if (gone) {
          setDeleted((map) => new Map(map).set(clipping.id, gone));
          setFocus({ id: clipping.id, part: 'undo' });
        }
        setOpen((now) => (now === clipping.id ? null : now));
        await changed(clipping.articleUrl);
      }),
    restore: (id) =>
      attempt(async () => {
        const gone = deleted.get(id);
        if (!gone) return;
        await store.restore(gone);
        await clippings.reload();
        setDeleted((map) => new Map([...map].filter(([key]) => key !== id)));
        setFocus({ id, part: 'toggle' });
        await client.clippingsChanged([gone.article.url]);
      }),
  };
}
