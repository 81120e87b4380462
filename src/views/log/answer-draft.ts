const KEY = 'long-game-answer-draft';

/**
 * An answer that is being written, kept on this device until it is saved in the log: a closed tab loses nothing. One at
 * a time, because one question is asked at a time. A browser that keeps no site data keeps none here either; then the
 * text lives as long as the page does.
 */
export function readDraft(clippingId: string): string {
  const kept = storage()?.getItem(KEY) ?? '';
  const cut = kept.indexOf(' ');
  return kept.slice(0, cut) === clippingId ? kept.slice(cut + 1) : '';
}

/** Keeps the text for this clipping; an empty text forgets it. */
export function writeDraft(clippingId: string, text: string): void {
  if (text === '') storage()?.removeItem(KEY);
  else storage()?.setItem(KEY, `${clippingId} ${text}`);
}

/** Forgets any draft: deleting everything deletes this too. */
export function forgetDraft(): void {
  storage()?.removeItem(KEY);
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch (error) {
    // Firefox throws here when the reader blocks site data; the text then stays in the page alone.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
