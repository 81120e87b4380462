import { useEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import { Button } from '../../ui/button.tsx';
import { saveExport } from '../log/save-export.ts';
import { wordsOf } from '../log/trouble.ts';
import type { LogState } from '../log/use-log.ts';
import { counted, listed } from '../log/words.ts';
import { DeleteEverything } from './delete-everything.tsx';

interface DataSectionProps {
  client: ViewClient;
  store: Store;
  state: LogState;
  now(): Date;
}

/** What is kept, that it is only here, how to save it, and how to be rid of it. */
export function DataSection({ client, store, state, now }: DataSectionProps) {
  const said = useRef<HTMLParagraphElement>(null);
  const [words, setWords] = useState('');
  const [asking, setAsking] = useState(false);
  const [deleted, setDeleted] = useState(false);
  const log = state.phase === 'ready' ? state.log : null;
  const anything = log !== null && (log.clippings.length > 0 || log.articles.length > 0);
  const aside = state.phase === 'ready' ? state.setAside.length : 0;

  useEffect(() => {
    if (deleted) said.current?.focus();
  }, [deleted]);

  const backup = async (): Promise<string> => {
    if (log === null) throw new Error('The log is not open yet.');
    return `Saved as ${await saveExport('json', await store.log(), now())}`;
  };

  return (
    <section class="set" aria-labelledby="set-data">
      <div class="set__words">
        <h2 id="set-data">Your data</h2>
        {log && (
          <p>
            {listed([
              counted(log.clippings.length, 'clipping'),
              counted(log.articles.length, 'article'),
              counted(log.reflections.length, 'answer'),
            ])}
            .
          </p>
        )}
        <p>
          Nothing you read, keep or write leaves this device. Removing Long Game from the browser deletes the
          log, so keep a backup.
        </p>
      </div>
      <div class="set__body">
        {state.phase === 'opening' && <p role="status">Opening the log on this device.</p>}
        {state.phase === 'failed' && (
          <>
            <p class="trouble" role="alert">
              {state.message}
            </p>
            <div class="row">
              <Button onClick={state.again}>Try again</Button>
            </div>
          </>
        )}
        {log && (
          <>
            <div class="row">
              <Button
                disabled={!anything}
                onClick={() => {
                  backup().then(setWords, (error: unknown) => setWords(wordsOf(error)));
                }}
              >
                Save a backup
              </Button>
              <a class="btn" href="/log.html">
                Export or import in the log
              </a>
            </div>
            <p class="hint">A backup is one JSON file. Importing it adds to the log and deletes nothing.</p>
          </>
        )}
        <p class="hint" role="status" tabIndex={-1} ref={said}>
          {words}
        </p>
        {(anything || aside > 0) && (
          <div class="danger">
            <span>Delete every clipping, note and answer</span>
            <Button kind="danger" onClick={() => setAsking(true)}>
              Delete all
            </Button>
          </div>
        )}
        {asking && log && (
          <DeleteEverything
            log={log}
            aside={aside}
            backup={backup}
            erase={async () => {
              const urls = log.articles.map((article) => article.url);
              await store.wipe();
              void client.clippingsChanged(urls);
            }}
            close={(done) => {
              setAsking(false);
              if (done === null) return;
              setWords(done);
              setDeleted(true);
            }}
          />
        )}
      </div>
    </section>
  );
}
