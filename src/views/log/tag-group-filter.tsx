import { useId } from 'preact/hooks';
import type { TagGroup, TagId } from '../../framework/tag-ids.ts';
import { GROUP_NAMES } from '../../framework/tag-names.ts';
import { TAGS } from '../../framework/tags.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { Counts } from './shown.ts';
import { countWords } from './words.ts';

interface TagGroupFilterProps {
  group: TagGroup;
  chosen: readonly TagId[];
  counts: Counts | null;
  toggle(tag: TagId): void;
  /** Whether the whole group is chosen. */
  whole: boolean;
  toggleWhole(): void;
}

/** The box for a whole group, by name. */
export const ANY_OF: Readonly<Record<TagGroup, string>> = {
  signal: 'Any signal',
  condition: 'Any condition',
  lens: 'Any lens',
};

/** The tags of a group, each with a box; and one for all of them. */
export function TagGroupFilter({ group, chosen, counts, toggle, whole, toggleWhole }: TagGroupFilterProps) {
  const id = useId();
  return (
    <>
      <h2 id={id}>{GROUP_NAMES[group]}</h2>
      <ul aria-labelledby={id}>
        <li>
          <label data-group={group}>
            <input type="checkbox" checked={whole} onChange={toggleWhole} />
            {ANY_OF[group]}{' '}
            <span class="n">{countWords(counts?.groups.get(group) ?? (counts ? 0 : undefined))}</span>
          </label>
        </li>
        {TAGS.filter((tag) => tag.group === group).map((tag) => (
          <li key={tag.id}>
            <label data-group={group} title={tag.name}>
              <input type="checkbox" checked={chosen.includes(tag.id)} onChange={() => toggle(tag.id)} />
              <Glyph tag={tag.id} />
              {tag.shortName} <span class="n">{countWords(counts?.tags.get(tag.id))}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
