/**
 * How alike two short strings are, 0 to 1: one less Levenshtein's distance over the longer one's length. The
 * strings are contexts of 32 characters, so the plain table of Wagner and Fischer is quick enough.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / longer;
}

const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|lacks?|lacking|fails?|failed)\b|n't\b/gi;

/**
 * Whether two folded wordings say no equally often. "The vote was final" and "The vote was not final" are four
 * characters apart and say opposite things: one is never the other found again.
 */
export const sameNegations = (a: string, b: string): boolean =>
  (a.match(NEGATION)?.length ?? 0) === (b.match(NEGATION)?.length ?? 0);

const FIGURES = /\p{N}[\p{N}.,:]*/gu;
const NAMES = /(?<=\p{L}[,;:)]? )\p{Lu}[\p{L}-]+/gu;
/** A name this like another is the same with a slip of the pen. */
const SLIP = 0.7;

const listed = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

/**
 * Whether two wordings name the same figures, and the same names but for a slip of the pen. A capital that opens a
 * sentence is no name.
 */
export function sameNames(a: string, b: string): boolean {
  if (listed(a, FIGURES).join(' ') !== listed(b, FIGURES).join(' ')) return false;
  const names = listed(a, NAMES);
  const others = listed(b, NAMES);
  if (names.length !== others.length) return false;
  return names.every((name, at) => likeness(name, others[at] ?? '') >= SLIP);
}
