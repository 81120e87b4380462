import type { TagId } from '../framework/tag-ids.ts';
import type { Selectors } from '../selectors/selectors.ts';
import type {
  ArticleRow,
  ClippingRow,
  ClippingTag,
  ReadingLog,
  ReflectionRow,
  SetAsideRow,
} from './schema.ts';
import type { ImportUndo } from './undo-import.ts';

/** What is needed to keep a quote; the store adds id and times. */
export interface NewClipping {
  article: Omit<ArticleRow, 'addedAt' | 'updatedAt'>;
  quote: string;
  selectors: Selectors;
  block: number | null;
  tags: ClippingTag[];
  note?: string;
}

/** A clipping with its reflections, to be put back whole by undo. */
export interface DeletedClipping {
  article: ArticleRow;
  clipping: ClippingRow;
  reflections: ReflectionRow[];
}

/** What a change announces to every open view. */
export interface StoreChange {
  kind: 'clipping' | 'reflection' | 'import' | 'all';
  articleUrls: string[];
}

/** How a log is brought in. */
export interface ImportHow {
  /** Put it in the place of the log that is there, instead of merging them. */
  replace?: boolean;
  /** Stops it; then nothing is changed, and it rejects with the reason `stopped`. */
  signal?: AbortSignal;
  /** Called now and then with the rows written so far, and the rows in all. */
  onStep?(step: { done: number; all: number }): void;
}

/** What an import did. `rejected` rows are in the set-aside store, each with its reason. */
export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
  /** Clippings deleted: only where the log was replaced. */
  removed: number;
  rejected: SetAsideRow[];
  /** For `undoImport`. */
  undo: ImportUndo;
}

/**
 * The one way to the database. Every write resolves when its transaction is complete (durability `strict`) and not
 * before; it rejects with a `StoreError` whose message is a sentence for the reader, and then nothing was written.
 */
export interface Store {
  /** Keeps a quote. The same quote of the same article at the same place is returned as it is, not doubled. */
  clip(input: NewClipping): Promise<ClippingRow>;
  /**
   * @param at when it was typed, an ISO 8601 time: the row's time of change, unless the row was changed later. Without
   *   it, now.
   */
  setNote(id: string, note: string, at?: string): Promise<ClippingRow>;
  /** Makes exactly these tags stand: model tags kept keep their word, others become the reader's, those gone are remembered. */
  setTags(id: string, tags: readonly TagId[]): Promise<ClippingRow>;
  setAnchors(results: readonly { id: string; state: 'exact' | 'near' | 'not-found' }[]): Promise<void>;
  setDue(id: string, dueAt: string | null): Promise<ClippingRow>;
  remove(id: string): Promise<DeletedClipping | null>;
  restore(deleted: DeletedClipping): Promise<void>;
  reflect(
    clippingId: string,
    question: string,
    answer: string,
    nextDueAt: string | null,
  ): Promise<ReflectionRow>;
  clipping(id: string): Promise<ClippingRow | null>;
  clippingsOf(articleUrl: string): Promise<ClippingRow[]>;
  /**
   * The whole log, read in pieces between which the page has its turn; rows that do not parse are moved to the
   * set-aside store and reported there.
   *
   * @param onStep called with the rows read so far, and the rows in all
   */
  log(onStep?: (step: { done: number; all: number }) => void): Promise<ReadingLog>;
  /** How many clippings are due for a question at an instant, and how many answers were given since another (ISO 8601). */
  questions(at: string, since: string): Promise<{ due: number; answered: number }>;
  /** The clippings kept last, newest first, with their articles and answers; and how many there are in all. */
  newest(count: number): Promise<{ log: ReadingLog; all: number }>;
  setAside(): Promise<SetAsideRow[]>;
  /** Merges a log by id and time, or puts it in the place of what is there, in one transaction: all or nothing. */
  merge(log: ReadingLog, rejected: readonly SetAsideRow[], how?: ImportHow): Promise<ImportReport>;
  /**
   * Takes an import back. What was changed or deleted since stays as it is.
   *
   * @returns how many clippings stayed so, and the articles that changed
   */
  undoImport(report: Pick<ImportReport, 'undo'>): Promise<{ kept: number; articleUrls: string[] }>;
  /** Deletes every row of every store. */
  wipe(): Promise<void>;
  /** Calls back after any change made here or in another page of the extension. */
  subscribe(listener: (change: StoreChange) => void, signal: AbortSignal): void;
  close(): void;
}
