import type { ClippingRow, ReflectionRow } from '../clippings/schema.ts';

/** The answers given to one clipping, oldest first. */
export const reflectionsOf = (
  clipping: Pick<ClippingRow, 'id'>,
  reflections: readonly ReflectionRow[],
): ReflectionRow[] =>
  reflections
    .filter(({ clippingId }) => clippingId === clipping.id)
    .sort((a, b) => Date.parse(a.answeredAt) - Date.parse(b.answeredAt) || (a.id < b.id ? -1 : 1));
