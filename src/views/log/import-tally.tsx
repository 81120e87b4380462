import type { ClippingRow, SetAsideRow } from '../../clippings/schema.ts';
import { tagName } from '../../framework/tag-names.ts';
import type { ImportPlan } from './import-plan.ts';
import { SetAsideTable } from './set-aside-rows.tsx';
import { counted, dayWords, figure } from './words.ts';

/** Quotes shown of a long list: enough to know it by. */
const SOME = 20;

const noun = (count: number, one: string, many: string): string => (count === 1 ? one : many);

interface ImportTallyProps {
  plan: ImportPlan;
  rejected: readonly SetAsideRow[];
  now: Date;
}

/** What a file would change, counted in the margin, with what each count is made of. */
export function ImportTally({ plan, rejected, now }: ImportTallyProps) {
  const { replace, added, notes, answers, updated, answered, unchanged, removed } = plan;
  return (
    <ol class="tally">
      <li>
        <span class="tally__n">{figure(added.length)}</span>
        <div>
          <p>
            <strong>{noun(added.length, 'new clipping', 'new clippings')}</strong> would be added, with{' '}
            {counted(notes, 'note')} and {counted(answers, 'answer')}.
          </p>
          {added.length > 0 && (
            <details>
              <summary>Show {noun(added.length, 'it', 'them')}</summary>
              <SomeQuotes rows={added} />
            </details>
          )}
        </div>
      </li>
      <li>
        <span class="tally__n">{figure(updated.length)}</span>
        <div>
          <p>
            <strong>{noun(updated.length, 'clipping you have', 'clippings you have')}</strong>{' '}
            {replace
              ? noun(updated.length, 'differs', 'differ')
              : noun(updated.length, 'is newer', 'are newer')}{' '}
            in the file. The file's note and tags would stand in place of yours.
          </p>
          {updated.length > 0 && (
            <details open>
              <summary>Show {noun(updated.length, 'it', 'them')}</summary>
              {updated.slice(0, SOME).map(({ here, there }) => (
                <div key={here.id}>
                  <blockquote class="quote">{here.quote}</blockquote>
                  <dl class="both">
                    <Version name="Here" row={here} now={now} />
                    <Version name="In the file" row={there} now={now} />
                  </dl>
                </div>
              ))}
              {updated.length > SOME && <p>And {figure(updated.length - SOME)} more.</p>}
            </details>
          )}
        </div>
      </li>
      {answered > 0 && (
        <li>
          <span class="tally__n">{figure(answered)}</span>
          <p>
            <strong>{noun(answered, 'clipping you have', 'clippings you have')}</strong> would{' '}
            {replace ? 'have other answers' : 'gain answers'}.
          </p>
        </li>
      )}
      <li>
        <span class="tally__n">{figure(unchanged)}</span>
        <p>
          <strong>
            {noun(unchanged, 'is the same here', 'are the same here')}
            {replace ? '.' : ', or newer.'}
          </strong>{' '}
          {noun(unchanged, 'It', 'They')} would be left alone.
        </p>
      </li>
      <li>
        <span class="tally__n">{figure(rejected.length)}</span>
        <div>
          <p>
            <strong>{noun(rejected.length, 'row cannot be taken.', 'rows cannot be taken.')}</strong>{' '}
            {noun(rejected.length, 'It', 'They')} would be set aside, with the reason, and not lost.
          </p>
          {rejected.length > 0 && (
            <details>
              <summary>Show {noun(rejected.length, 'it', 'them')}</summary>
              <SetAsideTable rows={rejected} caption="Rows that cannot be taken" />
            </details>
          )}
        </div>
      </li>
      {removed.length > 0 ? (
        <li>
          <span class="tally__n">{figure(removed.length)}</span>
          <div>
            <p>
              <strong>of your clippings would be deleted,</strong> with their notes and answers:{' '}
              {noun(removed.length, 'it is', 'they are')} not in the file.
            </p>
            <details>
              <summary>Show {noun(removed.length, 'it', 'them')}</summary>
              <SomeQuotes rows={removed} />
            </details>
          </div>
        </li>
      ) : (
        <li>
          <span class="tally__n none">0</span>
          <p class="none">
            of your clippings would be deleted.{!replace && ' Adding to the log never does that.'}
          </p>
        </li>
      )}
    </ol>
  );
}

/** The first of many quotes, and how many more there are. */
const SomeQuotes = ({ rows }: { rows: readonly ClippingRow[] }) => (
  <>
    {rows.slice(0, SOME).map((row) => (
      <blockquote key={row.id} class="quote">
        {row.quote}
      </blockquote>
    ))}
    {rows.length > SOME && <p>And {figure(rows.length - SOME)} more.</p>}
  </>
);

interface VersionProps {
  name: string;
  row: ClippingRow;
  now: Date;
}

const Version = ({ name, row, now }: VersionProps) => (
  <div>
    <dt>
      {name}, {dayWords(row.updatedAt, now)}
    </dt>
    <dd>{row.note === '' ? 'No note.' : row.note}</dd>
    {row.tags.length > 0 && <dd>{row.tags.map((tag) => tagName(tag.tag).shortName).join(', ')}</dd>}
  </div>
);
