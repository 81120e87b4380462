import type { DeletedClipping } from '../../clippings/store.ts';
import type { Row } from './rows.ts';

/** What a row is called in labels: "passage 3", or "clipping" where it has no number. */
export const nameOf = ({ index, passage }: Pick<Row, 'index' | 'passage'>): string =>
  passage && index !== null ? `passage ${index + 1}` : 'your clipping';

/** What became of a clipping's words on today's page, where there is something to say. */
export function fateWords({ clipping, fate }: Pick<Row, 'clipping' | 'fate'>): string | null {
  if (!clipping) return null;
  if (fate === 'not-found') return 'Not found on today’s page. Kept as it was.';
  if (fate === 'near') return 'Its words have changed on the page since.';
  return null;
}

/** What went with a deleted clipping. */
export function deletedWords({ clipping, reflections }: DeletedClipping): string {
  const lost = clipping.note ? 'note' : reflections.length > 0 && 'answers';
  return `Clipping deleted${lost ? `, with its ${lost}` : ''}.`;
}
