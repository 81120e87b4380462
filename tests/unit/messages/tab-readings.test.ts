import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newReading } from '../../../src/annotation/first-word.ts';
import {
  allTabReadings,
  forgetTabReading,
  readTabReading,
  watchTabReading,
  writeTabReading,
} from '../../../src/messages/tab-readings.ts';

const passage = { index: 0, text: 'x', teaser: null, url: null, tags: [], signals: [] };

describe('what is known of a tab', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.restoreAllMocks();
  });

  it('is remembered, listed and forgotten', async () => {
    const reading = { ...newReading(), passages: [passage] };
    await writeTabReading(4, reading);
    expect(await readTabReading(4)).toEqual(reading);
    expect(await allTabReadings()).toEqual([{ tabId: 4, reading }]);
    await forgetTabReading(4);
    expect(await readTabReading(4)).toBeNull();
  });

  it('is nothing where what is stored does not parse', async () => {
    await browser.storage.session.set({ 'tab:5': { phase: 'dancing' } });
    expect(await readTabReading(5)).toBeNull();
    expect(await allTabReadings()).toEqual([]);
  });

  it('is kept without its passages where they are over the browser’s quota', async () => {
    const set = vi.spyOn(browser.storage.session, 'set');
    set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await writeTabReading(6, { ...newReading(), total: 9, passages: [passage] });
    expect(await readTabReading(6)).toMatchObject({ total: 9, passages: [] });
  });

  it('is told to who watches that tab, until they stop', async () => {
    const heard: (string | null)[] = [];
    const stopping = new AbortController();
    watchTabReading(7, (reading) => heard.push(reading?.phase ?? null), stopping.signal);
    await writeTabReading(7, { ...newReading(), phase: 'reading' });
    await writeTabReading(8, { ...newReading(), phase: 'done' });
    await forgetTabReading(7);
    stopping.abort();
    await writeTabReading(7, { ...newReading(), phase: 'failed' });
    expect(heard).toEqual(['reading', null]);
  });
});
