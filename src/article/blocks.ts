import type { Block, BlockKind, Place } from './article.ts';
import { mapText } from './block-text.ts';
import type { Pacer } from './pacer.ts';
import type { Run } from './page-copy.ts';

/** Blocks in reading order and, parallel to them, their places. */
export interface Placed {
  blocks: Block[];
  places: Place[];
}

const KINDS: Record<string, BlockKind> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  td: 'table-cell',
  th: 'table-cell',
  figcaption: 'caption',
  caption: 'caption',
  p: 'paragraph',
};
const CLIMB = 6;

/** What a run of text in `element` is on the page. A paragraph in a quote or in a list item is that item. */
export function kindOf(element: Element): BlockKind {
  let kind: BlockKind | undefined;
  let at: Element | null = element;
  for (let climbed = 0; at && climbed < CLIMB; climbed++, at = at.parentElement) {
    if (at.getAttribute('role') === 'heading') return 'heading';
    const own = KINDS[at.localName];
    if (own && own !== 'paragraph' && own !== 'table-cell') return own;
    // A paragraph in a cell is layout: the cell's own text is data.
    kind ??= own;
  }
  return kind ?? 'paragraph';
}

/**
 * Runs as blocks; those without a letter or digit are ornament and left out. A lone surrogate, which no message
 * can carry, becomes U+FFFD: one code unit for one, so that offsets stay.
 */
export async function toBlocks(runs: readonly (Run & { text?: string })[], pacer: Pacer): Promise<Placed> {
  const placed: Placed = { blocks: [], places: [] };
  for (const { nodes, element, text: known } of runs) {
    const wait = pacer.step();
    if (wait) await wait;
    const text = (known ?? mapText(nodes).text).toWellFormed();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    placed.blocks.push({ index: placed.blocks.length, kind: kindOf(element), text });
    placed.places.push({ element, nodes: [...nodes] });
  }
  return placed;
}
