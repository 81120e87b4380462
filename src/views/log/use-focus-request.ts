import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Where the focus should go once it is there. */
export type FocusTarget = { row: string } | { undo: string } | 'detail' | 'today' | 'list';

const selectorOf = (target: FocusTarget): string => {
  if (target === 'detail') return '.detail h2';
  if (target === 'today') return '.today__done, .today > summary';
  if (target === 'list') return '#list h1';
  return 'row' in target
    ? `[data-clipping="${CSS.escape(target.row)}"] a.open`
    : `[data-clipping="${CSS.escape(target.undo)}"] .undo button`;
};

/**
 * Asks for the focus for something that is not drawn yet: a row that comes back when the log has been read again, the
 * undo that stands in for it. Granted after the first render that has it; a later request takes the place of an
 * earlier one.
 */
export function useFocusRequest(): (target: FocusTarget) => void {
  const wanted = useRef<FocusTarget | null>(null);
  const grant = (): void => {
    if (wanted.current === null) return;
    const element = document.querySelector<HTMLElement>(selectorOf(wanted.current));
    if (element === null) return;
    wanted.current = null;
    element.focus();
  };
  useLayoutEffect(grant);
  const [, draw] = useState(0);
  return useCallback((target: FocusTarget) => {
    wanted.current = target;
    draw((last) => last + 1);
  }, []);
}
