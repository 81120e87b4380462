import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './glyph.tsx';
import './note-field.css';

type State = { kind: 'idle' | 'saving' | 'saved' } | { kind: 'failed'; message: string };

interface NoteFieldProps {
  /** The note as it is kept. A change of it from elsewhere is taken over unless the reader is typing. */
  value: string;
  /** What was typed earlier and never kept: shown in the note's place, and saved at once. */
  draft?: string | null;
  /** Keeps the text; resolves when it is truly kept, rejects with an `Error` whose message is for the reader. */
  save(text: string): Promise<unknown>;
  label?: string;
  rows?: number;
  /** Takes the focus when it appears, the cursor at the end. */
  focus?: boolean;
  placeholder?: string;
  /** What stands beside the word that it is saved. */
  children?: ComponentChildren;
}

const sentence = (error: unknown): string =>
  error instanceof Error && error.message
    ? error.message
    : 'The note could not be saved. It stays here while this is open: copy it before you close it.';

/** A note that is saved on every keystroke, and says so only once it is. A failed save keeps the text and says why. */
export function NoteField(props: NoteFieldProps) {
  const {
    value,
    draft = null,
    save,
    label = 'Your note',
    rows = 3,
    focus = false,
    placeholder,
    children,
  } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const turn = useRef(0);
  const [text, setText] = useState(draft ?? value);
  const [state, setState] = useState<State>({ kind: value ? 'saved' : 'idle' });

  useEffect(() => {
    const busy = state.kind === 'saving' || state.kind === 'failed';
    if (!busy && document.activeElement !== field.current) setText(value);
  }, [value]);

  useEffect(() => {
    const element = field.current;
    if (!focus || !element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [focus]);

  useEffect(() => {
    if (draft !== null) keep(draft);
  }, []);

  const keep = (next: string) => {
    setText(next);
    setState({ kind: 'saving' });
    turn.current += 1;
    const mine = turn.current;
    // Only the last keystroke's answer counts: an earlier one says nothing of what stands there now.
    const settle = (now: State) => mine === turn.current && setState(now);
    save(next).then(
      () => settle({ kind: 'saved' }),
      (error: unknown) => settle({ kind: 'failed', message: sentence(error) }),
    );
  };

  return (
    <div class="note">
      <label class="label" for={id}>
        {label}
      </label>
      <textarea
        ref={field}
        class="field"
        id={id}
        rows={rows}
        value={text}
        placeholder={placeholder}
        aria-describedby={`${id}-state`}
        aria-invalid={state.kind === 'failed'}
        onInput={(event) => keep(event.currentTarget.value)}
      />
      <div class="note__foot">
        <span class="saved" id={`${id}-state`}>
          {state.kind === 'saved' && (
            <>
              <Icon icon="check" small />
              Saved as you type
            </>
          )}
          {state.kind === 'saving' && <span class="note__saving">Saving</span>}
        </span>
        {children}
      </div>
      {state.kind === 'failed' && (
        <p class="note__trouble" role="alert">
          {state.message}{' '}
          <Button kind="text" small onClick={() => keep(text)}>
            Save again
          </Button>
        </p>
      )}
    </div>
  );
}
