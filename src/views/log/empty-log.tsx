import type { TagId } from '../../framework/tag-ids.ts';
import { Icon } from '../../ui/glyph.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { ImportButton } from './import-button.tsx';
import './list.css';
import './transfer.css';

const TAGS: readonly TagId[] = ['shared-vision', 'agency'];

/** The log before anything is kept: what to do, and what one clipping will look like. */
export const EmptyLog = ({ restore }: { restore(file: File): void }) => (
  <main class="empty" id="list" tabIndex={-1} aria-labelledby="empty-h">
    <div class="empty__words">
      <h1 id="empty-h" tabIndex={-1}>
        Nothing kept yet
      </h1>
      <p>
        Open an article, press Long Game's button and clip a passage. It will be here, in the author's words,
        with your note beside it.
      </p>
      <p>A week later you will be asked one question about it.</p>
      <div class="acts">
        <ImportButton choose={restore}>Restore a backup</ImportButton>
      </div>
    </div>
    <figure class="empty__show">
      <figcaption class="meta">What one looks like</figcaption>
      <div class="piece">
        <div class="piece__head">
          <time dateTime="2026-10-03">
            <b>3</b> Oct
          </time>
          <p class="piece__title">The class of 2040 is already in kindergarten</p>
          <p class="meta">The article, its site and author</p>
        </div>
        <div class="clip">
          <Icon icon="kept" />
          <div>
            <blockquote class="quote">
              The line that survived every draft was the shortest: “Our graduates can learn what no one has
              taught them.”
            </blockquote>
            <p class="note">Your note: why you kept it, and who should see it.</p>
            <TagList tags={TAGS} />
          </div>
        </div>
      </div>
    </figure>
  </main>
);
