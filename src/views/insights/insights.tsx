import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import { firstKept, insightsOf, isEnough, totalOf } from '../../log/insights.ts';
import { type SpanId, timeSpan } from '../../log/time-span.ts';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import { Button } from '../../ui/button.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { Says, SaysActs } from '../../ui/says.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { useLog } from '../log/use-log.ts';
import { EarlyDays } from './early-days.tsx';
import { headline, SPAN_NAMES, wholeWords } from './insight-words.ts';
import { BalancePicture, CalendarPicture, SignalsPicture, SitesPicture, TagsPicture } from './pictures.tsx';
import './insights.css';

interface InsightsPageProps {
  store: Store;
  /** The clock, for tests. */
  now?: () => Date;
}

const clock = (): Date => new Date();

/** Pictures of what was kept. Something is drawn before the database answers, and whatever it answers. */
export function InsightsPage({ store, now = clock }: InsightsPageProps) {
  const state = useLog(store);
  const at = useMemo(now, [now, state]);
  return (
    <>
      <SkipLink target="insights">Skip to insights</SkipLink>
      <PageBar here="insights" />
      <main class="insights" id="insights" tabIndex={-1}>
        {state.phase === 'opening' && (
          <div class="lead">
            <h1>Insights</h1>
            <p role="status">Opening the log on this device.</p>
          </div>
        )}
        {state.phase === 'failed' && (
          <Says icon="alert" title="The reading log did not open" trouble>
            <p>{state.message}</p>
            <SaysActs>
              <Button kind="main" onClick={state.again}>
                Try again
              </Button>
            </SaysActs>
          </Says>
        )}
        {state.phase === 'ready' && (
          <>
            {state.stale && (
              <p class="trouble" role="alert">
                {state.stale}
              </p>
            )}
            <Screen log={state.log} now={at} />
          </>
        )}
      </main>
    </>
  );
}

const isSpan = (value: string | undefined): value is SpanId => SPAN_NAMES.some(({ id }) => id === value);
/** The time that the page's address asks for. */
const askedFor = (): SpanId => {
  const asked = location.hash.slice(1);
  return isSpan(asked) ? asked : 'weeks';
};

function Screen({ log, now }: { log: ReadingLog; now: Date }) {
  const id = useId();
  const [span, setSpan] = useState<SpanId>(askedFor);
  useEffect(() => {
    const follow = (): void => setSpan(askedFor());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const first = useMemo(() => firstKept(log.clippings), [log]);
  const enough = first !== null && isEnough(log.clippings.length, first, now);
  const insights = useMemo(
    () => insightsOf(log, timeSpan(enough ? span : 'all', now, first)),
    [log, enough, span, now, first],
  );

  if (first === null)
    return (
      <div class="lead">
        <h1>Nothing kept yet</h1>
        <p>
          Clip a passage of an article, and it counts here: which game it speaks to, which of the 17 ideas,
          and when. <a href="/log.html">Reading log</a>
        </p>
      </div>
    );
  if (!enough) return <EarlyDays insights={insights} />;

  const choose = (value: string): void => {
    if (!isSpan(value)) return;
    history.replaceState(null, '', value === 'weeks' ? location.pathname : `#${value}`);
    setSpan(value);
  };
  const parts = { insights, first, now };
  return (
    <>
      <div class="lead">
        <h1>{headline(insights, first, now)}</h1>
        <div class="lead__span">
          <label class="vh" for={id}>
            Time
          </label>
          <select class="field" id={id} value={span} onChange={(event) => choose(event.currentTarget.value)}>
            {SPAN_NAMES.map(({ id: each, name }) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <p role="status">{wholeWords(insights)}</p>
      </div>
      {totalOf(insights.balance) > 0 && <BalancePicture {...parts} />}
      <TagsPicture {...parts} />
      {totalOf(insights.balance) > 0 && (
        <>
          <SignalsPicture {...parts} />
          <SitesPicture {...parts} />
          <CalendarPicture {...parts} />
        </>
      )}
    </>
  );
}
