import { useEffect, useMemo, useState } from 'preact/hooks';
import { readFirst } from '../../classifier/read-first.ts';
import type { Store } from '../../clippings/store.ts';
import { type Balance, balanceOf } from '../../framework/balance.ts';
import type { TagId } from '../../framework/tag-ids.ts';
import type { ClipRequest } from '../../messages/clip-request.ts';
import type { Answer } from '../../messages/protocol.ts';
import type { TabReading } from '../../messages/tab-reading.ts';
import type { TabClient, ViewClient } from '../../messages/view-client.ts';
import { wordsOf } from '../log/trouble.ts';
import { type KeptBefore, keptBefore } from './kept-before.ts';
import { type Row, rowsOf, tagCounts } from './rows.ts';
import { type Clipper, useClipper } from './use-clipper.ts';
import { type Clippings, useClippings } from './use-clippings.ts';
import { useSelection } from './use-selection.ts';
import { useTabReading } from './use-tab-reading.ts';

/** Everything a popup or a panel shows of one tab, and what can be done there. */
export interface ArticleView {
  known: boolean;
  reading: TabReading | null;
  refused: string | null;
  clippings: Clippings;
  clipper: Clipper;
  rows: Row[];
  /** The rows that the pressed chips leave. */
  shown: Row[];
  counts: { tag: TagId; count: number }[];
  chosen: ReadonlySet<TagId>;
  choose(chosen: ReadonlySet<TagId>): void;
  balance: Balance;
  first: readonly number[];
  before: KeptBefore | null;
  /** What is selected and not yet kept; null when nothing is, undefined until that is known. */
  selection: ClipRequest | null | undefined;
  read(force: boolean): void;
  stop(): void;
  setMarks(on: boolean): void;
  show(index: number): void;
  showRow(row: Row): void;
}

interface Needs {
  client: ViewClient;
  store: Store;
  tab: TabClient | null | undefined;
  /** Whether opening the view reads the tab. */
  press: boolean;
  now: () => Date;
}

const NOTHING: Pick<TabReading, 'passages' | 'clippings'> = { passages: [], clippings: [] };

/** Follows one tab and its article's clippings. */
export function useArticle({ client, store, tab, press, now }: Needs): ArticleView {
  const { known, reading, refused } = useTabReading(tab, press);
  const url = reading?.page?.url ?? null;
  const clippings = useClippings(store, url);
  const clipper = useClipper({ client, tab, store, clippings, now });
  const [chosen, choose] = useState<ReadonlySet<TagId>>(new Set());
  const selected = useSelection(tab, `${reading?.document} ${reading?.what} ${reading?.phase}`);

  useEffect(() => choose(new Set()), [url]);

  const rows = useMemo(
    () => rowsOf(reading ?? NOTHING, clippings.rows, clipper.deleted),
    [reading, clippings.rows, clipper.deleted],
  );
  const counts = useMemo(() => tagCounts(rows), [rows]);
  // A correction may take the last passage of a pressed chip away: the chip goes, and its filter with it.
  const active = new Set([...chosen].filter((tag) => counts.some((each) => each.tag === tag)));
  const passages = rows.filter(({ passage }) => passage !== null);
  const tagged = passages.filter(({ tags }) => tags.length > 0);

  const tell = (work: Promise<Answer> | undefined): void => {
    clipper.report(null);
    work?.then(
      (answer) => answer.ok || clipper.report(answer.message),
      (error: unknown) => clipper.report(wordsOf(error)),
    );
  };

  return {
    known,
    reading,
    refused,
    clippings,
    clipper,
    rows,
    shown:
      active.size === 0
        ? rows
        : rows.filter(({ tags, deleted }) => deleted || tags.some((tag) => active.has(tag))),
    counts,
    chosen: active,
    choose,
    balance: balanceOf(tagged.map(({ tags }) => tags)),
    first: readFirst(reading?.passages ?? []),
    before: reading ? keptBefore(clippings.rows, reading, now()) : null,
    selection: clippings.rows.some(({ quote }) => quote === selected?.quote) ? null : selected,
    read: (force) => tell(tab?.read(force, true)),
    stop: () => tell(tab?.stop()),
    setMarks: (on) => tell(tab?.setMarks(on)),
    show: (index) => tell(tab?.show(index)),
    showRow: ({ clipping, passage, index }) => {
      if (passage && index !== null) tell(tab?.show(index));
      else if (clipping) tell(tab?.showClipping(clipping.id));
    },
  };
}
