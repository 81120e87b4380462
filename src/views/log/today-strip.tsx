import { useMemo, useState } from 'preact/hooks';
import type { ReadingLog } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import { nextDue, notNow, questionFor, todaysClippings } from '../../log/reflection.ts';
import { reflectionsOf } from '../../log/reflections-of.ts';
import { Button } from '../../ui/button.tsx';
import { Today } from './today.tsx';
import { dayWords } from './words.ts';

interface TodayStripProps {
  log: ReadingLog;
  store: Store;
  now: Date;
  changed(articleUrl: string): void;
  /** Asks for the focus, which was in what went. */
  focusHere(): void;
}

/**
 * One question at a time, of the clipping that has waited longest. When it is settled the strip says so and asks no
 * further of itself: a log that is behind is no debt.
 */
export function TodayStrip({ log, store, now, changed, focusHere }: TodayStripProps) {
  const [settled, setSettled] = useState<string | null>(null);
  const due = useMemo(() => todaysClippings(log, now), [log, now]);
  const clipping = due[0];

  if (settled !== null)
    return (
      <div class="today today__done" tabIndex={-1} role="status">
        <span>{settled}</span>
        {clipping && (
          <Button
            kind="text"
            small
            onClick={() => {
              setSettled(null);
              focusHere();
            }}
          >
            Another question
          </Button>
        )}
      </div>
    );
  if (clipping === undefined) return null;

  const earlier = reflectionsOf(clipping, log.reflections);
  const question = questionFor(clipping, earlier);
  const setDue = async (dueAt: string | null): Promise<void> => {
    await store.setDue(clipping.id, dueAt);
    changed(clipping.articleUrl);
  };
  return (
    <Today
      key={clipping.id}
      due={{
        clipping,
        article: log.articles.find((row) => row.url === clipping.articleUrl) ?? null,
        question,
        earlier,
      }}
      waiting={due.length}
      now={now}
      answer={async (text) => {
        const next = nextDue(earlier.length + 1, now);
        await store.reflect(clipping.id, question, text, next);
        changed(clipping.articleUrl);
        return `Answer kept. You will be asked about it again on ${dayWords(next, now)}.`;
      }}
      later={async () => {
        await setDue(notNow(now));
        return 'It will be asked again tomorrow.';
      }}
      done={async () => {
        await setDue(null);
        return 'Done with this one. The clipping stays, and is not asked about again.';
      }}
      settled={(words) => {
        setSettled(words);
        focusHere();
      }}
    />
  );
}
