import { useId, useState } from 'preact/hooks';
import type { Side } from '../../framework/balance.ts';
import type { TagGroup } from '../../framework/tag-ids.ts';
import { SavedViews } from './saved-views.tsx';
import type { Counts } from './shown.ts';
import { TagGroupFilter } from './tag-group-filter.tsx';
import type { SavedViewsControl } from './use-saved-views.ts';
import type { ChangeView } from './use-view-query.ts';
import { EVERYTHING, isFiltered, type ViewQuery } from './view-query.ts';
import { countWords, figure } from './words.ts';
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

/** What is kept with a clipping, by name, in the order the filter has it. */
export const WITH_NAMES = {
  note: ['Has a note', 'No note yet'],
  answered: ['Has an answer', 'No answer yet'],
  lost: 'Words not found',
} as const;

interface FiltersProps {
  query: ViewQuery;
  /** null while the log is still being read. */
  counts: Counts | null;
  change: ChangeView;
  saved: SavedViewsControl;
}

/** Views and filters, each with how many clippings it has in the whole log. */
export function Filters({ query, counts, change, saved }: FiltersProps) {
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
              count={counts?.all}
              on={!isFiltered(query)}
              go={() => change({ ...EVERYTHING, sort: query.sort, clipping: query.clipping })}
            />
            <View name="Due" count={counts?.due} on={query.due} go={() => change({ due: !query.due })} />
          </ul>
          <SavedViews query={query} change={change} saved={saved} />
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
                  {name} <span class="n">{countWords(counts?.sides[side])}</span>
                </label>
              </li>
            ))}
          </ul>
          {GROUPS.map((group) => (
            <TagGroupFilter
              key={group}
              group={group}
              chosen={query.tags}
              counts={counts}
              toggle={(tag) => change({ tags: toggled(query.tags, tag) })}
              whole={query.groups.includes(group)}
              toggleWhole={() => change({ groups: toggled(query.groups, group) })}
            />
          ))}
          <h2 id={`${id}-with`}>Kept with it</h2>
          <ul aria-labelledby={`${id}-with`}>
            {(['note', 'answered'] as const).flatMap((field) =>
              [true, false].map((wanted) => {
                const has = counts?.[field];
                return (
                  <Tick
                    key={`${field} ${wanted}`}
                    name={WITH_NAMES[field][wanted ? 0 : 1]}
                    count={has === undefined ? undefined : wanted ? has : (counts?.all ?? 0) - has}
                    on={query[field] === wanted}
                    toggle={() => change({ [field]: query[field] === wanted ? null : wanted })}
                  />
                );
              }),
            )}
            <Tick
              name={WITH_NAMES.lost}
              count={counts?.lost}
              on={query.lost}
              toggle={() => change({ lost: !query.lost })}
            />
          </ul>
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
            {counts?.sites.map(({ site, count }) => (
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

interface TickProps {
  name: string;
  count: number | undefined;
  on: boolean;
  toggle(): void;
}

const Tick = ({ name, count, on, toggle }: TickProps) => (
  <li>
    <label class="lean">
      <input type="checkbox" checked={on} onChange={toggle} />
      {name} <span class="n">{countWords(count)}</span>
    </label>
  </li>
);

interface ViewProps {
  name: string;
  count: number | undefined;
  on: boolean;
  go(): void;
}

const View = ({ name, count, on, go }: ViewProps) => (
  <li>
    <button type="button" aria-pressed={on} onClick={go}>
      {name} <span class="n">{countWords(count)}</span>
    </button>
  </li>
);
