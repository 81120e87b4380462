import type { TextQuoteSelector } from '../selectors/selectors.ts';

/**
 * Of a quote of more than twice as many words, only so many at each end are given. That also finds a quote that goes
 * over two blocks, which a whole one never does.
 */
const WORDS_AT_AN_END = 6;
/** Quotes of fewer words than this may stand on a page twice: the words around them are given too. */
const FEW_WORDS = 6;
const WORDS_AROUND = 4;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** A part of a text directive: what has a meaning there (`-`, `,`, `&`) is percent-encoded like everything else. */
const encoded = (words: readonly string[]): string =>
  encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');

const endsInWord = /[\p{L}\p{N}\p{M}]$/u;
const beginsInWord = /^[\p{L}\p{N}\p{M}]/u;

/** Whether a cut between two pieces of text goes through a word: a text directive only matches whole ones. */
const cutsWord = (before: string, after: string): boolean =>
  endsInWord.test(before) && beginsInWord.test(after);

/**
 * The address that opens an article at a quote: a text directive as in the WICG draft "URL Fragment Text Directives",
 * `#:~:text=[prefix-,]start[,end][,-suffix]`. A page that no longer has the words opens at its top.
 *
 * @param url the article's
 * @param quote UTF-16 text as it stands on the page, with what is before and after it
 * @returns null when `url` is not an http(s) address: nothing else is ever opened
 */
export function textFragmentUrl(url: string, quote: TextQuoteSelector): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  const directive = textDirective(quote);
  if (directive === null) return address.href;
  const [page = ''] = address.href.split(':~:');
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function textDirective({ exact, prefix, suffix }: TextQuoteSelector): string | null {
  // A match does not go from one block into the next: of a quote over several lines, the ends are looked for.
  const lines = exact
    .split(/[\n\r\u2028\u2029]+/u)
    .map(wordsOf)
    .filter((line) => line.length > 0);
  const first = lines[0]?.slice();
  const last = lines.at(-1)?.slice();
  if (!first || !last) return null;
  if (lines.length === 1) {
    const words = [...first];
    if (cutsWord(prefix, exact) && words.length > 1) words.shift();
    if (cutsWord(exact, suffix) && words.length > 1) words.pop();
    if (words.length > 2 * WORDS_AT_AN_END)
      return `${encoded(words.slice(0, WORDS_AT_AN_END))},${encoded(words.slice(-WORDS_AT_AN_END))}`;
    const whole = encoded(words);
    return words.length < FEW_WORDS ? inContext(whole, words.length === first.length, prefix, suffix) : whole;
  }
  if (cutsWord(prefix, exact) && first.length > 1) first.shift();
  if (cutsWord(exact, suffix) && last.length > 1) last.pop();
  return `${encoded(first.slice(0, WORDS_AT_AN_END))},${encoded(last.slice(-WORDS_AT_AN_END))}`;
}

/** Adds the whole words around a short quote, as far as they stand in the same line. */
function inContext(directive: string, isWhole: boolean, prefix: string, suffix: string): string {
  if (!isWhole) return directive; // a word was cut off: what is around it no longer touches
  const before = /[^\n\r\u2028\u2029]*$/u.exec(prefix)?.[0] ?? '';
  const after = /^[^\n\r\u2028\u2029]*/u.exec(suffix)?.[0] ?? '';
  // The far end of a context is wherever its selector was cut, which may be the middle of a word.
  const prefixWords = wordsOf(before)
    .slice(before.length === prefix.length ? 1 : 0)
    .slice(-WORDS_AROUND);
  const suffixWords = wordsOf(after)
    .slice(0, after.length === suffix.length ? -1 : undefined)
    .slice(0, WORDS_AROUND);
  return [
    ...(prefixWords.length > 0 ? [`${encoded(prefixWords)}-`] : []),
    directive,
    ...(suffixWords.length > 0 ? [`-${encoded(suffixWords)}`] : []),
  ].join(',');
}
