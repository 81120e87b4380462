import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ClassifyRequest, TaggedPassage } from '../../../src/classifier/classifier.ts';
import { classifyOverPort, ReadingError } from '../../../src/messages/reading-port.ts';

type Listener = (value?: unknown) => void;

/** A background behind a port: says what it is asked, and can be killed. */
class FakePort {
  readonly asked: number[][] = [];
  readonly #onMessage: Listener[] = [];
  readonly #onDisconnect: Listener[] = [];
  closed = false;
  onMessage = { addListener: (listener: Listener) => void this.#onMessage.push(listener) };
  onDisconnect = { addListener: (listener: Listener) => void this.#onDisconnect.push(listener) };
  #answer: (port: FakePort, passages: ClassifyRequest[]) => void;

  constructor(answer: (port: FakePort, passages: ClassifyRequest[]) => void) {
    this.#answer = answer;
  }
  postMessage({ passages }: { passages: ClassifyRequest[] }): void {
    this.asked.push(passages.map(({ index }) => index));
    queueMicrotask(() => this.#answer(this, passages));
  }
  say(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }
  tag(passages: ClassifyRequest[]): void {
    this.say({ type: 'tagged', passages: passages.map(({ index }) => ({ index, tags: [], signals: [] })) });
  }
  die(): void {
    for (const listener of this.#onDisconnect) listener();
  }
  disconnect(): void {
    this.closed = true;
  }
}

const passages = Array.from({ length: 40 }, (_, index) => ({
  index,
  text: `passage ${index}`,
  kind: 'paragraph' as const,
}));

let ports: FakePort[] = [];
function serve(answer: (port: FakePort, passages: ClassifyRequest[], life: number) => void): void {
  ports = [];
  vi.spyOn(browser.runtime, 'connect').mockImplementation((() => {
    const life = ports.length;
    const port = new FakePort((self, asked) => answer(self, asked, life));
    ports.push(port);
    return port;
  }) as never);
}

async function all(signal = new AbortController().signal): Promise<number[]> {
  const got: TaggedPassage[] = [];
  for await (const passage of classifyOverPort(passages, signal)) got.push(passage);
  return got.map(({ index }) => index);
}

describe('classifying over a port', () => {
  beforeEach(() => vi.restoreAllMocks());

  it('gives every passage back, in the order asked, over one port', async () => {
    serve((port, asked) => port.tag(asked));
    expect(await all()).toEqual(passages.map(({ index }) => index));
    expect(ports).toHaveLength(1);
    expect(ports[0]?.closed).toBe(true);
  });

  it('goes on from the last answer when the worker is killed in the middle', async () => {
    serve((port, asked, life) => {
      if (life > 0) return port.tag(asked);
      port.tag(asked.slice(0, 5));
      port.die();
    });
    expect(await all()).toEqual(passages.map(({ index }) => index));
    expect(ports[1]?.asked[0]?.[0]).toBe(5);
  });

  it('gives up with a sentence when the worker dies again and again without an answer', async () => {
    serve((port) => port.die());
    await expect(all()).rejects.toThrow(ReadingError);
    expect(ports.length).toBeLessThan(10);
  });

  it('survives any number of deaths that each leave an answer', async () => {
    serve((port, asked) => {
      port.tag(asked.slice(0, 1));
      port.die();
    });
    expect(await all()).toHaveLength(passages.length);
  });

  it('says what failed', async () => {
    serve((port) => port.say({ type: 'failed', message: 'The model is gone.', detail: '404' }));
    await expect(all()).rejects.toMatchObject({ message: 'The model is gone.', detail: '404' });
  });

  it('stops at once when aborted, and closes the port', async () => {
    const stopping = new AbortController();
    serve((port, asked) => {
      port.tag(asked.slice(0, 2));
      queueMicrotask(() => stopping.abort(new DOMException('stop', 'AbortError')));
    });
    await expect(all(stopping.signal)).rejects.toThrow('stop');
    expect(ports[0]?.closed).toBe(true);
  });
});
