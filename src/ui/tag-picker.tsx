import { useId } from 'preact/hooks';
import { TAG_IDS, type TagGroup, type TagId } from '../framework/tag-ids.ts';
import { GROUP_NAMES, tagName } from '../framework/tag-names.ts';
import { Glyph } from './glyph.tsx';
import './tag-picker.css';

const GROUPS: readonly TagGroup[] = ['condition', 'signal', 'lens'];

interface TagPickerProps {
  /** What the tags belong to, for the group's label: "Tags of passage 3". */
  label: string;
  chosen: readonly TagId[];
  /** The whole new choice, in the codebook's order. */
  onChange(tags: TagId[]): void;
}

/** All 17 tags to choose from, by group. */
export function TagPicker({ label, chosen, onChange }: TagPickerProps) {
  const id = useId();
  const toggle = (tag: TagId, on: boolean) =>
    onChange(TAG_IDS.filter((each) => (each === tag ? on : chosen.includes(each))));
  return (
    <fieldset>
      <legend class="vh">{label}</legend>
      <div class="picker">
        {GROUPS.map((group) => (
          <fieldset key={group} data-group={group}>
            <legend>{GROUP_NAMES[group]}</legend>
            {TAG_IDS.map(tagName)
              .filter((tag) => tag.group === group)
              .map((tag) => (
                <label key={tag.id} class="picker__tag" title={tag.name}>
                  <input
                    type="checkbox"
                    name={`${id}-${tag.id}`}
                    checked={chosen.includes(tag.id)}
                    onChange={(event) => toggle(tag.id, event.currentTarget.checked)}
                  />
                  <Glyph tag={tag.id} />
                  {tag.shortName}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
