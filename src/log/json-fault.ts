type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

const isKey = (wanted: Wanted): boolean => wanted === 'key' || wanted === 'key or }';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const blank = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a pattern ends that begins at `at`, or null when it does not begin there. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where a string ends whose opening quote is at `at`; negative, minus one, where it goes wrong. */
function stringEnd(text: string, at: number): number {
  let i = at + 1;
  for (;;) {
    if (i >= text.length) return -text.length - 1;
    const letter = text[i];
    if (letter === '"') return i + 1;
    if (letter === '\\') {
      const end = endOf(escaped, text, i);
      if (end === null) return -i - 1;
      i = end;
    } else if (text.charCodeAt(i) < 0x20) return -i - 1;
    else i += 1;
  }
}

/**
 * Where a text stops being JSON (RFC 8259): browsers word this each in their own way, or not at all.
 *
 * @returns UTF-16 offset of the first character that can't stand there, the text's length when it ends too early,
 * null when it is JSON
 */
export function jsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let i = 0;
  const closed = (): Wanted => (open.length > 0 ? ', or end' : 'nothing');
  for (;;) {
    i = endOf(blank, text, i) ?? i;
    const letter = text[i];
    if (letter === undefined) return wanted === 'nothing' ? null : i;
    if (wanted === 'nothing') return i;
    if (wanted === ':') {
      if (letter !== ':') return i;
      wanted = 'value';
      i += 1;
    } else if (wanted === ', or end') {
      if (letter === ',') wanted = open.at(-1) === '{' ? 'key' : 'value';
      else if (letter === (open.at(-1) === '{' ? '}' : ']')) {
        open.pop();
        wanted = closed();
      } else return i;
      i += 1;
    } else if ((wanted === 'key or }' && letter === '}') || (wanted === 'value or ]' && letter === ']')) {
      open.pop();
      wanted = closed();
      i += 1;
    } else if (letter === '"') {
      i = stringEnd(text, i);
      if (i < 0) return -i - 1;
      wanted = isKey(wanted) ? ':' : closed();
    } else if (isKey(wanted)) {
      return i;
    } else if (letter === '{' || letter === '[') {
      open.push(letter);
      wanted = letter === '{' ? 'key or }' : 'value or ]';
      i += 1;
    } else {
      const end = endOf(number, text, i) ?? endOf(literal, text, i);
      if (end === null) return i;
      i = end;
      wanted = closed();
    }
  }
}

/** The line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
