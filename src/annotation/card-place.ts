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

/** Distance to the block, where there is room and where there is just enough. */
const GAPS = [24, 12];
const MARGIN = 12;

/**
 * The card stands beside its block where there is room, on the side where lines end first; it never covers the block.
 * Where neither side has room it sits at the foot of the window.
 */
export function placeCard({ block, card, viewport, page, rtl }: CardSpace): CardPlace {
  const after = GAPS.map((gap) => block.right + gap).find(
    (left) => left + card.width + MARGIN <= viewport.width,
  );
  const before = GAPS.map((gap) => block.left - gap - card.width).find((left) => left >= MARGIN);
  const side = rtl ? (before ?? after) : (after ?? before);
  if (side === undefined || page.bottom - page.top < card.height + 2 * MARGIN) return { at: 'foot' };
  // In view when opened, and never beyond the page's end: nothing of ours makes a page longer.
  const lowest = Math.min(viewport.height, page.bottom) - MARGIN - card.height;
  const highest = Math.max(MARGIN, page.top + MARGIN);
  return { at: 'beside', left: side, top: Math.max(highest, Math.min(block.top - 4, lowest)) };
}
