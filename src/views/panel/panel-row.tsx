import { useEffect, useRef, useState } from 'preact/hooks';
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
import './thread.css';
import { Because, reasonsOf } from './because.tsx';

interface PanelRowProps {
  row: Row;
  /** `story` on a list: it is opened, not clipped. */
  kind: 'passage' | 'story';
  first: boolean;
  current: boolean;
  clipper: Clipper;
  onChoose(row: Row): void;
  onOpen(url: string): void;
}

/** A line along the page's thread; the current one is open. */
export function PanelRow({ row, kind, first, current, clipper, onChoose, onOpen }: PanelRowProps) {
  const { clipping, passage, deleted } = row;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const focus = clipping !== null && clipper.focus?.id === clipping.id && clipper.focus.part === 'toggle';
  const go = useFocus<HTMLButtonElement>(focus);

  return (
    <li ref={line} class="along__row" aria-current={current ? 'location' : undefined}>
      {(passage || clipping) && (
        <div class="hung">
          <PlaceNumber row={row} kind={kind} first={first} />
          <div>
            {current && row.fate !== 'not-found' && <p class="here">Shown on the page</p>}
            <button ref={go} type="button" class="go" onClick={() => onChoose(row)}>
              <span class="quote">
                {current ? (
                  <Whole row={row} />
                ) : clipping && !passage ? (
                  clipping.quote
                ) : (
                  passage && excerpt(passage)
                )}
              </span>
            </button>
            {clipping && fateWords(row) && <p class="meta">{fateWords(row)}</p>}
            {current ? (
              <Open row={row} kind={kind} clipper={clipper} onOpen={onOpen} />
            ) : (
              <>
                <TagList tags={row.tags} />
                {clipping?.note && <p class="hung__note">{clipping.note}</p>}
              </>
            )}
          </div>
        </div>
      )}
      {deleted && (
        <UndoStrip
          focus={clipper.focus?.id === deleted.clipping.id && clipper.focus.part === 'undo'}
          onUndo={() => void clipper.restore(deleted.clipping.id)}
        >
          {deletedWords(deleted)}
        </UndoStrip>
      )}
    </li>
  );
}

const Whole = ({ row: { passage, clipping } }: { row: Row }) =>
  passage ? <SignalText text={passage.text} spans={passage.signals} /> : (clipping?.quote ?? null);

function PlaceNumber({ row, kind, first }: { row: Row; kind: 'passage' | 'story'; first: boolean }) {
  const { index, clipping } = row;
  const noun = kind === 'story' ? 'Headline' : 'Paragraph';
  const name = index === null ? 'Clipped' : `${noun} ${index + 1}${clipping ? ', clipped' : ''}`;
  return (
    <span class={first ? 'no no--first' : 'no'}>
      <span aria-hidden="true">{clipping || index === null ? <Icon icon="kept" /> : index + 1}</span>
      <span class="vh">{name}</span>
    </span>
  );
}

type OpenProps = Pick<PanelRowProps, 'row' | 'kind' | 'clipper' | 'onOpen'>;

function Open({ row, kind, clipper, onOpen }: OpenProps) {
  const [why, setWhy] = useState(false);
  const { clipping, passage, index, deleted } = row;
  const url = passage?.url;
  return (
    <>
      <Because reasons={reasonsOf(passage, clipping)} why={why} />
      <div class="acts">
        {kind === 'story' && url && (
          <Button small onClick={() => onOpen(url)}>
            Open the story
          </Button>
        )}
        {kind === 'passage' && passage && !clipping && !deleted && index !== null && (
          <Button small onClick={() => void clipper.clipPassage(index)}>
            Clip<span class="vh"> {nameOf(row)}</span>
          </Button>
        )}
        {passage && (
          <Button small aria-expanded={why} onClick={() => setWhy(!why)}>
            Why these tags
          </Button>
        )}
      </div>
      {clipping && (
        <KeptEditor
          key={clipping.id}
          clipping={clipping}
          name={nameOf(row)}
          focus={clipper.focus?.id === clipping.id && clipper.focus.part === 'note'}
          onNote={(text) => clipper.saveNote(clipping.id, text)}
          onTags={(tags) => void clipper.setTags(clipping.id, tags)}
          onRemove={() => void clipper.remove(clipping)}
        />
      )}
    </>
  );
}
