import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS } from './defaults.ts';
import { type Settings, settings } from './settings.ts';

const KEY = 'settings';

function parse(value: unknown): Settings {
  const parsed = settings.safeParse(value ?? {});
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}

/** What the reader chose; the defaults where nothing, or nothing readable, is stored. */
export async function loadSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Stores what the reader chose, on this device. */
export async function saveSettings(value: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: value });
}

/** Calls back with every later choice, made in any page of the extension. */
export function onSettingsChanged(listener: (value: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener(parse(changes[KEY]?.newValue));
  });
}
