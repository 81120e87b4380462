import { useEffect, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import { readingImport } from '../../log/import-json.ts';
import type { ImportRead, Step } from '../../log/import-read.ts';
import { Button } from '../../ui/button.tsx';
import { ImportButton } from './import-button.tsx';
import { ImportChoice } from './import-choice.tsx';
import { inSlices, Stopped } from './in-slices.ts';
import { PageHeading } from './page-heading.tsx';
import { wordsOf } from './trouble.ts';
import { figure } from './words.ts';
import './transfer.css';

export interface ImportPageProps {
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

/** Bringing a file in: first what would change, then, if the reader says so, what did and what was not taken. */
export function ImportPage(props: ImportPageProps) {
  const { file, now, leave } = props;
  const [read, setRead] = useState<ImportRead | null>(null);
  const [step, setStep] = useState<Step | null>(null);

  useEffect(() => {
    const life = new AbortController();
    setRead(null);
    setStep(null);
    const open = async (): Promise<ImportRead | null> => {
      try {
        const text = await file.text();
        return await inSlices(readingImport(text, now), { signal: life.signal, onStep: setStep });
      } catch (error) {
        if (error instanceof Stopped) return null;
        return {
          ok: false,
          message: `${file.name} could not be read. ${wordsOf(error)} Nothing was changed.`,
        };
      }
    };
    void open().then((result) => {
      if (!life.signal.aborted) setRead(result);
    });
    return () => life.abort();
    // `now` moves with the log; a file is read once.
  }, [file]);

  return (
    <main class="two" id="list" tabIndex={-1}>
      {read === null ? (
        <div class="two__words">
          <PageHeading>{`Reading ${file.name}`}</PageHeading>
          <p role="status">
            {step !== null && step.all > 0 && `Row ${figure(step.done)} of ${figure(step.all)}. `}On this
            device. Nothing has changed yet.
          </p>
          <div class="acts">
            <Button onClick={leave}>Stop</Button>
          </div>
        </div>
      ) : read.ok ? (
        <ImportChoice key={file} {...props} read={read} />
      ) : (
        <Unreadable {...props} message={read.message} />
      )}
    </main>
  );
}

function Unreadable({ message, choose, leave }: ImportPageProps & { message: string }) {
  return (
    <div class="two__words">
      <PageHeading>This file was not imported</PageHeading>
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
