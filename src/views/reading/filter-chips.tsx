import { useState } from 'preact/hooks';
import type { TagId } from '../../framework/tag-ids.ts';
import { TagChip } from '../../ui/tag-chip.tsx';

const FEW = 6;

interface FilterChipsProps {
  counts: readonly { tag: TagId; count: number }[];
  chosen: ReadonlySet<TagId>;
  onChange(chosen: ReadonlySet<TagId>): void;
}

/** The article's tags with their counts. Pressed ones filter the list: a passage about any of them stays. */
export function FilterChips({ counts, chosen, onChange }: FilterChipsProps) {
  const [all, setAll] = useState(false);
  if (counts.length === 0) return null;
  const press = (tag: TagId) => {
    const next = new Set(chosen);
    if (!next.delete(tag)) next.add(tag);
    onChange(next);
  };
  const more = counts.length - FEW;
  return (
    <fieldset class="chips">
      <legend class="vh">Show passages about</legend>
      {counts
        .filter(({ tag }, at) => all || at < FEW || chosen.has(tag))
        .map(({ tag, count }) => (
          <TagChip key={tag} tag={tag} count={count} pressed={chosen.has(tag)} onPress={press} />
        ))}
      {more > 0 && (
        <button type="button" class="chip chip--more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${more} more`}
          <span class="vh"> tags</span>
        </button>
      )}
    </fieldset>
  );
}
