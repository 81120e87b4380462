/** Whatever a line can be parted by, Unicode's own line ends included. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not get into a file
const control = /[\0-\x08\x0e-\x1f\x7f]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows just these characters, in an element or a quoted attribute. Controls become U+FFFD. */
export const htmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(control, '\ufffd')
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);

/** Text that keeps its lines (`<br>`) and paragraphs (`<p>`). Empty for text that is only white space. */
export function htmlParagraphs(text: string): string {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(lineEnd)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(htmlText(line.trim()));
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${lines.join('<br>')}</p>`)
    .join('');
}

/** A link, or only its text where the address is not an http(s) one. */
export function htmlLink(text: string, url: string): string {
  const shown = htmlText(text);
  if (!URL.canParse(url)) return shown;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `<a href="${htmlText(href)}">${shown}</a>` : shown;
}
