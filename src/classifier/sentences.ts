import type { Span } from './classifier.ts';

/** Words that a full stop follows without ending a sentence, in lower case and without the stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof sr jr st rev hon gov sen rep gen col capt lt sgt supt asst assoc dept univ ' +
    'vs etc cf eg ie e.g i.e al approx est fig figs no nos vol ch pp ed eds inc ltd co corp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ' +
    'u.s u.k u.n e.u d.c ph.d ed.d m.ed b.a m.a b.sc m.sc a.m p.m'
  ).split(' '),
);

/** Abbreviations that may well end a sentence too: a capital after them decides that they did. */
const MAY_END: ReadonlySet<string> = new Set(
  'etc jr sr inc ltd co corp u.s u.k u.n e.u d.c ph.d ed.d m.ed b.a m.a b.sc m.sc a.m p.m al'.split(' '),
);

const CLOSERS = /["'\u201D\u2019)\]\u00BB]+$/;
const OPENERS = /^["'\u201C\u2018([\u00AB]*/;
const LIST_NUMBER = /^(?:\(?\d{1,3}[.)]|[a-z][.)])$/i;
/** Before a single capital, these say that it is a mark or a name of something, not an initial. */
const GRADED =
  /(?:^|[\s"'\u201C(])(?:an?|the|and|or|to|of|letter|grade|plan|section|option|type|class)\s+\p{Lu}\.$/iu;
const LAST_WORD = /([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.'\u2019-]*[\p{L}\p{N}])?)\.$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whether the break that the segmenter saw between `before` and `after` is none to a reader. */
function joins(before: string, after: string): boolean {
  const left = before.trimEnd();
  const right = after.replace(OPENERS, '');
  if (right === '') return false;
  if (LIST_NUMBER.test(left)) return true;
  if (/^[\p{Ll},;:]/u.test(right) && !/^(?:i|e)(?:Pad|Phone|OS)/.test(right)) {
    return !/[!?]$/.test(left) || CLOSERS.test(left);
  }
  if (/^\p{N}/u.test(right) && /(?:^|[\s(])(?:no|nos|p|pp|vol|ch|fig|figs|approx|est)\.$/i.test(left))
    return true;
  const word = LAST_WORD.exec(left)?.[1];
  if (!word) return false;
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && !GRADED.test(left);
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) && !MAY_END.has(lower);
}

/**
 * Cuts a text into sentences: Unicode's rules (UAX 29, by `Intl.Segmenter`), put right where English
 * abbreviations, initials, numbered references and quotations followed by their speaker fool them.
 *
 * @returns half-open UTF-16 ranges in order, without the white space between; empty for a text without words or signs
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    const lead = segment.length - segment.trimStart().length;
    const body = segment.trim();
    if (body === '') continue;
    const span = { start: index + lead, end: index + lead + body.length };
    if (open && joins(text.slice(open.start, open.end), text.slice(span.start, span.end))) {
      open.end = span.end;
    } else {
      open = span;
      spans.push(span);
    }
  }
  return spans;
}
