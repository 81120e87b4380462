import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { UndoStrip } from '../../ui/undo-strip.tsx';
import { ClippingItem } from './clipping-item.tsx';
import { Marked } from './marked.tsx';
import type { Piece } from './matching.ts';
import { type Unit, unitsOf } from './units.ts';
import { useDrawn } from './use-drawn.ts';
import { printHash, type ViewQuery } from './view-query.ts';
import { marginDate } from './words.ts';
import './list.css';

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

const STOPS = 'a.open, .undo button';

/** Clippings under their articles, in the view's order. Only what is near the window is drawn. */
export function ClippingList({ pieces, words, query, current, now, open, undo }: ClippingListProps) {
  const box = useRef<HTMLDivElement>(null);
  /** The end of the list that the focus is to go to, drawn for it. */
  const [end, setEnd] = useState<'first' | 'last' | null>(null);
  const units = useMemo(() => unitsOf(pieces), [pieces]);
  const pins = useMemo(() => {
    // What is open, what was deleted, and where the focus goes, all of which may be asked for the focus.
    const pinned = units.filter(({ clippings }) =>
      clippings.some(({ clipping, deleted }) => deleted || clipping.id === current),
    );
    const goal = end === null ? undefined : units.at(end === 'first' ? 0 : -1);
    return new Set([...pinned, ...(goal ? [goal] : [])].map(({ key }) => key));
  }, [units, current, end]);
  const drawn = useDrawn(box, units, pins);

  useLayoutEffect(() => {
    if (end === null) return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    stops.at(end === 'first' ? 0 : -1)?.focus();
    setEnd(null);
  }, [end]);

  /** Moves the focus along the rows, as in any list. */
  const walk = (event: KeyboardEvent): void => {
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
    if (at < 0) return;
    if (event.key === 'Home') setEnd('first');
    else if (event.key === 'End') setEnd('last');
    else if (event.key === 'ArrowDown') stops[at + 1]?.focus();
    else if (event.key === 'ArrowUp') stops[at - 1]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows take the keys; they only bubble to here
    <div ref={box} onKeyDown={walk}>
      {drawn.map((each, place) => {
        if ('gap' in each) return <div key={`gap ${place}`} style={{ blockSize: `${each.gap}px` }} />;
        const unit = units[each.at];
        return unit && <PieceOfLog key={unit.key} {...{ unit, words, query, current, now, open, undo }} />;
      })}
    </div>
  );
}

interface PieceProps extends Omit<ClippingListProps, 'pieces'> {
  unit: Unit;
}

function PieceOfLog({ unit, words, query, current, now, open, undo }: PieceProps) {
  const id = useId();
  const { piece, clippings, goesOn } = unit;
  const { article } = piece;
  const { day, month, year } = marginDate(piece.date, now);
  return (
    <article class={goesOn ? 'piece piece--on' : 'piece'} aria-labelledby={id} data-unit={unit.key}>
      {goesOn ? (
        <h2 class="vh" id={id}>
          {article.title || article.url}, continued
        </h2>
      ) : (
        <header class="piece__head">
          <time dateTime={piece.date}>
            <b>{day}</b> {month} {year}
          </time>
          <h2 id={id}>
            <Marked text={article.title || article.url} words={words} />
          </h2>
          <p class="meta">
            <Marked text={article.site} words={words} />
            {article.byline && `, ${article.byline}`}
          </p>
        </header>
      )}
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
