/**
 * Deals groups into folds, in the order in which they first come, one after another.
 *
 * @param groups the group of each row: rows of one group are never in two folds
 * @returns the fold of each row, 0 to `folds - 1`
 */
export function foldsOf(groups: readonly string[], folds: number): number[] {
  const numbers = new Map<string, number>();
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
  return groups.map((group) => (numbers.get(group) ?? 0) % folds);
}
