import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Store } from '../../../src/clippings/store.ts';
import { REMINDER, remind } from '../../../src/messages/reminder.ts';

const now = new Date(2026, 10, 24, 9);
const usual = 'Long Game: read this page';
let badge: string[];
let titles: string[];

/** A store that counts; nothing else of it may be asked for. */
const counting = (due: number, answered: number) => {
  const questions = vi.fn(async () => ({ due, answered }));
  return { questions, store: async () => ({ questions }) as Partial<Store> as Store };
};

describe('a reminder', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.restoreAllMocks();
    badge = [];
    titles = [];
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'x',
      version: '1',
      action: { default_title: usual },
    });
    Object.assign(browser.action, {
      setBadgeText: async ({ text }: { text: string }) => void badge.push(text),
      setTitle: async ({ title }: { title: string }) => void titles.push(title),
    });
  });

  it('asks nothing and shows nothing while it is off', async () => {
    const { questions, store } = counting(9, 0);
    await remind(false, store, now);
    expect(questions).not.toHaveBeenCalled();
    expect(await browser.alarms.get(REMINDER)).toBeUndefined();
    expect(badge).toEqual([]);
  });

  it('shows how many wait today, three at most, and looks again', async () => {
    await remind(true, counting(9, 1).store, now);
    expect(badge).toEqual(['2']);
    expect(titles).toEqual([`${usual}. 2 questions wait in the reading log.`]);
    expect((await browser.alarms.get(REMINDER))?.periodInMinutes).toBe(60);
  });

  it('says nothing when none waits', async () => {
    await remind(true, counting(1, 3).store, now);
    expect(badge).toEqual(['']);
    expect(titles).toEqual([usual]);
  });

  it('takes everything away when it is turned off', async () => {
    await remind(true, counting(1, 0).store, now);
    expect(badge).toEqual(['1']);
    await remind(false, counting(1, 0).store, now);
    expect(badge.at(-1)).toBe('');
    expect(titles.at(-1)).toBe(usual);
    expect(await browser.alarms.get(REMINDER)).toBeUndefined();
  });
});
