import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Came, type Meaning, type PageWatch, watchPage } from '../../../src/annotation/page-watch.ts';

let watch: PageWatch;
let meaning: Meaning;
let came: Came;
/** When the page was looked at, in ms from the start. */
let looks: number[];

/** Changes the page; its observers have heard when this is done. */
async function change(): Promise<void> {
  document.body.append(document.createElement('i'));
  await Promise.resolve();
}

/** Changes the page every `every` ms for so long. */
async function restless(every: number, lasting: number): Promise<void> {
  for (let passed = 0; passed < lasting; passed += every) {
    await change();
    await vi.advanceTimersByTimeAsync(every);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.replaceChildren();
  meaning = 'fresh';
  came = 'new';
  looks = [];
  const start = performance.now();
  watch = watchPage(document, {
    changed: () => meaning,
    rested: async () => {
      looks.push(performance.now() - start);
      return came;
    },
  });
  watch.watch([document]);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('a page that changes', () => {
  it('is looked at once it is at rest', async () => {
    await restless(100, 500);
    expect(looks).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toEqual([650]);
  });

  it('is looked at all the same where it never rests', async () => {
    await restless(100, 2000);
    expect(looks).toEqual([1500]);
  });

  it('is not looked at when the change means nothing, nor for our own host', async () => {
    meaning = 'none';
    await restless(100, 3000);
    expect(looks).toEqual([]);
    meaning = 'fresh';
    const host = document.createElement('long-game-layer');
    const heard = vi.fn(() => 'none' as const);
    const other = watchPage(document, { changed: heard, rested: async () => 'nothing' });
    other.watch([document]);
    document.documentElement.append(host);
    await Promise.resolve();
    expect(heard).toHaveBeenCalledWith([]);
    host.remove();
    other.stop();
  });

  it('is looked at more and more seldom where nothing comes of it, and a minute apart at most', async () => {
    came = 'nothing';
    await restless(1000, 600_000);
    const gaps = looks.slice(1).map((time, index) => time - (looks[index] ?? 0));
    // To the second, in which this page changes.
    const seconds = gaps.map((gap) => Math.floor(gap / 2000));
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(59_000);
    expect(gaps.at(-1)).toBeLessThanOrEqual(62_000);
    expect(looks.length).toBeLessThan(20);
  });

  it('is looked at soon, even then, when words of ours are touched', async () => {
    came = 'nothing';
    await restless(1000, 120_000);
    const before = looks.length;
    meaning = 'touched';
    await change();
    await vi.advanceTimersByTimeAsync(1_600);
    expect(looks).toHaveLength(before + 1);
  });

  it('that draws the same words over and over is looked at every eight seconds at most', async () => {
    meaning = 'touched';
    came = 'same';
    await restless(1000, 300_000);
    expect(looks.length).toBeLessThan(300 / 8 + 8);
  });

  it('is trusted again after a long quiet', async () => {
    came = 'nothing';
    await restless(1000, 300_000);
    await vi.advanceTimersByTimeAsync(300_000);
    came = 'new';
    const before = looks.length;
    await change();
    await vi.advanceTimersByTimeAsync(300);
    expect(looks).toHaveLength(before + 1);
  });

  it('is looked at again soon after its address changed, since the new words may come later', async () => {
    came = 'same';
    watch.nudge();
    await vi.advanceTimersByTimeAsync(300);
    meaning = 'touched';
    await change();
    await vi.advanceTimersByTimeAsync(600);
    expect(looks).toHaveLength(2);
  });

  it('is not looked at after the watch has ended', async () => {
    await change();
    watch.stop();
    await change();
    watch.nudge();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toEqual([]);
  });
});
