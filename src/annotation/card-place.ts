/** What decides where the card goes, in px of the viewport; `left` to `right` is the block's text. */
export interface CardSpace {
  block: { left: number; right: number; top: number };
  card: { width: number; height: number };
  viewport: { width: number; height: number };
  /** The least and greatest top at which the card is inside the page. */
  page: { top: number; bottom: number };
  rtl: boolean;
}

/** Beside the block at this place of the viewport, or at the foot of the window. */
export type CardPlace = { at: 'beside'; left: number; top: number } | { at: 'foot' };

const GAP = 24;
const MARGIN = 12;

/**
 * The card stands beside its block where there is room, on the side where lines end first; it never covers the block.
 * Where neither side has room it sits at the foot of the window.
 */
export function placeCard({ block, card, viewport, page, rtl }: CardSpace): CardPlace {
  const right = block.right + GAP;
  const left = block.left - GAP - card.width;
  const sides = [
    ...(right + card.width + MARGIN <= viewport.width ? [right] : []),
    ...(left >= MARGIN ? [left] : []),
  ];
  const side = rtl ? sides.at(-1) : sides[0];
  if (side === undefined || page.bottom - page.top < card.height + 2 * MARGIN) return { at: 'foot' };
  // In view when opened, and never beyond the page's end: nothing of ours makes a page longer.
  const lowest = Math.min(viewport.height, page.bottom) - MARGIN - card.height;
  const highest = Math.max(MARGIN, page.top + MARGIN);
  return { at: 'beside', left: side, top: Math.max(highest, Math.min(block.top - 4, lowest)) };
}
