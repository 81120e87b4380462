import type { PageReading } from './page-reading.ts';

/** Shortest time between two states of a running reading, in milliseconds; more where there is much to say. */
const CALM_MS = 120;
/** Passages after which a state is large enough to be sent seldom. */
const MANY = 300;
/** Longest text of a passage in a state: views show a few lines, and a clip takes its words from the page. */
const LONGEST = 1_200;

/** Lets the last word through at once or a little later, and never more often than views can use. */
export class Publisher {
  readonly #send: (reading: PageReading) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #last = 0;

  constructor(send: (reading: PageReading) => void) {
    this.#send = send;
  }

  /** Says it now. */
  now(reading: PageReading): void {
    this.cancel();
    this.#last = performance.now();
    const passages = reading.passages.map((passage) => ({
      ...passage,
      text: passage.text.slice(0, LONGEST),
    }));
    this.#send({ ...reading, passages });
  }

  /** Says what `latest` gives by then, soon. */
  soon(latest: () => PageReading): void {
    if (this.#timer !== null) return;
    const wait = latest().passages.length > MANY ? CALM_MS * 8 : CALM_MS;
    const due = Math.max(0, this.#last + wait - performance.now());
    this.#timer = setTimeout(() => this.now(latest()), due);
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
