/**
 * W3C TextPositionSelector counts Unicode code points; a page's text index counts UTF-16 code units. A lone
 * surrogate is one code point, as the DOM's and JSON's own iterators have it.
 */

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether `offset` stands between the two halves of a surrogate pair of `text`. */
export const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));

/**
 * Code points before the UTF-16 offset `offset` of `text`. An offset inside a pair counts that pair's start; one
 * beyond the end counts the whole text.
 */
export function toCodePoints(text: string, offset: number): number {
  const end = Math.min(offset, text.length);
  let count = 0;
  for (let at = 0; at < end; at++) if (!splitsPair(text, at)) count++;
  return splitsPair(text, end) ? count - 1 : count;
}

/** The UTF-16 offset at which `count` code points of `text` end; the text's length when it has fewer. */
export function toUtf16(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) at += splitsPair(text, at + 1) ? 2 : 1;
  return at;
}
