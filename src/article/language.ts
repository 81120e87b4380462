import { LITTLE_WORDS, SCRIPTS } from './language-profiles.ts';
import { LANGUAGE_SAMPLE, primary } from './language-tag.ts';

/** Fewer words than this do not tell. */
const LEAST_WORDS = 15;
/** Letters of another script are the text's language from this share on: a quoted word is not. */
const SCRIPT_SHARE = 0.4;
/** Share of little words that a running text has at the least, whatever it is about. */
const LITTLE_SHARE = 0.1;
/** English wins unless another language is ahead by this: to say "not English" wrongly costs the reader most. */
const LEAD = 1.3;

const profiles = Object.entries(LITTLE_WORDS).map(([id, words]) => [id, new Set(words.split(' '))] as const);

/**
 * The language a text is in, by the script of its letters and the share of each language's little words.
 *
 * @param text some hundred words of running text; only the first 6,000 characters are looked at
 * @param declared what the page says (`lang`), or null; believed when the text is too short to tell
 * @returns a BCP 47 tag (the declared one where it names the language that was found), or null when neither tells
 */
export function detectLanguage(text: string, declared: string | null): string | null {
  const said = normalTag(declared);
  const found = byScript(text.slice(0, LANGUAGE_SAMPLE)) ?? byWords(text.slice(0, LANGUAGE_SAMPLE));
  if (found === null) return said;
  return said !== null && primary(said) === found ? said : found;
}

function normalTag(declared: string | null): string | null {
  const tag = declared?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return null;
  try {
    const normal = new Intl.Locale(tag).toString();
    return normal === 'und' || normal === 'zxx' ? null : normal;
  } catch {
    // Not a language tag after all (RangeError): the page then declares nothing.
    return null;
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function byScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  if (letters < LEAST_WORDS) return null;
  for (const [pattern, id] of SCRIPTS) {
    const share = count(text, pattern) / letters;
    // Japanese is mostly Han letters; any kana among them tells.
    if (id === 'ja' ? share > 0.1 : share > SCRIPT_SHARE) return refine(id, text);
  }
  return null;
}

/** Tells apart the languages that share a script, by letters only one of them has. */
function refine(id: string, text: string): string {
  if (id === 'ru') {
    if (count(text, /[іїєґ]/gi) > 0.01 * text.length) return 'uk';
    if (count(text, /[ыэ]/gi) === 0 && count(text, /ъ/gi) > 0.005 * text.length) return 'bg';
    if (count(text, /[ђћџљњј]/gi) > 0.01 * text.length) return 'sr';
  }
  if (id === 'ar') {
    if (count(text, /[ٹڈڑےں]/g) > 0.01 * text.length) return 'ur';
    if (count(text, /[پچژگی]/g) > 0.02 * text.length) return 'fa';
  }
  return id;
}

function byWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const scores = profiles.map(([id, little]) => ({
    id,
    score: words.reduce((sum, word) => sum + Number(little.has(word)), 0) / words.length,
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const english = scores.find(({ id }) => id === 'en')?.score ?? 0;
  if (best.score < LITTLE_SHARE) return null;
  return best.score > english * LEAD ? best.id : 'en';
}
