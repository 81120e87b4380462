/**
 * Calls back when a document is shown: at once, or, where the browser prepares it before anybody has asked for it
 * (prerendering), when somebody has.
 */
export function whenShown(
  doc: EventTarget & { prerendering?: boolean },
  shown: () => void,
  signal: AbortSignal,
): void {
  if (doc.prerendering) doc.addEventListener('prerenderingchange', shown, { once: true, signal });
  else shown();
}
