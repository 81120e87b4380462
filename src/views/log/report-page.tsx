import { useId, useMemo, useState } from 'preact/hooks';
import { REPORT_COLUMNS, type Report, reportCsv, reportHtml, reportOf } from '../../log/report.ts';
import { Button } from '../../ui/button.tsx';
import type { MakePageProps } from './make-page.tsx';
import { PageHeading } from './page-heading.tsx';
import { savePieces } from './save-export.ts';
import { partOf } from './shown.ts';
import { TaskWords } from './task-words.tsx';
import { Tick } from './tick.tsx';
import { useTask } from './use-task.ts';
import { figure, localDay } from './words.ts';

/** Rows drawn on the page, and so printed from it: files have them all. */
const DRAWN = 500;

/** A report of what was read in a range of days, for a board. It begins with the last three months. */
export function ReportPage({ log, clippings, now, leave }: MakePageProps) {
  const id = useId();
  const [to, setTo] = useState(() => localDay(now));
  const [from, setFrom] = useState(() =>
    localDay(new Date(now.getFullYear(), now.getMonth() - 3, now.getDate() + 1)),
  );
  const [notes, setNotes] = useState(false);
  const task = useTask();
  const part = useMemo(() => partOf(log, clippings), [log, clippings]);
  const wrong =
    from === '' || to === '' ? 'Choose both days.' : from > to ? 'The first day is after the last.' : '';
  const report = useMemo(
    () => (wrong === '' ? reportOf(part, from, to, notes) : null),
    [part, from, to, notes, wrong],
  );
  const none = report === null || report.rows.length === 0;
  const name = `long-game-report-${from}-to-${to}`;

  return (
    <>
      <section class="make__set" aria-label="What is in the report">
        <PageHeading>Report</PageHeading>
        <p>What was read in a time, for a board.</p>
        <div class="make__days">
          <Day id={`${id}-from`} label="First day" value={from} change={setFrom} />
          <Day id={`${id}-to`} label="Last day" value={to} change={setTo} />
        </div>
        <p class="trouble" role="alert">
          {wrong}
        </p>
        <fieldset>
          <legend>With each</legend>
          <Tick checked={notes} change={setNotes} hint="Yours alone. Off unless you turn it on.">
            My notes
          </Tick>
        </fieldset>
        <div class="acts">
          <Button kind="main" disabled={none || report.rows.length > DRAWN} onClick={() => print()}>
            Print
          </Button>
          <Button
            disabled={none || task.busy}
            onClick={() =>
              report &&
              void task.run('Writing', async (watch) => {
                const file = await savePieces(`${name}.html`, 'text/html', reportHtml(report, now), watch);
                return `Saved as ${file}`;
              })
            }
          >
            Save as a page
          </Button>
          <Button
            disabled={none || task.busy}
            onClick={() =>
              report &&
              void task.run('Writing', async (watch) => {
                const file = await savePieces(`${name}.csv`, 'text/csv', reportCsv(report), watch);
                return `Saved as ${file}`;
              })
            }
          >
            Save as CSV
          </Button>
          <Button kind="text" onClick={leave}>
            Back to the log
          </Button>
        </div>
        <TaskWords task={task} class="make__said" />
      </section>
      <div class="desk">{report !== null && <Paper report={report} />}</div>
    </>
  );
}

interface DayProps {
  id: string;
  label: string;
  value: string;
  change(value: string): void;
}

const Day = ({ id, label, value, change }: DayProps) => (
  <div>
    <label class="label" for={id}>
      {label}
    </label>
    <input
      id={id}
      class="field"
      type="date"
      value={value}
      onInput={(event) => change(event.currentTarget.value)}
    />
  </div>
);

const Paper = ({ report }: { report: Report }) => (
  <article class="paper paper--wide" aria-label="The report">
    <h2>Reading report</h2>
    <p class="meta">
      {report.range}. {report.counts}
    </p>
    {report.rows.length === 0 ? (
      <p class="talk__own">Nothing was clipped in these days.</p>
    ) : (
      <table class="report">
        <thead>
          <tr>
            {REPORT_COLUMNS.filter((name) => report.notes || name !== 'Note').map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.slice(0, DRAWN).map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              <td>{row.site}</td>
              <td>{row.read}</td>
              <td>{row.tags}</td>
              <td class="quote">{row.quote}</td>
              {report.notes && <td>{row.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {report.rows.length > DRAWN && (
      <p class="meta">
        And {figure(report.rows.length - DRAWN)} more. Save the report to have and to print them all.
      </p>
    )}
  </article>
);
