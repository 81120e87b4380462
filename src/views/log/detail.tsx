import { useId, useState } from 'preact/hooks';
import type { ArticleRow, ClippingRow, ReflectionRow } from '../../clippings/schema.ts';
import type { TagId } from '../../framework/tag-ids.ts';
import { tagById } from '../../framework/tags.ts';
import type { CopyKind } from '../../log/copy-as.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph, Icon } from '../../ui/glyph.tsx';
import { NoteField } from '../../ui/note-field.tsx';
import { TagPicker } from '../../ui/tag-picker.tsx';
import { anchorWords } from './anchor-words.ts';
import { Answers } from './answers.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { wordsOf } from './trouble.ts';
import { dayWords } from './words.ts';
import './detail.css';

/** What can be done with one clipping. Each resolves when it is done, or rejects with an error for the reader. */
export interface DetailActions {
  saveNote(id: string, note: string): Promise<unknown>;
  saveTags(id: string, tags: readonly TagId[]): Promise<unknown>;
  /** These resolve with the words that say what happened. */
  openOnPage(clipping: ClippingRow): Promise<string>;
  copy(clipping: ClippingRow, kind: CopyKind): Promise<string>;
  /** The error, if any, is told in the list, where the row is. */
  remove(id: string): void;
  close(): void;
}

interface DetailProps {
  clipping: ClippingRow;
  article: ArticleRow | null;
  reflections: readonly ReflectionRow[];
  /** A note that could not be saved, to be shown instead of the one that is kept. */
  unsaved: string | undefined;
  /** Address that opens the page at the quote, or null where the article's is no web address. */
  href: string | null;
  now: Date;
  actions: DetailActions;
}

/** One clipping in full. */
export function Detail(props: DetailProps) {
  const { clipping, article, reflections, unsaved, href, now, actions } = props;
  const id = useId();
  const [said, setSaid] = useState('');
  const { found, words } = anchorWords(clipping, now);

  const tell = (work: Promise<string>): void => {
    work.then(setSaid, (error: unknown) => setSaid(wordsOf(error)));
  };
  const from = [article?.site, article?.byline, `kept ${dayWords(clipping.createdAt, now)}`].filter(Boolean);

  return (
    <section
      class="detail"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.close();
      }}
    >
      <Button kind="text" class="back" onClick={actions.close}>
        Back to the list
      </Button>
      <p class="meta">{from.join(', ')}</p>
      <h2 id={id} tabIndex={-1}>
        {article?.title || clipping.articleUrl}
      </h2>
      <blockquote class="whole">{clipping.quote}</blockquote>
      <p class="found">
        <Icon icon={found ? 'check' : 'search-none'} small />
        {words}
      </p>
      <Tags clipping={clipping} save={(tags) => actions.saveTags(clipping.id, tags)} />
      <NoteField value={unsaved ?? clipping.note} save={(note) => actions.saveNote(clipping.id, note)} />
      <div class="detail__h">
        <h3 id={`${id}-asked`}>Asked and answered</h3>
      </div>
      {reflections.length > 0 && (
        <Answers answers={reflections} now={now} labelledBy={`${id}-asked`} questions />
      )}
      <p class="hint">
        {clipping.dueAt === null
          ? 'You are done with this one: it is not asked about again.'
          : new Date(clipping.dueAt) <= now
            ? 'Its question is due.'
            : `Next question ${dayWords(clipping.dueAt, now)}.`}
      </p>
      <div class="detail__acts">
        {href !== null && (
          <a
            class="btn"
            href={href}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              tell(actions.openOnPage(clipping));
            }}
          >
            Open on page
          </a>
        )}
        <CopyMenu copy={(kind) => tell(actions.copy(clipping, kind))} />
        <Button kind="text" class="btn--danger" onClick={() => actions.remove(clipping.id)}>
          Delete
        </Button>
      </div>
      <p class="detail__said" role="status">
        {said}
      </p>
    </section>
  );
}

interface TagsProps {
  clipping: ClippingRow;
  save(tags: readonly TagId[]): Promise<unknown>;
}

/** The tags with how sure each is or whose, and the way to correct them. */
function Tags({ clipping, save }: TagsProps) {
  const id = useId();
  const [correcting, setCorrecting] = useState(false);
  const [trouble, setTrouble] = useState('');
  const chosen = clipping.tags.map((tag) => tag.tag);

  const change = (tags: TagId[]): void => {
    setTrouble('');
    save(tags).catch((error: unknown) => setTrouble(wordsOf(error)));
  };

  return (
    <>
      <div class="detail__h">
        <h3 id={id}>Tags</h3>
        <Button kind="text" small aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
          {correcting ? 'Done' : 'Correct'}
        </Button>
      </div>
      {clipping.tags.length === 0 && !correcting && <p class="meta">None yet.</p>}
      {correcting ? (
        <TagPicker label="Tags of this clipping" chosen={chosen} onChange={change} />
      ) : (
        <ul class="given" aria-labelledby={id}>
          {clipping.tags.map((tag) => (
            <li key={tag.tag}>
              <span class="chip" data-group={tagById(tag.tag).group} title={tagById(tag.tag).name}>
                <Glyph tag={tag.tag} />
                {tagById(tag.tag).shortName}
              </span>{' '}
              {tag.source === 'reader' ? 'added by you' : tag.word}
            </li>
          ))}
        </ul>
      )}
      {clipping.removedTags.length > 0 && (
        <p class="hint">
          Taken away by you: {clipping.removedTags.map((tag) => tagById(tag).shortName).join(', ')}
        </p>
      )}
      <p class="trouble" role="alert">
        {trouble}
      </p>
    </>
  );
}
