import { type ComponentChildren, Fragment } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { SearchResult, SortOrder } from '../../clippings/search-query.ts';
import type { TagGroup } from '../../framework/tag-ids.ts';
import { tagName } from '../../framework/tag-names.ts';
import { Glyph, Icon } from '../../ui/glyph.tsx';
import { SIDE_NAMES, WITH_NAMES } from './filters.tsx';
import { ANY_OF } from './tag-group-filter.tsx';
import type { ChangeView } from './use-view-query.ts';
import { EVERYTHING, isFiltered, type ViewQuery } from './view-query.ts';
import { counted, dayWords, figure, listed } from './words.ts';
import '../../ui/swatch.css';

interface ListHeadProps {
  query: ViewQuery;
  /** The name the reader gave to this view, if any. */
  name: string | undefined;
  shown: number;
  all: number;
  /** Words that were taken for others. */
  taken: SearchResult['taken'];
  /** While the rest of the log is read: how far that is. */
  opening: { done: number; all: number } | null;
  change: ChangeView;
  now: Date;
}

const SORT_NAMES: Readonly<Record<SortOrder, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  site: 'By site',
  due: 'Next question first',
};
const SORTS: readonly SortOrder[] = ['newest', 'oldest', 'title', 'site', 'due'];
const isSort = (value: string): value is SortOrder => SORTS.some((sort) => sort === value);

/** Words that a mistyped one was taken for, named at most. */
const MOST_NAMED = 4;

const noon = (day: string): string => `${day}T12:00:00`;

/** What the list holds: every filter that is on, each with its way out, and how many clippings are left. */
export function ListHead(props: ListHeadProps) {
  const { query, name, shown, all, taken, opening, change: changeView, now } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that takes a filter away goes with it: the focus moves to the head of what is left.
  const change: ChangeView = (part) => {
    changeView(part);
    heading.current?.focus();
  };
  const filtered = isFiltered(query);
  const count =
    opening !== null
      ? `The newest ${figure(shown)}. ${opening.all === 0 ? 'Reading the rest of the log' : `Reading the log: ${figure(opening.done)} of ${counted(opening.all, 'row')}`}`
      : shown === all
        ? counted(all, 'clipping')
        : `${figure(shown)} of ${counted(all, 'clipping')}`;
  return (
    <div class="list__head">
      <h1 ref={heading} tabIndex={-1}>
        {name ?? (query.due ? 'Due' : filtered ? 'A part of the log' : 'Everything')}
      </h1>
      {query.text !== '' && (
        <Filter name={`the words ${query.text}`} off={() => change({ text: '' })}>
          “{query.text}”
        </Filter>
      )}
      {query.groups.map((group, index) => (
        <Fragment key={group}>
          {index > 0 && <span class="meta">or</span>}
          <GroupFilter
            group={group}
            off={() => change({ groups: query.groups.filter((each) => each !== group) })}
          />
        </Fragment>
      ))}
      {query.tags.map((tag, index) => (
        <Fragment key={tag}>
          {index + query.groups.length > 0 && <span class="meta">or</span>}
          <Filter
            name={tagName(tag).shortName}
            group={tagName(tag).group}
            off={() => change({ tags: query.tags.filter((each) => each !== tag) })}
          >
            <Glyph tag={tag} /> {tagName(tag).shortName}
          </Filter>
        </Fragment>
      ))}
      {SIDE_NAMES.filter(({ side }) => query.sides.includes(side)).map(({ side, name }) => (
        <Filter
          key={side}
          name={name}
          off={() => change({ sides: query.sides.filter((each) => each !== side) })}
        >
          <i class={`swatch swatch--${side}`} /> {name}
        </Filter>
      ))}
      {(['note', 'answered'] as const).map(
        (field) =>
          query[field] !== null && (
            <Filter
              key={field}
              name={WITH_NAMES[field][query[field] ? 0 : 1]}
              off={() => change({ [field]: null })}
            >
              {WITH_NAMES[field][query[field] ? 0 : 1]}
            </Filter>
          ),
      )}
      {query.lost && (
        <Filter name={WITH_NAMES.lost} off={() => change({ lost: false })}>
          {WITH_NAMES.lost}
        </Filter>
      )}
      {query.taught !== null && (
        <Filter
          name={`taught ${tagName(query.taught).shortName}`}
          group={tagName(query.taught).group}
          off={() => change({ taught: null })}
        >
          Taught <Glyph tag={query.taught} /> {tagName(query.taught).shortName}
        </Filter>
      )}
      {query.site !== null && (
        <Filter name={query.site} off={() => change({ site: null })}>
          {query.site}
        </Filter>
      )}
      {query.from !== null && (
        <Filter name="the first day" off={() => change({ from: null })}>
          From {dayWords(noon(query.from), now)}
        </Filter>
      )}
      {query.to !== null && (
        <Filter name="the last day" off={() => change({ to: null })}>
          To {dayWords(noon(query.to), now)}
        </Filter>
      )}
      {filtered && (
        <button
          type="button"
          class="chip chip--more"
          onClick={() => change({ ...EVERYTHING, sort: query.sort })}
        >
          Clear
        </button>
      )}
      <span class="sort meta" role="status">
        {count}
      </span>
      <label class="vh" for={id}>
        Order
      </label>
      <select
        class="field list__order"
        id={id}
        value={query.sort}
        onChange={({ currentTarget: { value } }) => isSort(value) && changeView({ sort: value })}
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_NAMES[sort]}
          </option>
        ))}
      </select>
      {taken.map(({ typed, words }) => (
        <p key={typed} class="list__taken meta" role="status">
          No word begins “{typed}”. Shown: {listed(words.slice(0, MOST_NAMED))}
          {words.length > MOST_NAMED &&
            ` and ${counted(words.length - MOST_NAMED, 'more like it', 'more like it')}`}
          .
        </p>
      ))}
    </div>
  );
}

const GroupFilter = ({ group, off }: { group: TagGroup; off(): void }) => (
  <Filter name={ANY_OF[group]} group={group} off={off}>
    {ANY_OF[group]}
  </Filter>
);

interface FilterProps {
  name: string;
  group?: string;
  off(): void;
  children: ComponentChildren;
}

const Filter = ({ name, group, off, children }: FilterProps) => (
  <button
    type="button"
    class={group ? 'chip' : 'chip chip--plain'}
    data-group={group}
    aria-label={`Remove filter ${name}`}
    onClick={off}
  >
    {children} <Icon icon="close" />
  </button>
);
