import { type ComponentChildren, Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { tagName } from '../../framework/tag-names.ts';
import { Glyph, Icon } from '../../ui/glyph.tsx';
import { SIDE_NAMES } from './filters.tsx';
import type { ChangeView } from './use-view-query.ts';
import { EVERYTHING, isFiltered, type ViewQuery } from './view-query.ts';
import { counted, dayWords, figure } from './words.ts';
import '../../ui/swatch.css';

interface ListHeadProps {
  query: ViewQuery;
  shown: number;
  all: number;
  change: ChangeView;
  now: Date;
}

const noon = (day: string): string => `${day}T12:00:00`;

/** What the list holds: every filter that is on, each with its way out, and how many clippings are left. */
export function ListHead({ query, shown, all, change: changeView, now }: ListHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that takes a filter away goes with it: the focus moves to the head of what is left.
  const change: ChangeView = (part) => {
    changeView(part);
    heading.current?.focus();
  };
  const filtered = isFiltered(query);
  const count =
    shown === all
      ? `${counted(all, 'clipping')}, newest first`
      : `${figure(shown)} of ${counted(all, 'clipping')}, newest first`;
  return (
    <div class="list__head">
      <h1 ref={heading} tabIndex={-1}>
        {query.due ? 'Due' : filtered ? 'A part of the log' : 'Everything'}
      </h1>
      {query.text !== '' && (
        <Filter name={`the words ${query.text}`} off={() => change({ text: '' })}>
          “{query.text}”
        </Filter>
      )}
      {query.tags.map((tag, index) => (
        <Fragment key={tag}>
          {index > 0 && <span class="meta">or</span>}
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
        <button type="button" class="chip chip--more" onClick={() => change({ ...EVERYTHING })}>
          Clear
        </button>
      )}
      <span class="sort meta" role="status">
        {count}
      </span>
    </div>
  );
}

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
