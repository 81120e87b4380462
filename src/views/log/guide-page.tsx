import { useId, useMemo, useState } from 'preact/hooks';
import { type Guide, type GuideParts, guideMarkdown, guideOf, type Talk } from '../../log/guide.ts';
import { Button } from '../../ui/button.tsx';
import type { MakePageProps } from './make-page.tsx';
import { PageHeading } from './page-heading.tsx';
import { TaskWords } from './task-words.tsx';
import { Tick } from './tick.tsx';
import { useTask } from './use-task.ts';
import { figure } from './words.ts';

/** Passages offered: a guide is of a few, and a long list of ticks is no choice. */
const OFFERED = 40;
/** Passages that are in it to begin with: about a page of them. */
const FIRST = 3;

/** A discussion guide: which passages, what with each, and the page as it will be printed. */
export function GuidePage({ log, clippings, now, leave }: MakePageProps) {
  const id = useId();
  const offered = clippings.slice(0, OFFERED);
  const [picked, setPicked] = useState<ReadonlySet<string>>(
    () => new Set(offered.slice(0, FIRST).map((row) => row.id)),
  );
  const [title, setTitle] = useState('Discussion guide');
  const [parts, setParts] = useState<GuideParts>({ question: true, lines: true, tags: false, notes: false });
  const task = useTask();
  const guide = useMemo(
    () =>
      guideOf(
        log,
        clippings.filter((row) => picked.has(row.id)),
        title,
        parts,
        now,
      ),
    [log, clippings, picked, title, parts, now],
  );

  const pick = (row: string, on: boolean): void => {
    const next = new Set(picked);
    if (on) next.add(row);
    else next.delete(row);
    setPicked(next);
  };
  const none = guide.talks.length === 0;

  return (
    <>
      <section class="make__set" aria-label="What is in the guide">
        <PageHeading>Discussion guide</PageHeading>
        <p>For a table of people who have not read the articles.</p>
        <div class="make__field">
          <label class="label" for={`${id}-title`}>
            Title
          </label>
          <input
            id={`${id}-title`}
            class="field"
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
        <fieldset>
          <legend>Passages</legend>
          {offered.map((row) => (
            <Tick key={row.id} checked={picked.has(row.id)} change={(on) => pick(row.id, on)}>
              <span class="title">{row.quote}</span>
            </Tick>
          ))}
          {clippings.length > OFFERED && (
            <p class="hint">
              The newest {OFFERED} of {figure(clippings.length)}. Narrow the view in the log to choose from
              others.
            </p>
          )}
        </fieldset>
        <fieldset>
          <legend>With each</legend>
          <Tick checked={parts.question} change={(question) => setParts({ ...parts, question })}>
            A question
          </Tick>
          <Tick checked={parts.lines} change={(lines) => setParts({ ...parts, lines })}>
            Lines to write on
          </Tick>
          <Tick checked={parts.tags} change={(tags) => setParts({ ...parts, tags })}>
            Its tags
          </Tick>
          <Tick
            checked={parts.notes}
            change={(notes) => setParts({ ...parts, notes })}
            hint="Yours alone. Off unless you turn it on."
          >
            My notes and answers
          </Tick>
        </fieldset>
        <div class="acts">
          <Button kind="main" disabled={none} onClick={() => print()}>
            Print
          </Button>
          <Button
            disabled={none}
            onClick={() =>
              void task.run('Copying', async () => {
                await navigator.clipboard.writeText(guideMarkdown(guide));
                return 'Copied as Markdown';
              })
            }
          >
            Copy as Markdown
          </Button>
          <Button kind="text" onClick={leave}>
            Back to the log
          </Button>
        </div>
        <TaskWords task={task} class="make__said" />
      </section>
      <div class="desk">
        <Paper guide={guide} />
      </div>
    </>
  );
}

const Paper = ({ guide }: { guide: Guide }) => (
  <article class="paper" aria-label="The guide">
    <h2>{guide.title}</h2>
    <p class="meta">{guide.about}</p>
    {guide.talks.map((talk, at) => (
      <TalkPart key={talk.id} talk={talk} number={at + 1} />
    ))}
    {guide.talks.length === 0 && <p class="talk__own">Tick a passage to put it here.</p>}
    <footer>
      Quoted word for word.{guide.talks.some(({ question }) => question !== '') && ' Questions by Long Game.'}
    </footer>
  </article>
);

const TalkPart = ({ talk, number }: { talk: Talk; number: number }) => (
  <section class="talk" aria-label={`Passage ${number}`}>
    <span class="talk__n">{number}</span>
    <div>
      <blockquote class="quote">
        {talk.quote}
        <cite>{[talk.title, talk.source].filter((part) => part !== '').join('. ')}</cite>
      </blockquote>
      {talk.tags.length > 0 && <p class="talk__own">{talk.tags.join(', ')}</p>}
      {talk.note !== '' && <p class="talk__own">Note: {talk.note}</p>}
      {talk.answers.map(({ question, answer }) => (
        <p class="talk__own" key={question + answer}>
          {question} {answer}
        </p>
      ))}
      {talk.question !== '' && <p class="talk__q">{talk.question}</p>}
      {Array.from({ length: talk.lines }, (_, at) => (
        <div key={at} class="talk__line" />
      ))}
    </div>
  </section>
);
