import type { ClippingRow, ReflectionRow } from '../clippings/schema.ts';

const oldestFirst = (a: ReflectionRow, b: ReflectionRow): number =>
  Date.parse(a.answeredAt) - Date.parse(b.answeredAt) || (a.id < b.id ? -1 : 1);

/** The answers given to one clipping, oldest first. */
export const reflectionsOf = (
  clipping: Pick<ClippingRow, 'id'>,
  reflections: readonly ReflectionRow[],
): ReflectionRow[] => reflections.filter(({ clippingId }) => clippingId === clipping.id).sort(oldestFirst);

/** The same for a whole log: goes over the reflections once, not once for each clipping. */
export function reflectionsByClipping(
  reflections: readonly ReflectionRow[],
): (clipping: Pick<ClippingRow, 'id'>) => readonly ReflectionRow[] {
  const groups = new Map<string, ReflectionRow[]>();
  for (const reflection of reflections) {
    const group = groups.get(reflection.clippingId);
    if (group) group.push(reflection);
    else groups.set(reflection.clippingId, [reflection]);
  }
  for (const group of groups.values()) group.sort(oldestFirst);
  return ({ id }) => groups.get(id) ?? [];
}
