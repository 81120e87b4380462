import type { ComponentChildren } from 'preact';
import type { SignalId } from '../framework/tag-ids.ts';

/** A half-open range of UTF-16 offsets that carries signals, surest first. */
export interface SignalSpan {
  start: number;
  end: number;
  signals: readonly SignalId[];
}

/**
 * An author's words with their signal sentences tinted and underlined as on the page: by the surest signal of each.
 * Spans that overlap an earlier one, or lie outside the text, are left out.
 */
export function SignalText({ text, spans }: { text: string; spans: readonly SignalSpan[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, signals } of [...spans].sort((a, b) => a.start - b.start)) {
    const signal = signals[0];
    if (!signal || start < at || end > text.length || end <= start) continue;
    parts.push(
      text.slice(at, start),
      <mark key={start} class="sig" data-signal={signal}>
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
