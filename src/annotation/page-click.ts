const CONTROLS =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [contenteditable=""], [contenteditable="true"]';

/**
 * Whether a click on the page is free for us: a plain left click on words, not on something of the page's own, and not
 * the end of a selection.
 */
export function isForPage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.defaultPrevented) return false;
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return false;
  const [target] = event.composedPath();
  if (!(target instanceof Element) || target.closest(CONTROLS)) return false;
  const selection = target.ownerDocument.getSelection();
  return !selection || selection.isCollapsed;
}

/** Whether a point of the viewport is on the words of one of these ranges. */
export const hitsText = (ranges: readonly Range[], x: number, y: number): boolean =>
  ranges.some((range) =>
    [...range.getClientRects()].some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
    ),
  );
