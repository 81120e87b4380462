/** Characters of a text that are enough to tell its language. */
export const LANGUAGE_SAMPLE = 6000;

/** The language of a BCP 47 tag without its region; both Norwegians are `no`. */
export const primary = (tag: string): string => {
  const first = tag.split('-')[0] ?? tag;
  return first === 'nb' || first === 'nn' ? 'no' : first;
};

/** Whether a tag names English, or nothing is known: then text is taken for English. */
export const isEnglish = (tag: string | null): boolean => tag === null || primary(tag) === 'en';
