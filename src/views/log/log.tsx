import { useMemo } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Says, SaysActs } from '../../ui/says.tsx';
import { LogScreen } from './log-screen.tsx';
import { useLog } from './use-log.ts';
import './log.css';

interface LogPageProps {
  client: ViewClient;
  store: Store;
  /** The clock, for tests. */
  now?: () => Date;
}

const clock = (): Date => new Date();
/** Clippings drawn before the rest of the log is read: more than a screen of them. */
const FIRST = 60;

/** The reading log, a page of its own. Something is drawn before the database answers, and whatever it answers. */
export function LogPage({ client, store, now = clock }: LogPageProps) {
  const state = useLog(store, FIRST);
  // The day the log was last read on: what is due and what "this year" is do not move under the reader's hands.
  const at = useMemo(now, [now, state]);

  if (state.phase === 'ready')
    return (
      <LogScreen
        client={client}
        store={store}
        log={state.log}
        setAside={state.setAside}
        stale={state.stale}
        opening={state.opening}
        now={at}
      />
    );
  return (
    <>
      <PageBar here="log" />
      <main class="log__wait">
        {state.phase === 'opening' ? (
          <>
            <h1>Reading log</h1>
            <p role="status">Opening the log on this device.</p>
          </>
        ) : (
          <Says icon="alert" title="The reading log did not open" trouble>
            <p>{state.message}</p>
            <SaysActs>
              <Button kind="main" onClick={state.again}>
                Try again
              </Button>
            </SaysActs>
          </Says>
        )}
      </main>
    </>
  );
}
