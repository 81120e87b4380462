import { useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { ImportReport, Store } from '../../clippings/store.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeading } from './page-heading.tsx';
import { SetAsideTable } from './set-aside-rows.tsx';
import { TaskWords } from './task-words.tsx';
import { useTask } from './use-task.ts';
import { counted, listed } from './words.ts';

/** What an import did, as a sentence. */
export function reportWords({ added, updated, removed, rejected }: ImportReport): string {
  const parts = [
    `${counted(added, 'clipping')} added`,
    ...(updated > 0 ? [`${counted(updated, 'clipping')} updated`] : []),
    ...(removed > 0 ? [`${counted(removed, 'clipping')} deleted`] : []),
    ...(rejected.length > 0 ? [`${counted(rejected.length, 'row')} set aside`] : []),
  ];
  return listed(parts);
}

interface ImportDoneProps {
  report: ImportReport;
  store: Store;
  log: ReadingLog;
  file: File;
  imported(articleUrls: readonly string[]): void;
  leave(): void;
}

/** What an import did and what was not taken, with the way back. */
export function ImportDone({ report, store, log, file, imported, leave }: ImportDoneProps) {
  const [kept, setKept] = useState<number | null>(null);
  const task = useTask();
  const { rejected } = report;

  const undo = (): Promise<void> =>
    task.run('Undoing', async () => {
      const done = await store.undoImport(report);
      imported(done.articleUrls);
      setKept(done.kept);
      return '';
    });

  const back = (
    <Button kind="main" onClick={leave}>
      See the log
    </Button>
  );
  const holds = `The log now holds ${counted(log.clippings.length, 'clipping')}.`;
  if (kept !== null)
    return (
      <div class="two__words">
        <PageHeading>Import undone</PageHeading>
        <p>
          {holds}
          {kept > 0 &&
            ` ${counted(kept, 'clipping')} ${kept === 1 ? 'was' : 'were'} changed after the import, and ${kept === 1 ? 'stays as it is' : 'stay as they are'}.`}
        </p>
        <div class="acts">{back}</div>
      </div>
    );
  return (
    <>
      <div class="two__words">
        <PageHeading>{reportWords(report)}</PageHeading>
        <p role="status">
          {holds}
          {rejected.length > 0 &&
            ` ${rejected.length === 1 ? 'The row that was not taken is' : 'The rows that were not taken are'} kept as in the file.`}
        </p>
        <div class="acts">
          {back}
          <Button disabled={task.busy} onClick={() => void undo()}>
            Undo the import
          </Button>
        </div>
        <TaskWords task={task} />
      </div>
      <div>
        {rejected.length > 0 && (
          <SetAsideTable rows={rejected} caption={`Rows not taken from ${file.name}`} />
        )}
      </div>
    </>
  );
}
