import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import { Button } from '../../ui/button.tsx';
import { forgetDraft } from '../log/answer-draft.ts';
import { wordsOf } from '../log/trouble.ts';
import { counted, figure, listed } from '../log/words.ts';
import { forgetDrafts } from '../reading/forget-drafts.ts';
import '../../ui/floats.css';

interface DeleteEverythingProps {
  log: ReadingLog;
  /** Rows that are set aside: they go as well. */
  aside: number;
  backup(): Promise<string>;
  erase(): Promise<void>;
  /** Closed with what was done, or with null when everything was kept. */
  close(done: string | null): void;
}

/**
 * The one question of ours that undo cannot repair: it asks for the number of clippings, typed, so that no hasty Enter
 * deletes a log.
 */
export function DeleteEverything({ log, aside, backup, erase, close }: DeleteEverythingProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const count = log.clippings.length;
  const notes = log.clippings.filter((row) => row.note !== '').length;
  const agreed = typed.replace(/[\s.,]/g, '') === String(count);

  useEffect(() => dialog.current?.showModal(), []);

  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await erase();
      forgetDraft();
      forgetDrafts();
      dialog.current?.close();
      close(
        `Everything is deleted: ${counted(count, 'clipping')}, ${counted(notes, 'note')}, ${counted(log.reflections.length, 'answer')}.`,
      );
    } catch (error) {
      setTrouble(wordsOf(error));
      setBusy(false);
    }
  };

  const gone = [
    counted(notes, 'note'),
    counted(log.reflections.length, 'answer'),
    ...(aside > 0 ? [`${counted(aside, 'row')} set aside`] : []),
    `the list of ${counted(log.articles.length, 'article')}`,
  ];
  return (
    <dialog
      ref={dialog}
      class="ask float"
      role="alertdialog"
      aria-labelledby={`${id}-h`}
      aria-describedby={`${id}-d`}
      onClose={() => {
        if (!busy) close(null);
      }}
    >
      <h2 id={`${id}-h`}>
        {count === 1 ? 'Delete the one clipping?' : `Delete all ${counted(count, 'clipping')}?`}
      </h2>
      <p id={`${id}-d`}>
        With {count === 1 ? 'it' : 'them'} go {listed(gone)}. No one else has a copy, and this cannot be
        undone.
      </p>
      <div class="ask__save">
        <p role="status">{said || 'A backup can bring them back.'}</p>
        <Button
          onClick={() => {
            backup().then(setSaid, (error: unknown) => setSaid(wordsOf(error)));
          }}
        >
          Save a backup first
        </Button>
      </div>
      <label class="label" for={`${id}-n`}>
        Type {figure(count)} to delete {count === 1 ? 'it' : 'them'}
      </label>
      <input
        class="field"
        id={`${id}-n`}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <div class="ask__acts">
        <Button kind="danger" disabled={!agreed || busy} onClick={() => void run()}>
          Delete everything
        </Button>
        <Button kind="text" onClick={() => dialog.current?.close()}>
          Keep everything
        </Button>
      </div>
    </dialog>
  );
}
