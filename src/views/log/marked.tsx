import type { ComponentChildren } from 'preact';
import type { Span } from '../../classifier/classifier.ts';

/** A text with the words that were searched for underlined. Spans that overlap or lie outside are left out. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  if (spans.length === 0) return <>{text}</>;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || end <= start) continue;
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
