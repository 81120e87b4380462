import { isElement } from '../article/flat-tree.ts';

const CONTROLS =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [contenteditable=""], [contenteditable="true"]';

/**
 * Whether a click on the page is free for us: a plain left click on words, not on something of the page's own, and not
 * the end of a selection.
 */
export function isForPage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.defaultPrevented) return false;
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return false;
  // The way out of open shadow roots too: words in a component may stand in the page's own link.
  const path = event.composedPath().filter(isElement);
  const selection = path[0]?.ownerDocument.getSelection();
  return (
    path.length > 0 && !path.some((element) => element.matches(CONTROLS)) && selection?.isCollapsed !== false
  );
}

/** Whether a point of the viewport is on the words of one of these ranges. */
export const hitsText = (ranges: readonly Range[], x: number, y: number): boolean =>
  ranges.some((range) =>
    [...range.getClientRects()].some(
      (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
    ),
  );
