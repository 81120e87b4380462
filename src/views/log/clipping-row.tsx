import { countedTags } from '../../clippings/counted-tags.ts';
import { Icon } from '../../ui/glyph.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { Marked } from './marked.tsx';
import type { ShownClipping } from './matching.ts';

interface ClippingRowProps {
  shown: ShownClipping;
  /** Address of this view with the clipping opened. */
  href: string;
  current: boolean;
  open(): void;
}

/** A clipping in the list: its quote, which opens it; the note; the tags; and whether its words were last found. */
export function ClippingRow({ shown, href, current, open }: ClippingRowProps) {
  const { clipping, hits } = shown;
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
            <Marked text={clipping.quote} spans={hits.quote} />
          </a>
        </blockquote>
        {clipping.note !== '' && (
          <p class="note">
            <Marked text={clipping.note} spans={hits.note} />
          </p>
        )}
        <TagList tags={countedTags(clipping)} />
        {lost && <p class="clip__lost">Words not found on the page</p>}
      </div>
    </li>
  );
}
