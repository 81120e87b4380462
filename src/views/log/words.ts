const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short' });
const number = new Intl.NumberFormat('en-GB');

/** A count with its noun: `1 clipping`, `1,400 clippings`. `many` where the plural is not `one` with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** A count alone, with thousands parted. */
export const figure = (count: number): string => number.format(count);

/** A count beside its name; nothing while it is not known. */
export const countWords = (count: number | undefined): string => (count === undefined ? '' : figure(count));

/** Parts of a list as a sentence says them: `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** A day in the reader's own time zone: `3 October`, with the year where it is not this one. */
export function dayWords(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return (date.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear).format(date);
}

/** What stands in the margin: day, short month, and the year where it is not this one. */
export function marginDate(iso: string, now: Date): { day: string; month: string; year: string | null } {
  const date = new Date(iso);
  const year = date.getFullYear();
  return {
    day: String(date.getDate()),
    month: shortMonth.format(date).replace('Sept', 'Sep'),
    year: year === now.getFullYear() ? null : String(year),
  };
}

/** The local calendar day of a time as `2026-11-24`, which is what date fields speak. */
export function localDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A file's size in words: `812 bytes`, `14 kB`, `1.2 MB` (thousands, as file managers count). */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
