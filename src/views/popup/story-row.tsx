import type { ReadPassage } from '../../annotation/page-reading.ts';
import { TagList } from '../../ui/tag-list.tsx';
import { markedTags } from '../reading/rows.ts';
import './story-row.css';

interface StoryRowProps {
  story: ReadPassage;
  /** Whether it is among what to open first. */
  first: boolean;
  onShow(index: number): void;
}

/** A marked headline. Selecting it shows it on the page; the site's own link is there. */
export const StoryRow = ({ story, first, onShow }: StoryRowProps) => (
  <li class="story">
    <span class={first ? 'passage__no passage__no--first' : 'passage__no'} aria-hidden="true">
      {story.index + 1}
    </span>
    <div>
      <button type="button" class="story__go" onClick={() => onShow(story.index)}>
        <span class="vh">Headline {story.index + 1}: </span>
        {story.text}
      </button>
      <TagList tags={markedTags(story)} />
    </div>
  </li>
);
