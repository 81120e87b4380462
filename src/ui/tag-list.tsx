import type { TagId } from '../framework/tag-ids.ts';
import { tagName } from '../framework/tag-names.ts';
import { Glyph } from './glyph.tsx';

/** Tags by glyph and short name, in the order given; the full name is the tooltip. Nothing when there are none. */
export function TagList({ tags, label = 'Tags' }: { tags: readonly TagId[]; label?: string }) {
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={label}>
      {tags.map((id) => {
        const { group, name, shortName } = tagName(id);
        return (
          <li key={id} class="tag" data-group={group} title={name}>
            <Glyph tag={id} />
            {shortName}
          </li>
        );
      })}
    </ul>
  );
}
