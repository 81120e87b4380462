import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { newReading } from '../../../src/annotation/first-word.ts';
import type { PageReading } from '../../../src/annotation/page-reading.ts';
import { ask } from '../../../src/messages/page-client.ts';

const ANSWER = { ok: true, value: null };
/** What Chromium does with a question whose worker was killed over it: one of these three. */
const DEATHS: [string, () => unknown][] = [
  ['while it answered', () => Promise.reject(new Error('the message channel closed before a response'))],
  ['before it listened', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ['without a word', () => undefined],
];

/** A background that dies over the first questions; what it heard alive is what counts. */
function dieOver(questions: number, death: () => unknown) {
  const heard: unknown[] = [];
  let asked = 0;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    asked += 1;
    if (asked <= questions) return death();
    heard.push(message);
    return ANSWER;
  }) as never);
  return { heard, asked: () => asked };
}

const state = (phase: PageReading['phase']) => ({
  type: 'state' as const,
  reading: { ...newReading(), phase },
});

describe('asking the background', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each(DEATHS)('asks again when it was killed %s', async (_, death) => {
    const { heard } = dieOver(2, death);
    const answer = ask({ type: 'settings' });
    await vi.runAllTimersAsync();
    expect(await answer).toEqual(ANSWER);
    expect(heard).toEqual([{ type: 'settings' }]);
  });

  it('gives up with a sentence when it is killed again and again', async () => {
    const { asked } = dieOver(1000, () => undefined);
    const answer = ask({ type: 'settings' });
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ ok: false, message: expect.stringMatching(/did not answer/) });
    expect(asked()).toBeLessThan(10);
  });

  it('hears the last state of a reading, and no earlier one after it', async () => {
    const { heard } = dieOver(2, () => undefined);
    const states = [state('reading'), state('done')];
    const answers = Promise.all(states.map((said) => ask(said)));
    await vi.runAllTimersAsync();
    expect(heard).toEqual([states[1]]);
    expect(await answers).toEqual([{ ok: false, message: expect.any(String) }, ANSWER]);
  });

  it('is not told again that a document goes: it may have come back since', async () => {
    const { asked } = dieOver(1, () => undefined);
    const answer = ask({ type: 'leave', document: 'one' });
    await vi.runAllTimersAsync();
    expect(await answer).toMatchObject({ ok: false });
    expect(asked()).toBe(1);
  });

  it('is not asked again by a page whose extension is gone', async () => {
    const { asked } = dieOver(1000, () => Promise.reject(new Error('Extension context invalidated.')));
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as never);
    expect(await ask({ type: 'settings' })).toEqual({
      ok: false,
      message: expect.stringMatching(/was updated/),
    });
    expect(asked()).toBe(1);
  });

  it('passes on what it refused', async () => {
    const no = { ok: false, message: 'No.' };
    const { asked } = dieOver(1000, () => no);
    expect(await ask({ type: 'settings' })).toEqual(no);
    expect(asked()).toBe(1);
  });
});
