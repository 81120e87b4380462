import type { ComponentChildren } from 'preact';
import { matchSpans } from '../../clippings/fold.ts';

/** A text with the words that were searched for underlined. `words` are folded, as the search gives them. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of matchSpans(text, words)) {
    parts.push(
      text.slice(at, start),
      <mark key={start} class="hit">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
