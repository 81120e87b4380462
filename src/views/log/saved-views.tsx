import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { UndoStrip } from '../../ui/undo-strip.tsx';
import type { SavedView, SavedViewsControl } from './use-saved-views.ts';
import type { ChangeView } from './use-view-query.ts';
import { isFiltered, parseHash, type ViewQuery, viewOf } from './view-query.ts';

interface SavedViewsProps {
  query: ViewQuery;
  change: ChangeView;
  saved: SavedViewsControl;
}

/** The reader's named views; the one that is shown can be renamed or deleted, and a new one can be saved. */
export function SavedViews({ query, change, saved }: SavedViewsProps) {
  const { views, trouble } = saved;
  const [naming, setNaming] = useState<'new' | 'again' | null>(null);
  const [deleted, setDeleted] = useState<{ row: SavedView; at: number } | null>(null);
  const list = useRef<HTMLElement>(null);
  const view = viewOf(query);
  const here = views.find((each) => each.view === view);
  useEffect(() => setNaming(null), [view]);

  /** The focus was in a form that goes. */
  const focusHere = (): void => list.current?.focus();
  const taken = (name: string): boolean => views.some((each) => each.name === name && each !== here);
  const name = async (typed: string): Promise<void> => {
    const kept =
      here === undefined
        ? await saved.change((last) => [...last, { name: typed, view }])
        : await saved.change((last) =>
            last.map((each) => (each.view === view ? { ...each, name: typed } : each)),
          );
    if (!kept) return;
    setNaming(null);
    focusHere();
  };
  const remove = async (row: SavedView): Promise<void> => {
    const at = views.indexOf(row);
    if (await saved.change((last) => last.filter((each) => each.name !== row.name))) setDeleted({ row, at });
  };
  const undo = async ({ row, at }: { row: SavedView; at: number }): Promise<void> => {
    if (!(await saved.change((last) => last.toSpliced(at, 0, row)))) return;
    setDeleted(null);
    focusHere();
  };

  return (
    <section class="saved-views" ref={list} tabIndex={-1} aria-label="Your views">
      {views.length > 0 && (
        <ul>
          {views.map((each) => (
            <li key={each.name}>
              <button
                type="button"
                aria-pressed={each === here}
                onClick={() => change({ ...parseHash(each.view), clipping: query.clipping })}
              >
                {each.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {deleted && (
        <UndoStrip focus onUndo={() => void undo(deleted)}>
          {`View ${deleted.row.name} deleted.`}
        </UndoStrip>
      )}
      {naming !== null ? (
        <NameForm
          name={naming === 'again' ? (here?.name ?? '') : ''}
          taken={taken}
          save={(typed) => void name(typed)}
          leave={() => {
            setNaming(null);
            focusHere();
          }}
        />
      ) : here ? (
        <div class="saved-views__acts">
          <Button kind="text" small onClick={() => setNaming('again')}>
            Rename view
          </Button>
          <Button kind="text" small onClick={() => void remove(here)}>
            Delete view
          </Button>
        </div>
      ) : (
        (isFiltered(query) || query.sort !== 'newest') && (
          <Button kind="text" small onClick={() => setNaming('new')}>
            Save this view
          </Button>
        )
      )}
      <p class="trouble" role="alert">
        {trouble}
      </p>
    </section>
  );
}

interface NameFormProps {
  name: string;
  taken(name: string): boolean;
  save(name: string): void;
  leave(): void;
}

function NameForm({ name, taken, save, leave }: NameFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(name);
  const [trouble, setTrouble] = useState('');
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="saved-views__name"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim();
        if (typed === '') setTrouble('A view needs a name.');
        else if (taken(typed)) setTrouble('There is a view of this name.');
        else save(typed);
        if (typed === '' || taken(typed)) field.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <label class="label" for={id}>
        Name of the view
      </label>
      <input
        ref={field}
        class="field"
        id={id}
        maxLength={60}
        value={text}
        aria-describedby={`${id}-trouble`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setTrouble('');
        }}
      />
      <p class="trouble" id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
      <div class="saved-views__acts">
        <button type="submit" class="btn btn--small">
          Save
        </button>
        <Button kind="text" small onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
