import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { EXPORTS, type ExportKind, MAKES, type MakeKind } from './export-kinds.ts';
import type { Watch } from './in-slices.ts';
import { TaskWords } from './task-words.tsx';
import { useDisclosed } from './use-disclosed.ts';
import { useTask } from './use-task.ts';
import { counted } from './words.ts';
import './transfer.css';
import '../../ui/floats.css';

interface ExportMenuProps {
  shown: number;
  all: number;
  /** Makes the file and resolves with its name; rejects with an error for the reader. */
  save(kind: ExportKind, everything: boolean, watch: Watch): Promise<string>;
  /** Opens the page on which this is made. */
  make(kind: MakeKind, everything: boolean): void;
}

/** What to take out of the log, and as what. It stays open until the reader leaves it, to say what was saved. */
export function ExportMenu({ shown, all, save, make }: ExportMenuProps) {
  const id = useId();
  const { open, setOpen, box, button } = useDisclosed();
  const [part, setPart] = useState(true);
  const task = useTask();
  const filtered = shown < all;
  const everything = !(filtered && part);

  useEffect(() => {
    if (open && !task.busy) task.say('');
  }, [open]);

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
          <TaskWords task={task} class="export__said" />
          {EXPORTS.map(({ kind, name, hint }) => (
            <button
              key={kind}
              type="button"
              class="menu__item"
              disabled={task.busy}
              onClick={() =>
                void task.run('Writing', async (watch) => `Saved as ${await save(kind, everything, watch)}`)
              }
            >
              {name}
              <span class="hint">{hint}</span>
            </button>
          ))}
          <div class="export__more">
            {MAKES.map(({ kind, name, hint }) => (
              <button
                key={kind}
                type="button"
                class="menu__item"
                disabled={task.busy}
                onClick={() => make(kind, everything)}
              >
                {name}
                <span class="hint">{hint}</span>
              </button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
