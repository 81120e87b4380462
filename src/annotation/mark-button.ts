import { isMarked, type TaggedPassage } from '../classifier/classifier.ts';
import { GLYPHS, KEPT_ICON } from '../framework/glyphs.ts';
import type { TagId } from '../framework/tag-ids.ts';
import { groupOf, tagName } from '../framework/tag-names.ts';
import { drawGlyph, make } from './dom.ts';

/** What a mark's stroke says: the reader kept it, or the group of its tags. */
export type MarkKind = 'kept' | 'condition' | 'lens' | 'signal';

/** What a mark shows. */
export interface MarkContent {
  kind: MarkKind;
  /** Rows from top to bottom; `kept` is the ribbon. */
  rows: readonly (TagId | 'kept')[];
  /** What a screen reader says: "Growth mindset, paragraph 6". */
  label: string;
}

const KEPT = 'Clipped';

/**
 * What the mark of a passage says: its clear and likely conditions and lenses. A passage with signals alone is painted
 * already; its mark is for the keyboard, unless the passage is kept. Null when nothing of it is sure enough.
 */
export function markOf(passage: TaggedPassage, where: string, kept: boolean): MarkContent | null {
  const tags = passage.tags.filter(isMarked).map(({ tag }) => tag);
  const beside = tags.filter((tag) => groupOf(tag) !== 'signal');
  const shown = beside.length > 0 || kept ? beside : tags;
  if (shown.length === 0 && !kept) return null;
  const group = beside.some((tag) => groupOf(tag) === 'condition')
    ? 'condition'
    : beside.length > 0
      ? 'lens'
      : 'signal';
  // What is seen comes first, word for word: who speaks to the computer says what they see.
  const rest = tags.filter((tag) => !shown.includes(tag));
  const names = [...(kept ? [KEPT] : []), ...[...shown, ...rest].map(rowName)];
  return {
    kind: kept ? 'kept' : group,
    rows: [...(kept ? ['kept' as const] : []), ...shown],
    label: `${names.join(', ')}, ${where}`,
  };
}

/** The name in a row. */
export const rowName = (row: TagId | 'kept'): string => (row === 'kept' ? KEPT : tagName(row).shortName);

/** Draws a mark's content into its button. */
export function fillMark(button: HTMLButtonElement, { kind, rows, label }: MarkContent): void {
  const doc = button.ownerDocument;
  button.dataset.kind = kind;
  button.setAttribute('aria-label', label);
  button.replaceChildren(
    ...rows.flatMap((row) => [
      ' ',
      make(
        doc,
        'span',
        row === 'kept' ? { class: 'kept' } : { 'data-group': groupOf(row) },
        make(doc, 'b', {}, rowName(row)),
        drawGlyph(doc, row === 'kept' ? KEPT_ICON : GLYPHS[row]),
      ),
    ]),
  );
}
