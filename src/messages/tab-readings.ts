import { browser } from 'wxt/browser';
import { type TabReading, tabReading } from './tab-reading.ts';

const PREFIX = 'tab:';
const keyOf = (tabId: number): string => `${PREFIX}${tabId}`;

function parse(value: unknown): TabReading | null {
  const parsed = tabReading.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The last known state of a tab, or null. It lives in memory (`storage.session`) and goes with the browser. */
export async function readTabReading(tabId: number): Promise<TabReading | null> {
  const key = keyOf(tabId);
  return parse((await browser.storage.session.get(key))[key]);
}

/** Remembers the state of a tab. Where it is over the browser's quota (10 MB), it is kept without its passages. */
export async function writeTabReading(tabId: number, reading: TabReading): Promise<void> {
  const key = keyOf(tabId);
  try {
    await browser.storage.session.set({ [key]: reading });
  } catch (error) {
    if (reading.passages.length === 0) throw error;
    await browser.storage.session.set({ [key]: { ...reading, passages: [] } });
  }
}

/** Forgets a tab: it was closed, or shows another document. */
export async function forgetTabReading(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Every tab that has a known state. */
export async function allTabReadings(): Promise<{ tabId: number; reading: TabReading }[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, value]) => {
    const reading = key.startsWith(PREFIX) ? parse(value) : null;
    return reading ? [{ tabId: Number(key.slice(PREFIX.length)), reading }] : [];
  });
}

/** Calls back with every new state of a tab until aborted; with null when it shows another document, not yet read. */
export function watchTabReading(
  tabId: number,
  listener: (reading: TabReading | null) => void,
  signal: AbortSignal,
): void {
  const key = keyOf(tabId);
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area !== 'session' || !(key in changes)) return;
    listener(parse(changes[key]?.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
}
