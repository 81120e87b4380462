import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './glyph.tsx';
import './undo-strip.css';

interface UndoStripProps {
  /** What went, as a sentence. */
  children: string;
  onUndo(): void;
  /** Takes the focus, which was in what went. */
  focus?: boolean;
}

/** Stands in the place of what was deleted, for as long as the view is open: it covers nothing and needs no haste. */
export function UndoStrip({ children, onUndo, focus = false }: UndoStripProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus) button.current?.focus();
  }, [focus]);
  return (
    <div class="undo">
      <Icon icon="trash" />
      <span role="status">{children}</span>
      <Button kind="text" small ref={button} onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}
