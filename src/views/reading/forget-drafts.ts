/** How the key of every note draft begins. `drafts.ts` writes it out itself: the popup has no room to import it. */
const PREFIX = 'draft:';

/** Forgets every draft of a note: deleting everything deletes these too. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch (error) {
    // Firefox throws here when the reader blocks site data; then no draft was written down either.
    if (!(error instanceof DOMException)) throw error;
  }
}
