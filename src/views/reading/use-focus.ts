import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Gives an element the focus when `wanted` becomes true, so that the keyboard stays where the reader's work is. */
export function useFocus<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}
