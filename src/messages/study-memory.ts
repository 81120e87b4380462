import { browser } from 'wxt/browser';
import { z } from 'zod/mini';
import type { StudiedText } from '../classifier/teaching/learn.ts';
import { MEANING_FEATURES } from '../classifier/vector.ts';
import { TAG_IDS } from '../framework/tag-ids.ts';

const KEY = 'studied';
const NUMBERS = MEANING_FEATURES + TAG_IDS.length;

/** What one model made of texts, each under its text's digest: numbers, and no text. */
const studied = z.object({ model: z.string(), texts: z.record(z.string(), z.string()) });

/** SHA-256 of a text, in hexadecimal digits. A lone surrogate counts as U+FFFD. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function encode({ vector, scores }: StudiedText): string {
  const bytes = new Uint8Array(Float32Array.from([...vector, ...scores]).buffer);
  return btoa(String.fromCharCode(...bytes));
}

/** Null for what is not whole. */
function decode(packed: string | undefined): StudiedText | null {
  if (packed === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    if (bytes.length !== NUMBERS * Float32Array.BYTES_PER_ELEMENT) return null;
    const numbers = new Float32Array(bytes.buffer);
    if (!numbers.every(Number.isFinite)) return null;
    return { vector: numbers.slice(0, MEANING_FEATURES), scores: numbers.slice(MEANING_FEATURES) };
  } catch {
    return null; // not base64: damaged
  }
}

async function stored(): Promise<z.infer<typeof studied> | null> {
  const parsed = studied.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data : null;
}

/**
 * What was made of the texts of lessons, kept on the device: a text costs 20 ms to read, and is read once. It holds about
 * 3 KB a text and only of texts that still teach; lost or damaged, it is made anew.
 */
export const studyMemory = {
  /** What is known of these texts by this model. */
  async recall(model: string, texts: Iterable<string>): Promise<Map<string, StudiedText>> {
    const kept = await stored();
    const known = new Map<string, StudiedText>();
    if (kept?.model !== model) return known;
    for (const text of texts) {
      const found = decode(kept.texts[await digest(text)]);
      if (found) known.set(text, found);
    }
    return known;
  },

  /** Keeps this, and nothing else. */
  async keep(model: string, known: ReadonlyMap<string, StudiedText>): Promise<void> {
    if (known.size === 0) return browser.storage.local.remove(KEY);
    const texts: Record<string, string> = {};
    for (const [text, found] of known) texts[await digest(text)] = encode(found);
    await browser.storage.local.set({ [KEY]: { model, texts } });
  },

  /** Forgets every text but those wanted; which they are is asked only where there is something to forget. */
  async retain(wanted: () => Promise<Iterable<string>>): Promise<void> {
    const kept = await stored();
    if (!kept) return;
    const digests = new Set(await Promise.all(Array.from(await wanted(), digest)));
    const texts = Object.fromEntries(Object.entries(kept.texts).filter(([of]) => digests.has(of)));
    const left = Object.keys(texts).length;
    if (left === Object.keys(kept.texts).length) return;
    if (left === 0) await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: { ...kept, texts } });
  },
};

export type StudyMemory = typeof studyMemory;
