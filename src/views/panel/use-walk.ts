import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../reading/rows.ts';
import type { Clipper } from '../reading/use-clipper.ts';

/** Which line is current, and the keys that walk the list. */
export interface Walk {
  /** The current line's key, or null. */
  current: string | null;
  choose(row: Row): void;
  onKeyDown(event: KeyboardEvent): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement;

/**
 * J and K walk the lines and show each on the page, C clips the current one, N opens its note. On a list of stories
 * nothing is clipped.
 */
export function useWalk(
  rows: readonly Row[],
  clipper: Clipper,
  list: boolean,
  show: (row: Row) => void,
): Walk {
  const [current, setCurrent] = useState<string | null>(null);

  // What was just clipped, by whatever way, is where the reader's work is.
  const opened = rows.find(({ clipping }) => clipping !== null && clipping.id === clipper.open)?.key ?? null;
  useEffect(() => {
    if (opened !== null) setCurrent(opened);
  }, [opened]);

  const choose = (row: Row) => {
    setCurrent(row.key);
    if (row.fate !== 'not-found') show(row);
  };

  const walk = (by: 1 | -1) => {
    const at = rows.findIndex(({ key }) => key === current);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (next) choose(next);
  };

  const clip = () => {
    const row = rows.find(({ key }) => key === current);
    if (!row || list) return;
    if (row.clipping) clipper.edit(row.clipping.id);
    else if (row.passage && row.index !== null && !row.deleted) void clipper.clipPassage(row.index);
  };

  return {
    current,
    choose,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'j') walk(1);
      else if (key === 'k') walk(-1);
      else if (key === 'c' || key === 'n') clip();
      else return;
      event.preventDefault();
    },
  };
}
