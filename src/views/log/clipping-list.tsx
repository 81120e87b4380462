import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { UndoStrip } from '../../ui/undo-strip.tsx';
import { ClippingItem } from './clipping-item.tsx';
import { Marked } from './marked.tsx';
import type { Piece } from './matching.ts';
import { printHash, type ViewQuery } from './view-query.ts';
import { counted, marginDate } from './words.ts';
import './list.css';

/** Clippings drawn at first, and with each step further down: a few screens, so that a step is never felt. */
const STEP = 60;

interface ClippingListProps {
  pieces: readonly Piece[];
  /** Folded words that were searched for. */
  words: readonly string[];
  query: ViewQuery;
  /** The clipping shown beside the list. */
  current: string | null;
  now: Date;
  open(id: string): void;
  undo(id: string): void;
}

/** The first pieces that together hold `limit` clippings. A piece is never cut. */
function firstOf(pieces: readonly Piece[], limit: number): readonly Piece[] {
  let clippings = 0;
  const end = pieces.findIndex((piece) => {
    clippings += piece.clippings.length;
    return clippings >= limit;
  });
  return end < 0 ? pieces : pieces.slice(0, end + 1);
}

/** Moves the focus along the rows, as in any list. */
function walk(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const stops = [...list.querySelectorAll<HTMLElement>('a.open, .undo button')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  const stop = to === undefined || at < 0 ? undefined : stops[to];
  if (stop === undefined) return;
  event.preventDefault();
  stop.focus();
}

/** Clippings under their articles, newest first. Draws a few screens and goes on as the reader nears their end. */
export function ClippingList({ pieces, words, query, current, now, open, undo }: ClippingListProps) {
  const [limit, setLimit] = useState(STEP);
  const view = printHash({ ...query, clipping: null });
  useEffect(() => setLimit(STEP), [view]);

  const drawn = firstOf(pieces, limit);
  const left = pieces
    .slice(drawn.length)
    .reduce((sum, piece) => sum + piece.clippings.filter((each) => !each.deleted).length, 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows take the keys; they only bubble to here
    <div onKeyDown={walk}>
      {drawn.map((piece) => (
        <PieceOfLog key={piece.article.url} {...{ piece, words, query, current, now, open, undo }} />
      ))}
      {drawn.length < pieces.length && <More left={left} more={() => setLimit((last) => last + STEP)} />}
    </div>
  );
}

function More({ left, more }: { left: number; more(): void }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = at.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((entry) => entry.isIntersecting) && more(),
      // A screen ahead, so that the rows are there before the reader is.
      { rootMargin: '100% 0px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  });
  return (
    <div ref={at} class="list__more">
      <Button onClick={more}>Show more of the {counted(left, 'clipping')} left</Button>
    </div>
  );
}

interface PieceProps extends Omit<ClippingListProps, 'pieces'> {
  piece: Piece;
}

function PieceOfLog({ piece, words, query, current, now, open, undo }: PieceProps) {
  const id = useId();
  const { article, clippings } = piece;
  const { day, month, year } = marginDate(piece.date, now);
  return (
    <article class="piece" aria-labelledby={id}>
      <header class="piece__head">
        <time dateTime={piece.date}>
          <b>{day}</b> {month} {year}
        </time>
        <h2 id={id}>
          <Marked text={article.title || article.url} words={words} />
        </h2>
        <p class="meta">{[article.site, article.byline].filter(Boolean).join(', ')}</p>
      </header>
      <ul aria-labelledby={id}>
        {clippings.map(({ clipping, deleted }) =>
          deleted ? (
            <li key={clipping.id} data-clipping={clipping.id}>
              <UndoStrip onUndo={() => undo(clipping.id)}>
                {clipping.note === '' ? 'Clipping deleted.' : 'Clipping deleted, with its note.'}
              </UndoStrip>
            </li>
          ) : (
            <ClippingItem
              key={clipping.id}
              clipping={clipping}
              words={words}
              href={printHash({ ...query, clipping: clipping.id })}
              current={current === clipping.id}
              open={() => open(clipping.id)}
            />
          ),
        )}
      </ul>
    </article>
  );
}
