import { type Browser, browser } from 'wxt/browser';
import type { ClassifyRequest, TaggedPassage } from '../classifier/classifier.ts';
import { MOST_DEATHS, rest } from './patience.ts';
import type { ReadingAnswer } from './protocol.ts';

export const READING_PORT = 'reading';

/** Passages on their way to the background at one time: enough to keep it busy, few enough to stop at once. */
const IN_FLIGHT = 16;
/**
 * Longest silence of a port that has a question, in milliseconds: loading the model is the longest work there is. Chrome
 * does not always close a port that was opened while the worker was stopping.
 */
const SILENCE_MS = 6_000;

/** A reading that could not go on; `detail` is for an engineer. */
export class ReadingError extends Error {
  override name = 'ReadingError';
  readonly detail: string;
  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** One life of the port: its answers in order, and then how it ended. */
class Line {
  readonly port: Browser.runtime.Port;
  #answers: ReadingAnswer[] = [];
  #closed = false;
  #wake: (() => void) | null = null;

  constructor() {
    this.port = browser.runtime.connect({ name: READING_PORT });
    this.port.onMessage.addListener((answer: ReadingAnswer) => {
      this.#answers.push(answer);
      this.#wake?.();
    });
    this.port.onDisconnect.addListener(() => {
      // Chrome logs an unread lastError as an uncaught one.
      void browser.runtime.lastError;
      this.close();
    });
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** The next answer, or null when the port has closed, or has been silent for too long to be alive. */
  async next(): Promise<ReadingAnswer | null> {
    const alarm = setTimeout(() => this.close(), SILENCE_MS);
    while (this.#answers.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    clearTimeout(alarm);
    return this.#answers.shift() ?? null;
  }
}

/**
 * Classifies passages in the background and yields the answers in the order asked. The worker may be killed at any
 * moment: what it has not answered is then asked again over a new port, which starts it afresh.
 *
 * @throws ReadingError when the background fails, or dies again and again without an answer
 * @throws the signal's reason when aborted
 */
export async function* classifyOverPort(
  passages: readonly ClassifyRequest[],
  signal: AbortSignal,
): AsyncGenerator<TaggedPassage> {
  let next = 0;
  let deaths = 0;
  while (next < passages.length) {
    signal.throwIfAborted();
    const line = new Line();
    const onAbort = (): void => line.close();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      let asked = next;
      while (next < passages.length) {
        // Half a window at a time, so that the background never waits for the next question.
        if (asked - next <= IN_FLIGHT / 2 && asked < passages.length) {
          const batch = passages.slice(asked, next + IN_FLIGHT);
          line.port.postMessage({ type: 'classify', passages: batch });
          asked += batch.length;
        }
        const answer = await line.next();
        signal.throwIfAborted();
        if (answer === null) break;
        if (answer.type === 'failed') throw new ReadingError(answer.message, answer.detail);
        deaths = 0;
        for (const passage of answer.passages) {
          next += 1;
          yield passage;
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      line.port.disconnect();
    }
    if (next < passages.length) {
      deaths += 1;
      if (deaths >= MOST_DEATHS) {
        throw new ReadingError(
          'The browser stopped Long Game’s background again and again.',
          `${deaths} ports closed without an answer; ${next} of ${passages.length} passages answered.`,
        );
      }
      await rest(deaths, signal);
    }
  }
}
