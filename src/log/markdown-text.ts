/** Whatever a line can be parted by, Unicode's own line ends included. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not get into a file
const control = /[\0-\x08\x0e-\x1f\x7f]/g;

/**
 * One line of plain text as Markdown that shows just these characters. Escaped by backslash (CommonMark 2.4) is what
 * would begin or end anything in CommonMark, GitHub's Markdown or Obsidian: emphasis, code, links and bare
 * addresses, HTML, entities, tables, tags, maths, highlights, comments, and at its start headings, lists, rules.
 */
function escapedLine(line: string): string {
  return line
    .replace(/[\\`*_[\]{}<>|~&#$^]/g, '\\$&')
    .replace(/:\/(?=\/)/g, ':\\/')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/(?<=\S)@(?=\S)/g, '\\@')
    .replace(/([=%])(?=\1)/g, '\\$1')
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

const tidy = (text: string): string => text.toWellFormed().replace(control, '\ufffd');

/** Text on one line: line ends become spaces. May stand anywhere, in a link's text and a heading too. */
export const inlineText = (text: string): string => escapedLine(tidy(text).replace(/\s+/gu, ' ').trim());

/**
 * Text that keeps its lines and paragraphs. A line end is a hard break; an empty line parts paragraphs.
 *
 * @returns the lines of the Markdown, to be prefixed (`> `) and joined by the caller; an empty one is a paragraph's end
 */
export function textLines(text: string): string[] {
  const lines = tidy(text)
    .split(lineEnd)
    .map((line) => escapedLine(line.replace(/\s+/gu, ' ').trim()));
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  while (kept.at(-1) === '') kept.pop();
  return kept.map((line, at) => (line !== '' && (kept[at + 1] ?? '') !== '' ? `${line}\\` : line));
}

/**
 * An inline link, or only its text where the address is not an http(s) one.
 *
 * @param text plain text, not Markdown
 */
export function link(text: string, url: string): string {
  const shown = inlineText(text);
  if (!URL.canParse(url)) return shown;
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return shown;
  // Parsing has encoded spaces and angle brackets; left are those that end a destination or bind closer than a link.
  const href = address.href
    .replace(
      /[()<>\\`\s]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/&(?=#|\w+;)/g, '&amp;');
  return `[${shown}](${href})`;
}
