import type { TagId } from '../framework/tag-ids.ts';
import { tagName } from '../framework/tag-names.ts';
import { Glyph } from './glyph.tsx';

interface TagChipProps {
  tag: TagId;
  /** How many passages or clippings carry the tag. */
  count: number;
  pressed: boolean;
  onPress(tag: TagId): void;
}

/** A tag with its count, as a switch of a filter. */
export function TagChip({ tag, count, pressed, onPress }: TagChipProps) {
  const { group, name, shortName } = tagName(tag);
  return (
    <button
      type="button"
      class="chip"
      data-group={group}
      aria-pressed={pressed}
      title={name}
      onClick={() => onPress(tag)}
    >
      <Glyph tag={tag} />
      {shortName} <span class="chip__n">{count}</span>
    </button>
  );
}
