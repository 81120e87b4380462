import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ClippingRow } from '../../clippings/schema.ts';
import type { TagId } from '../../framework/tag-ids.ts';
import { Button } from '../../ui/button.tsx';
import { NoteField } from '../../ui/note-field.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { draftOf } from './drafts.ts';

interface KeptEditorProps {
  clipping: ClippingRow;
  /** What is clipped, for labels: "passage 3". */
  name: string;
  focus: boolean;
  onNote(text: string): Promise<void>;
  onTags(tags: TagId[]): void;
  onRemove(): void;
}

/** A clipping's note and its tags, open. */
export function KeptEditor({ clipping, name, focus, onNote, onTags, onRemove }: KeptEditorProps) {
  const [picking, setPicking] = useState(false);
  const [draft] = useState(() => draftOf(clipping));
  const id = useId();
  const picker = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picking) picker.current?.scrollIntoView({ block: 'nearest' });
  }, [picking]);
  return (
    <>
      <NoteField value={clipping.note} draft={draft} save={onNote} focus={focus}>
        <Button
          kind="text"
          small
          aria-expanded={picking}
          aria-controls={picking ? id : undefined}
          onClick={() => setPicking(!picking)}
        >
          Correct tags<span class="vh"> of {name}</span>
        </Button>
        <Button kind="text" small onClick={onRemove}>
          Undo clip<span class="vh"> of {name}</span>
        </Button>
      </NoteField>
      {picking && (
        <div ref={picker} id={id}>
          <TagPicker
            label={`Tags of ${name}`}
            chosen={clipping.tags.map(({ tag }) => tag)}
            onChange={onTags}
          />
        </div>
      )}
    </>
  );
}
