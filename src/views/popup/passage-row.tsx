import type { DeletedClipping } from '../../clippings/store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { SignalText } from '../../ui/signal-text.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { UndoStrip } from '../../ui/undo-strip.tsx';
import { excerpt } from '../reading/excerpt.ts';
import { KeptEditor } from '../reading/kept-editor.tsx';
import { deletedWords, fateWords, nameOf } from '../reading/row-words.ts';
import type { Row } from '../reading/rows.ts';
import type { Clipper } from '../reading/use-clipper.ts';
import { useFocus } from '../reading/use-focus.ts';
import './passage-row.css';

interface PassageRowProps {
  row: Row;
  /** Whether it is among what to read first. */
  first: boolean;
  clipper: Clipper;
  onShow(row: Row): void;
}

/** A passage or a clipping: its words, its tags, and what can be done with it. */
export function PassageRow({ row, first, clipper, onShow }: PassageRowProps) {
  const { clipping, passage, deleted, index } = row;
  const open = clipping !== null && clipper.open === clipping.id;
  const name = nameOf(row);
  if (!passage && !clipping) return <li>{deleted && <Trace deleted={deleted} clipper={clipper} />}</li>;
  const lost = row.fate === 'not-found' && clipping !== null;
  return (
    <li>
      <div class={open ? 'passage passage--open' : 'passage'}>
        <Margin row={row} first={first} />
        <div>
          <blockquote class="quote">
            {lost ? (
              clipping.quote
            ) : (
              <button
                type="button"
                class="passage__go"
                title="Show it on the page"
                onClick={() => onShow(row)}
              >
                <Words row={row} open={open} />
              </button>
            )}
          </blockquote>
          <div class="passage__row">
            <div>
              <TagList tags={row.tags} />
              {clipping && fateWords(row) && <p class="meta">{fateWords(row)}</p>}
            </div>
            {clipping && <Toggle id={clipping.id} open={open} name={name} clipper={clipper} />}
            {passage && !clipping && !deleted && index !== null && (
              <Button small onClick={() => void clipper.clipPassage(index)}>
                Clip<span class="vh"> {name}</span>
              </Button>
            )}
          </div>
          {open && (
            <KeptEditor
              key={clipping.id}
              clipping={clipping}
              name={name}
              focus={clipper.focus?.id === clipping.id && clipper.focus.part === 'note'}
              onNote={(text) => clipper.saveNote(clipping.id, text)}
              onTags={(tags) => void clipper.setTags(clipping.id, tags)}
              onRemove={() => void clipper.remove(clipping)}
            />
          )}
        </div>
      </div>
      {deleted && <Trace deleted={deleted} clipper={clipper} />}
    </li>
  );
}

function Words({ row: { clipping, passage }, open }: { row: Row; open: boolean }) {
  if (!passage) return clipping?.quote ?? null;
  return open ? <SignalText text={passage.text} spans={passage.signals} /> : excerpt(passage);
}

function Margin({ row, first }: { row: Row; first: boolean }) {
  const { clipping, index, passage } = row;
  if (clipping) {
    const where =
      row.fate === 'not-found' ? ' Not found on this page' : passage ? ` Passage ${(index ?? 0) + 1}` : '';
    return (
      <span class="passage__no">
        <Icon icon="kept" />
        <span class="vh">Clipped.{where}</span>
      </span>
    );
  }
  return (
    <span class={first ? 'passage__no passage__no--first' : 'passage__no'}>
      {index === null ? '' : index + 1}
      {first && <span class="vh">, read first</span>}
    </span>
  );
}

interface ToggleProps {
  id: string;
  open: boolean;
  name: string;
  clipper: Clipper;
}

function Toggle({ id, open, name, clipper }: ToggleProps) {
  const button = useFocus<HTMLButtonElement>(clipper.focus?.id === id && clipper.focus.part === 'toggle');
  return (
    <Button
      kind="text"
      small
      ref={button}
      aria-expanded={open}
      class={open ? 'toggle toggle--open' : 'toggle'}
      onClick={() => clipper.toggle(id)}
    >
      Clipped <Icon icon="chevron" small />
      <span class="vh">
        {' '}
        {name}, {open ? 'close' : 'open'} its note
      </span>
    </Button>
  );
}

function Trace({ deleted, clipper }: { deleted: DeletedClipping; clipper: Clipper }) {
  const { id } = deleted.clipping;
  return (
    <UndoStrip
      focus={clipper.focus?.id === id && clipper.focus.part === 'undo'}
      onUndo={() => void clipper.restore(id)}
    >
      {deletedWords(deleted)}
    </UndoStrip>
  );
}
