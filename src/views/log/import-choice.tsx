import { useId, useMemo, useState } from 'preact/hooks';
import type { ImportReport } from '../../clippings/store.ts';
import type { ImportRead } from '../../log/import-read.ts';
import { Button } from '../../ui/button.tsx';
import { ImportButton } from './import-button.tsx';
import { ImportDone } from './import-done.tsx';
import type { ImportPageProps } from './import-page.tsx';
import { type ImportPlan, importPlan } from './import-plan.ts';
import { ImportTally } from './import-tally.tsx';
import { told } from './in-slices.ts';
import { PageHeading } from './page-heading.tsx';
import { TaskWords } from './task-words.tsx';
import { useTask } from './use-task.ts';
import { counted, dayWords, sizeWords } from './words.ts';

type ImportChoiceProps = ImportPageProps & { read: Extract<ImportRead, { ok: true }> };

/** A file that reads well: what it would change, in the way that is chosen, and the button that does it. */
export function ImportChoice(props: ImportChoiceProps) {
  const { file, store, log, now, read, backup, choose, imported, leave } = props;
  const id = useId();
  const [report, setReport] = useState<ImportReport | null>(null);
  const [replace, setReplace] = useState(false);
  const task = useTask();
  const plan = useMemo(() => importPlan(log, read.log, replace), [log, read, replace]);
  const { rejected, exportedAt } = read;
  const made = exportedAt !== null && !Number.isNaN(Date.parse(exportedAt)) ? exportedAt : null;
  const nothing = !plan.changes && rejected.length === 0;

  const run = (): Promise<void> =>
    task.run('Writing row', async ({ signal, onStep }) => {
      const done = await store.merge(read.log, rejected, { replace, signal, onStep: told(onStep) });
      imported(changedUrls(done));
      setReport(done);
      return '';
    });

  if (report !== null) return <ImportDone {...props} report={report} />;
  return (
    <>
      <div class="two__words">
        <PageHeading>What this file would change</PageHeading>
        <p>
          {read.kind === 'backup' ? 'A Long Game backup' : 'A file of web annotations, read as a log'} of{' '}
          {counted(read.log.clippings.length, 'clipping')}
          {made === null ? '' : `, made on ${dayWords(made, now)}`}. It was read on this device. Nothing has
          changed yet.
        </p>
        {read.notice !== null && <p class="trouble">{read.notice}</p>}
        <p class="hint">
          {file.name}, {sizeWords(file.size)}
        </p>
        {log.clippings.length > 0 && (
          <fieldset class="choice" disabled={task.busy}>
            <legend>How to bring it in</legend>
            <label>
              <input type="radio" name={id} checked={!replace} onChange={() => setReplace(false)} />
              Add to the log
            </label>
            <label>
              <input type="radio" name={id} checked={replace} onChange={() => setReplace(true)} />
              Replace the log
            </label>
          </fieldset>
        )}
        <div class="acts">
          {nothing ? (
            <Button kind="main" onClick={leave}>
              Back to the log
            </Button>
          ) : (
            <Button kind="main" disabled={task.busy} onClick={() => void run()}>
              {actWords(plan)}
            </Button>
          )}
          <ImportButton choose={choose}>Choose another file</ImportButton>
          {!nothing && (
            <Button kind="text" onClick={leave}>
              Leave it
            </Button>
          )}
        </div>
        {plan.updated.length + plan.removed.length > 0 && (
          <div class="acts">
            <Button
              kind="text"
              disabled={task.busy}
              onClick={() => void task.run('Writing', async () => `Saved as ${await backup()}`)}
            >
              Save a backup of the log first
            </Button>
          </div>
        )}
        {!nothing && <p class="hint">You can undo the whole import afterwards.</p>}
        <TaskWords task={task} />
      </div>
      <ImportTally plan={plan} rejected={rejected} now={now} />
    </>
  );
}

function actWords({ replace, added, updated }: ImportPlan): string {
  if (replace) return 'Replace the log';
  const changes = added.length + updated.length;
  return changes > 0 ? `Import ${counted(changes, 'clipping')}` : 'Import';
}

/** The articles whose pages should look again for their clippings. */
const changedUrls = ({ undo: { put, before } }: ImportReport): string[] => [
  ...new Set([
    ...put.articles.map(({ url }) => url),
    ...[...put.clippings, ...before.clippings].map(({ articleUrl }) => articleUrl),
  ]),
];
