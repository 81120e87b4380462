/** Who wrote an article: a person, family name apart, or a name that is taken as it is. */
export type Author = { family: string; given: string; suffix: string } | { whole: string };

const DEGREE = /^(?:ph\.?\s?d|ed\.?\s?d|m\.?\s?d|m\.?\s?a|m\.?\s?ed|mba|esq)\.?$/i;
const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$/i;
/** Small words that belong to the family name they stand before. */
const PARTICLE = /^(?:al|da|de|del|della|den|der|di|do|dos|du|el|la|le|ter|van|von|y|zu)$/i;
/** Words of offices and houses, not of people's names. */
const OFFICE =
  /\b(?:staff|writer|reporter|editor|editorial|editors|correspondent|contributor|columnist|producer|guest|team|desk|board|press|news|newsroom|media|network|agency|bureau|university|college|school|schools|institute|center|centre|association|foundation|department|council|committee|magazine|journal|times|post|wire)\b/i;

/**
 * The authors a byline names, in their order: "By Ana Pérez and Luis Ferrante, Staff Writers" is two people. What does
 * not read as people's names is one author, as the page has it.
 */
export function authorsOf(byline: string | null): Author[] {
  const words = (byline ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:written\s+)?by(?:[\s:]+|$)/i, '')
    .replace(/\s+[|•·–—].*$/u, '')
    .trim();
  if (words === '') return [];
  const parts = words
    .split(/\s*[,;&]\s*|\s+and\s+/i)
    .map((part) => part.replace(/^and\s+/i, '').trim())
    .filter((part) => part !== '');
  const people: { family: string; given: string; suffix: string }[] = [];
  for (const part of parts) {
    const last = people.at(-1);
    if (DEGREE.test(part)) continue;
    if (SUFFIX.test(part) && last) last.suffix = part;
    else {
      const person = personOf(part);
      if (person) people.push(person);
      else if (!OFFICE.test(part) || people.length === 0) return [{ whole: words }];
    }
  }
  return people.length > 0 ? people : [{ whole: words }];
}

function personOf(part: string): { family: string; given: string; suffix: string } | null {
  if (OFFICE.test(part)) return null;
  const words = part.split(' ').filter((word) => !DEGREE.test(word));
  const suffix = SUFFIX.test(words.at(-1) ?? '') && words.length > 2 ? (words.pop() ?? '') : '';
  if (words.length < 2 || words.length > 5) return null;
  if (!words.every((word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word))) return null;
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(words[at - 1] ?? '')) at -= 1;
  return { given: words.slice(0, at).join(' '), family: words.slice(at).join(' '), suffix };
}

/** Given names as initials: "Jean-Paul Luc" is "J.-P. L." */
export const initials = (given: string): string =>
  given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .map((part) => `${[...part][0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
