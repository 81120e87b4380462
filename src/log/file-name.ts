/** Names that Windows keeps to itself, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** In characters (code points): four bytes each at the most, and no file system takes more than 255. */
const LONGEST = 55;

/**
 * A title as the name of a file, without its ending, that Windows, macOS, Linux and a link in Obsidian all take.
 * "Untitled" where nothing of it can stay.
 */
export function fileName(title: string): string {
  const plain = title
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
    .replace(/[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/g, ' ')
    .replace(/[\\/:*?"<>|#^[\]]/g, ' ')
    .replace(/\s+/gu, ' ');
  const short = [...plain.replace(/^[\s.]+/u, '')].slice(0, LONGEST).join('');
  const name = short.replace(/[\s.]+$/u, '');
  if (name === '') return 'Untitled';
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Gives each title a file name of its own, also where capitals do not count: "Title", "Title 2". */
export function uniqueFileNames(): (title: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (title) => {
    const name = fileName(title);
    const key = name.toLowerCase();
    let unique = name;
    let count = counts.get(key) ?? 1;
    while (taken.has(unique.toLowerCase())) unique = `${name} ${++count}`;
    counts.set(key, count);
    taken.add(unique.toLowerCase());
    return unique;
  };
}
