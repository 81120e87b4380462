import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { wordsOf } from './trouble.ts';
import { counted } from './words.ts';
import './transfer.css';
import '../../ui/floats.css';

/** The ways out of the log. */
export type ExportKind = 'markdown' | 'csv' | 'json';

const KINDS: readonly { kind: ExportKind; name: string; hint: string }[] = [
  { kind: 'markdown', name: 'Markdown', hint: 'For a notes app' },
  { kind: 'csv', name: 'CSV', hint: 'For a spreadsheet' },
  { kind: 'json', name: 'JSON backup', hint: 'To restore later' },
];

interface ExportMenuProps {
  shown: number;
  all: number;
  /** Makes the file and resolves with its name; rejects with an error for the reader. */
  save(kind: ExportKind, everything: boolean): Promise<string>;
}

/** What to take out of the log, and as what. It stays open until the reader leaves it, to say what was saved. */
export function ExportMenu({ shown, all, save }: ExportMenuProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState(true);
  const [said, setSaid] = useState('');
  const filtered = shown < all;

  useEffect(() => {
    if (!open) return;
    setSaid('');
    const life = new AbortController();
    const close = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', close, { signal: life.signal });
    document.addEventListener('focusin', close, { signal: life.signal });
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', leave, { signal: life.signal });
    return () => life.abort();
  }, [open]);

  const run = (kind: ExportKind): void => {
    save(kind, !(filtered && part)).then(
      (name) => setSaid(`Saved as ${name}`),
      (error: unknown) => setSaid(wordsOf(error)),
    );
  };

  return (
    <div class="export" ref={box}>
      <Button ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        Export <Icon icon="chevron" small />
      </Button>
      {open && (
        <section class="menu float" id={id} aria-label="Export">
          {filtered ? (
            <fieldset>
              <legend>What to export</legend>
              <label>
                <input type="radio" name={`${id}-part`} checked={part} onChange={() => setPart(true)} />
                This view, {counted(shown, 'clipping')}
              </label>
              <label>
                <input type="radio" name={`${id}-part`} checked={!part} onChange={() => setPart(false)} />
                Everything, {counted(all, 'clipping')}
              </label>
            </fieldset>
          ) : (
            <p class="export__said">Everything, {counted(all, 'clipping')}</p>
          )}
          {KINDS.map(({ kind, name, hint }) => (
            <button key={kind} type="button" class="menu__item" onClick={() => run(kind)}>
              {name}
              <span class="hint">{hint}</span>
            </button>
          ))}
          <p class="export__said" role="status">
            {said}
          </p>
        </section>
      )}
    </div>
  );
}
