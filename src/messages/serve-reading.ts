import { type Browser, browser } from 'wxt/browser';
import type { Classifier, TaggedPassage } from '../classifier/classifier.ts';
import { sentenceOf } from './answers.ts';
import { type ReadingAnswer, readingRequest } from './protocol.ts';
import { pageSender } from './senders.ts';

/** Longest silence on the port while there are answers to give, in milliseconds. */
const FLUSH_MS = 30;

/** Answers in batches: one message a passage would cost more than the classifying. */
async function answer(
  classifier: Classifier,
  message: unknown,
  post: (answer: ReadingAnswer) => void,
  signal: AbortSignal,
): Promise<void> {
  const request = readingRequest.parse(message);
  let ready: TaggedPassage[] = [];
  let flushed = performance.now();
  const flush = (): void => {
    if (ready.length > 0) post({ type: 'tagged', passages: ready });
    ready = [];
    flushed = performance.now();
  };
  for await (const passage of classifier.classify(request.passages, signal)) {
    ready.push(passage);
    if (performance.now() - flushed >= FLUSH_MS) flush();
  }
  flush();
}

/**
 * Answers one reading port, question after question in the order they came, until it closes.
 *
 * @param begin gives the classifier for a reading of this tab; called at the first question, so that a worker that only
 *   wakes for a menu does not load the model, and once, so that a reading ends as it began
 */
export function serveReading(
  port: Browser.runtime.Port,
  begin: (tabId: number) => Promise<Classifier>,
): void {
  const from = port.sender && pageSender(port.sender);
  if (!from) {
    port.disconnect();
    return;
  }
  let begun: Promise<Classifier> | null = null;
  const closing = new AbortController();
  let queue = Promise.resolve();
  const post = (message: ReadingAnswer): void => {
    if (!closing.signal.aborted) port.postMessage(message);
  };
  port.onDisconnect.addListener(() => {
    // Chrome logs an unread lastError as an uncaught one.
    void browser.runtime.lastError;
    closing.abort();
  });
  port.onMessage.addListener((message: unknown) => {
    queue = queue
      .then(async () => {
        begun ??= begin(from.tabId).catch((error: unknown) => {
          begun = null;
          throw error;
        });
        await answer(await begun, message, post, closing.signal);
      })
      .catch((error: unknown) => {
        if (closing.signal.aborted) return;
        post({
          type: 'failed',
          message: 'The classifier could not read this passage.',
          detail: sentenceOf(error),
        });
      });
  });
}
