/**
 * A popup may close between a keystroke and its save. What was typed is therefore written down at once, in the
 * extension's own `localStorage`, and forgotten when the store has it.
 */
const keyOf = (id: string): string => `draft:${id}`;

/** Writes down what is being typed as a clipping's note. The save has the same `now`: neither outdates the other. */
export function keepDraft(id: string, text: string, now: Date): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ text, at: now.toISOString() }));
  } catch {
    // Full or switched off: the save itself is under way, and says so itself when it fails.
  }
}

/** Forgets what was written down at `now` once it is kept, unless more was typed since. */
export function dropDraft(id: string, text: string, now: Date): void {
  const draft = read(id);
  if (draft?.text === text && draft.at === now.toISOString()) localStorage.removeItem(keyOf(id));
}

/** What was typed and never kept, or null. A note that was changed later, anywhere, stands against its draft. */
export function draftOf(clipping: { id: string; note: string; updatedAt: string }): string | null {
  const draft = read(clipping.id);
  if (!draft || draft.text === clipping.note || draft.at < clipping.updatedAt) return null;
  return draft.text;
}

function read(id: string): { text: string; at: string } | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
    if (typeof draft !== 'object' || draft === null) return null;
    if (!('text' in draft) || !('at' in draft)) return null;
    const { text, at } = draft;
    return typeof text === 'string' && typeof at === 'string' ? { text, at } : null;
  } catch {
    return null; // not our JSON, or storage switched off: there is no draft to be had
  }
}
