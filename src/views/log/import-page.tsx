import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { ImportReport, Store } from '../../clippings/store.ts';
import { readImport } from '../../log/import-json.ts';
import type { ImportRead } from '../../log/import-read.ts';
import { Button } from '../../ui/button.tsx';
import { ImportButton } from './import-button.tsx';
import { importPlan } from './import-plan.ts';
import { ImportTally } from './import-tally.tsx';
import { SetAsideTable } from './set-aside-rows.tsx';
import { wordsOf } from './trouble.ts';
import { counted, dayWords, listed, sizeWords } from './words.ts';
import './transfer.css';

interface ImportPageProps {
  file: File;
  store: Store;
  log: ReadingLog;
  now: Date;
  /** Saves a backup of the log as it is. */
  backup(): Promise<string>;
  choose(file: File): void;
  /** Called with the articles that changed, once they have. */
  imported(articleUrls: readonly string[]): void;
  leave(): void;
}

/** What an import did, as a sentence. */
export function reportWords({ added, updated, rejected }: ImportReport): string {
  const parts = [
    `${counted(added, 'clipping')} added`,
    ...(updated > 0 ? [`${counted(updated, 'clipping')} updated`] : []),
    ...(rejected.length > 0 ? [`${counted(rejected.length, 'row')} set aside`] : []),
  ];
  return listed(parts);
}

/** A step's heading. It takes the focus, since what had it has gone. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** Bringing a backup in: first what would change, then, if the reader says so, what did and what was not taken. */
export function ImportPage(props: ImportPageProps) {
  const { file } = props;
  const [read, setRead] = useState<ImportRead | null>(null);

  useEffect(() => {
    let left = false;
    setRead(null);
    const open = async (): Promise<ImportRead> => {
      try {
        return readImport(await file.text(), new Date());
      } catch (error) {
        return {
          ok: false,
          message: `${file.name} could not be read. ${wordsOf(error)} Nothing was changed.`,
        };
      }
    };
    void open().then((result) => {
      if (!left) setRead(result);
    });
    return () => {
      left = true;
    };
  }, [file]);

  return (
    <main class="two" id="list" tabIndex={-1}>
      {read === null ? (
        <div class="two__words">
          <Heading>{`Reading ${file.name}`}</Heading>
          <p role="status">On this device. Nothing has changed yet.</p>
        </div>
      ) : read.ok ? (
        <Readable key={file} {...props} read={read} />
      ) : (
        <Unreadable {...props} message={read.message} />
      )}
    </main>
  );
}

function Unreadable({ message, choose, leave }: ImportPageProps & { message: string }) {
  return (
    <div class="two__words">
      <Heading>This file was not imported</Heading>
      <p role="alert">{message}</p>
      <div class="acts">
        <ImportButton choose={choose}>Choose another file</ImportButton>
        <Button kind="text" onClick={leave}>
          Back to the log
        </Button>
      </div>
    </div>
  );
}

function Readable(props: ImportPageProps & { read: Extract<ImportRead, { ok: true }> }) {
  const { file, store, log, now, read, backup, choose, imported, leave } = props;
  const [report, setReport] = useState<ImportReport | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const plan = useMemo(() => importPlan(log, read.log), [log, read]);
  const { rejected, exportedAt } = read;
  const made = exportedAt !== null && !Number.isNaN(Date.parse(exportedAt)) ? exportedAt : null;
  const nothing = plan.added.length + plan.updated.length + plan.answered + rejected.length === 0;

  const run = async (): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      const done = await store.merge(read.log, rejected);
      setReport(done);
      imported(read.log.articles.map((article) => article.url));
    } catch (error) {
      setSaid(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };

  if (report !== null) return <Done report={report} log={log} name={file.name} leave={leave} />;
  const changes = plan.added.length + plan.updated.length;
  return (
    <>
      <div class="two__words">
        <Heading>What this file would change</Heading>
        <p>
          A Long Game backup of {counted(read.log.clippings.length, 'clipping')}
          {made === null ? '' : `, made on ${dayWords(made, now)}`}. It was read on this device. Nothing has
          changed yet.
        </p>
        {read.notice !== null && <p class="trouble">{read.notice}</p>}
        <p class="hint">
          {file.name}, {sizeWords(file.size)}
        </p>
        <div class="acts">
          {nothing ? (
            <Button kind="main" onClick={leave}>
              Back to the log
            </Button>
          ) : (
            <Button kind="main" disabled={busy} onClick={() => void run()}>
              {changes > 0 ? `Import ${counted(changes, 'clipping')}` : 'Import'}
            </Button>
          )}
          <ImportButton choose={choose}>Choose another file</ImportButton>
          {!nothing && (
            <Button kind="text" onClick={leave}>
              Leave it
            </Button>
          )}
        </div>
        {plan.updated.length > 0 && (
          <div class="acts">
            <Button
              kind="text"
              onClick={() =>
                backup().then(
                  (name) => setSaid(`Saved as ${name}`),
                  (error: unknown) => setSaid(wordsOf(error)),
                )
              }
            >
              Save a backup of the log first
            </Button>
          </div>
        )}
        <p role="status">{said}</p>
      </div>
      <ImportTally plan={plan} rejected={rejected} now={now} />
    </>
  );
}

interface DoneProps {
  report: ImportReport;
  log: ReadingLog;
  name: string;
  leave(): void;
}

function Done({ report, log, name, leave }: DoneProps) {
  const { rejected } = report;
  return (
    <>
      <div class="two__words" role="status">
        <Heading>{reportWords(report)}</Heading>
        <p>
          The log now holds {counted(log.clippings.length, 'clipping')}.
          {rejected.length > 0 &&
            ` ${rejected.length === 1 ? 'The row that was not taken is' : 'The rows that were not taken are'} kept as in the file.`}
        </p>
        <div class="acts">
          <Button kind="main" onClick={leave}>
            See the log
          </Button>
        </div>
      </div>
      <div>
        {rejected.length > 0 && <SetAsideTable rows={rejected} caption={`Rows not taken from ${name}`} />}
      </div>
    </>
  );
}
