import type { ClippingRow } from '../../clippings/schema.ts';
import { dayWords } from './words.ts';

/** Where a clipping's words were when its page was last read, in words; and whether they were there. */
export function anchorWords({ anchor }: ClippingRow, now: Date): { found: boolean; words: string } {
  const day = anchor.at === null ? '' : `, ${dayWords(anchor.at, now)}`;
  switch (anchor.state) {
    case 'exact':
      return { found: true, words: `Found on the page, word for word${day}` };
    case 'near':
      return { found: true, words: `Found on the page, nearly word for word${day}. Kept as it was.` };
    case 'not-found':
      return { found: false, words: `Not found on the page${day}. Kept as it was.` };
    case 'pending':
      return { found: false, words: 'Not looked for since it was clipped.' };
  }
}
