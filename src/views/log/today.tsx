import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ArticleRow, ClippingRow, ReflectionRow } from '../../clippings/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { readDraft, writeDraft } from './answer-draft.ts';
import { Answers } from './answers.tsx';
import { wordsOf } from './trouble.ts';
import { dayWords } from './words.ts';
import './today.css';

/** A question that is due, with what it is about. */
export interface Due {
  clipping: ClippingRow;
  article: ArticleRow | null;
  question: string;
  /** Earlier answers about this clipping, oldest first. */
  earlier: readonly ReflectionRow[];
}

interface TodayProps {
  due: Due;
  /** How many clippings are due, this one among them. */
  waiting: number;
  now: Date;
  /** Keeps the answer, resolves with the words that say when it is asked again; rejects with the store's error. */
  answer(text: string): Promise<string>;
  /** Asks again tomorrow; asks never again. */
  later(): Promise<string>;
  done(): Promise<string>;
  /** Called with what was done, once it is. */
  settled(words: string): void;
}

/** Today's question: one line until it is opened. */
export function Today({ due, waiting, now, answer, later, done, settled }: TodayProps) {
  const { clipping, article, question, earlier } = due;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState(() => readDraft(clipping.id) !== '');
  const [text, setText] = useState(() => readDraft(clipping.id));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => setTrouble(null), [text]);

  const settle = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      const words = await work();
      settled(words);
    } catch (error) {
      setTrouble(wordsOf(error));
      setBusy(false);
    }
  };

  const keep = (): void => {
    if (text.trim() === '') {
      setTrouble('There is no answer to keep yet. Write one, or choose Not now.');
      field.current?.focus();
      return;
    }
    void settle(async () => {
      const words = await answer(text.trim());
      writeDraft(clipping.id, '');
      return words;
    });
  };

  return (
    <details class="today" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="today__line">
          <span class="meta">Today's question</span> <b>{question}</b>
        </span>
        <span class="today__go">
          <span class="when-shut">Answer</span>
          <span class="when-open">Fold</span> <Icon icon="chevron" small />
        </span>
      </summary>
      <div class="today__body">
        <div>
          <blockquote class="quote">{clipping.quote}</blockquote>
          <p class="today__from">
            {[article?.site, `kept ${dayWords(clipping.createdAt, now)}`].filter(Boolean).join(', ')}
          </p>
          {earlier.length > 0 && (
            <>
              <p class="meta before" id={`${id}-before`}>
                Before, you said
              </p>
              <Answers answers={earlier} now={now} labelledBy={`${id}-before`} />
            </>
          )}
        </div>
        <div>
          <label class="label" for={id}>
            Your answer
          </label>
          <textarea
            ref={field}
            class="field"
            id={id}
            rows={4}
            value={text}
            aria-describedby={`${id}-trouble`}
            onInput={(event) => {
              setText(event.currentTarget.value);
              writeDraft(clipping.id, event.currentTarget.value);
            }}
          />
          <div class="today__acts">
            <Button kind="main" disabled={busy} onClick={keep}>
              Keep answer
            </Button>
            <Button kind="text" disabled={busy} onClick={() => void settle(later)}>
              Not now
            </Button>
            <Button kind="text" disabled={busy} onClick={() => void settle(done)}>
              Done with this one
            </Button>
          </div>
          <p class="trouble" id={`${id}-trouble`} role="alert">
            {trouble}
          </p>
          {waiting > 1 && (
            <p class="hint">{`${waiting - 1} more ${waiting === 2 ? 'waits' : 'wait'}. No haste.`}</p>
          )}
        </div>
      </div>
    </details>
  );
}
