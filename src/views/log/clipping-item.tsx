import { countedTags } from '../../clippings/counted-tags.ts';
import type { ClippingRow } from '../../clippings/schema.ts';
import { Icon } from '../../ui/glyph.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { Marked } from './marked.tsx';

interface ClippingItemProps {
  clipping: ClippingRow;
  /** Folded words that were searched for. */
  words: readonly string[];
  /** Address of this view with the clipping opened. */
  href: string;
  current: boolean;
  open(): void;
}

/** A clipping in the list: its quote, which opens it; the note; the tags; and whether its words were last found. */
export function ClippingItem({ clipping, words, href, current, open }: ClippingItemProps) {
  const lost = clipping.anchor.state === 'not-found';

  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window: the link does it
    event.preventDefault();
    open();
  };

  return (
    <li
      class={lost ? 'clip clip--lost' : 'clip'}
      data-clipping={clipping.id}
      aria-current={current ? 'true' : undefined}
    >
      <Icon icon="kept" />
      <div>
        <blockquote class="quote">
          <a class="open" href={href} onClick={onClick}>
            <Marked text={clipping.quote} words={words} />
          </a>
        </blockquote>
        {clipping.note !== '' && (
          <p class="note">
            <Marked text={clipping.note} words={words} />
          </p>
        )}
        <TagList tags={countedTags(clipping)} />
        {lost && <p class="clip__lost">Words not found on the page</p>}
      </div>
    </li>
  );
}
