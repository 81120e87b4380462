import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Step } from '../../log/import-read.ts';
import { Stopped, type Watch } from './in-slices.ts';
import { wordsOf } from './trouble.ts';
import { figure } from './words.ts';

/** Work that a reader waits for. */
export interface Task {
  busy: boolean;
  /** What happened, how far it is, or why it did not work. */
  said: string;
  /** Stops the work that is going on; null where there is none to be seen yet. */
  stop: (() => void) | null;
  /**
   * Does work, one at a time.
   *
   * @param doing how its progress is worded: "Writing" gives "Writing 300 of 1,000"
   * @param work resolves with the words that say what was done
   */
  run(doing: string, work: (watch: Watch) => Promise<string>): Promise<void>;
  say(words: string): void;
}

/** One piece of work at a time, told after a second and stoppable from then on. It is stopped when the view goes. */
export function useTask(): Task {
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const [doing, setDoing] = useState('');
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);

  const run = useCallback(async (name: string, work: (watch: Watch) => Promise<string>) => {
    if (life.current !== null) return;
    const mine = new AbortController();
    life.current = mine;
    setBusy(true);
    setDoing(name);
    say('');
    try {
      say(await work({ signal: mine.signal, onStep: setStep }));
    } catch (error) {
      say(error instanceof Stopped ? 'Stopped. Nothing was saved.' : wordsOf(error));
    } finally {
      life.current = null;
      setBusy(false);
      setStep(null);
    }
  }, []);

  return {
    busy,
    said: step === null ? said : `${doing} ${figure(Math.min(step.done, step.all))} of ${figure(step.all)}`,
    stop: step === null ? null : () => life.current?.abort(),
    run,
    say,
  };
}
