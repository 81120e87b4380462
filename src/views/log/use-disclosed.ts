import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Disclosed {
  open: boolean;
  setOpen(open: boolean): void;
  /** Around the button and what it opens. */
  box: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
}

/** A menu under its button. A click or the focus elsewhere closes it; Esc does too, and gives the focus back. */
export function useDisclosed(): Disclosed {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const life = new AbortController();
    const close = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', close, { signal: life.signal });
    document.addEventListener('focusin', close, { signal: life.signal });
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Esc elsewhere closes what is behind the menu.
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', leave, { signal: life.signal, capture: true });
    return () => life.abort();
  }, [open]);

  return { open, setOpen, box, button };
}
