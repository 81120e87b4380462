import { useId, useState } from 'preact/hooks';
import type { Side } from '../../framework/balance.ts';
import type { TagGroup, TagId } from '../../framework/tag-ids.ts';
import { GROUP_NAMES } from '../../framework/tag-names.ts';
import { TAGS } from '../../framework/tags.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { Counts } from './shown.ts';
import type { ChangeView } from './use-view-query.ts';
import { EVERYTHING, isFiltered, type ViewQuery } from './view-query.ts';
import { figure } from './words.ts';
import './side.css';
import '../../ui/swatch.css';

/** The sides by name, in the order the filter has them. */
export const SIDE_NAMES: readonly { side: Side; name: string }[] = [
  { side: 'long', name: 'Long game' },
  { side: 'short', name: 'Short game' },
  { side: 'neither', name: 'Neither' },
];

const GROUPS: readonly TagGroup[] = ['signal', 'condition', 'lens'];

const toggled = <T,>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

interface FiltersProps {
  query: ViewQuery;
  counts: Counts;
  change: ChangeView;
}

/** Views and filters, each with how many clippings it has in the whole log. */
export function Filters({ query, counts, change }: FiltersProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <aside class="side" aria-label="Views and filters">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Views and tags</summary>
        <div>
          <h2>Views</h2>
          <ul>
            <View
              name="Everything"
              count={counts.all}
              on={!isFiltered(query)}
              go={() => change({ ...EVERYTHING, clipping: query.clipping })}
            />
            <View name="Due" count={counts.due} on={query.due} go={() => change({ due: !query.due })} />
          </ul>
          <h2 id={`${id}-side`}>Balance</h2>
          <ul aria-labelledby={`${id}-side`}>
            {SIDE_NAMES.map(({ side, name }) => (
              <li key={side}>
                <label class="lean">
                  <input
                    type="checkbox"
                    checked={query.sides.includes(side)}
                    onChange={() => change({ sides: toggled(query.sides, side) })}
                  />
                  <i class={`swatch swatch--${side}`} />
                  {name} <span class="n">{figure(counts.sides[side])}</span>
                </label>
              </li>
            ))}
          </ul>
          {GROUPS.map((group) => (
            <TagGroupFilter
              key={group}
              group={group}
              chosen={query.tags}
              counts={counts.tags}
              toggle={(tag) => change({ tags: toggled(query.tags, tag) })}
            />
          ))}
          <h2>
            <label for={`${id}-site`}>Site</label>
          </h2>
          <select
            class="field"
            id={`${id}-site`}
            value={query.site ?? ''}
            onChange={(event) => change({ site: event.currentTarget.value || null })}
          >
            <option value="">All sites</option>
            {counts.sites.map(({ site, count }) => (
              <option key={site} value={site}>
                {`${site} (${figure(count)})`}
              </option>
            ))}
          </select>
          <h2>Date clipped</h2>
          <div class="side__dates">
            <label for={`${id}-from`}>From</label>
            <input
              class="field"
              id={`${id}-from`}
              type="date"
              value={query.from ?? ''}
              onChange={(event) => change({ from: event.currentTarget.value || null })}
            />
            <label for={`${id}-to`}>To</label>
            <input
              class="field"
              id={`${id}-to`}
              type="date"
              value={query.to ?? ''}
              onChange={(event) => change({ to: event.currentTarget.value || null })}
            />
          </div>
        </div>
      </details>
    </aside>
  );
}

interface ViewProps {
  name: string;
  count: number;
  on: boolean;
  go(): void;
}

const View = ({ name, count, on, go }: ViewProps) => (
  <li>
    <button type="button" aria-pressed={on} onClick={go}>
      {name} <span class="n">{figure(count)}</span>
    </button>
  </li>
);

interface TagGroupFilterProps {
  group: TagGroup;
  chosen: readonly TagId[];
  counts: ReadonlyMap<TagId, number>;
  toggle(tag: TagId): void;
}

function TagGroupFilter({ group, chosen, counts, toggle }: TagGroupFilterProps) {
  const id = useId();
  return (
    <>
      <h2 id={id}>{GROUP_NAMES[group]}</h2>
      <ul aria-labelledby={id}>
        {TAGS.filter((tag) => tag.group === group).map((tag) => (
          <li key={tag.id}>
            <label data-group={group} title={tag.name}>
              <input type="checkbox" checked={chosen.includes(tag.id)} onChange={() => toggle(tag.id)} />
              <Glyph tag={tag.id} />
              {tag.shortName} <span class="n">{figure(counts.get(tag.id) ?? 0)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
