import { describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import type { Classifier } from '../../../src/classifier/classifier.ts';
import { serveReading } from '../../../src/messages/serve-reading.ts';

type Listener = (message: unknown) => void;

/** A page's end of a reading port. */
function pagePort(frameId = 0) {
  const listeners: Listener[] = [];
  const answers: unknown[] = [];
  const disconnect = vi.fn();
  const port = {
    sender: { id: browser.runtime.id, tab: { id: 7 }, frameId, url: 'https://school.example/story' },
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (answer: unknown) => void answers.push(answer),
    disconnect,
  } as unknown as Browser.runtime.Port;
  const ask = (index: number): void => {
    const passages = [{ index, text: 'words', kind: 'paragraph' }];
    for (const listener of listeners) listener({ type: 'classify', passages });
  };
  return { port, ask, answers, disconnect };
}

/** Tags every passage with so many lessons of one tag. */
const taughtClassifier = (taught: number): Classifier => ({
  async *classify(passages) {
    for (const { index } of passages) {
      const evidence = [{ start: 0, end: 5 }];
      yield { index, tags: [{ tag: 'ai', confidence: 0.9, word: 'clear', evidence, taught }], signals: [] };
    }
  },
});

describe('a reading over a port', () => {
  it('ends with the classifier that it began with, whatever is taught meanwhile', async () => {
    let lessons = 1;
    const begin = vi.fn(async () => taughtClassifier(lessons));
    const { port, ask, answers } = pagePort();
    serveReading(port, begin);
    expect(begin).not.toHaveBeenCalled();
    ask(0);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    lessons = 2;
    ask(1);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(begin.mock.calls).toEqual([[7]]);
    expect(answers).toMatchObject([0, 1].map((index) => ({ passages: [{ index, tags: [{ taught: 1 }] }] })));
  });

  it('begins again where beginning failed', async () => {
    const begin = vi.fn(async () => taughtClassifier(0));
    begin.mockRejectedValueOnce(new Error('no model'));
    const { port, ask, answers } = pagePort();
    serveReading(port, begin);
    ask(0);
    ask(0);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers).toMatchObject([{ type: 'failed', detail: 'no model' }, { type: 'tagged' }]);
  });

  it('is refused to a frame', () => {
    const { port, disconnect } = pagePort(3);
    serveReading(port, async () => taughtClassifier(0));
    expect(disconnect).toHaveBeenCalled();
  });
});
