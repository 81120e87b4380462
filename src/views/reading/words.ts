import type { TabReading } from '../../messages/tab-reading.ts';

const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count inside a sentence: in words up to twelve. */
export const countWord = (count: number): string => SMALL[count] ?? String(count);

/** `1 passage`, `9 passages`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What a page is made of, in the singular. */
export const nounOf = (reading: Pick<TabReading, 'what'>): 'headline' | 'paragraph' =>
  reading.what === 'list' ? 'headline' : 'paragraph';

/** How far a reading is: "Paragraph 5 of 9, on this device." */
export function progressWords(reading: TabReading): string {
  const noun = nounOf(reading) === 'headline' ? 'Headline' : 'Paragraph';
  return `${noun} ${Math.max(1, reading.read)} of ${reading.total}, on this device.`;
}

/** Why a reading broke off, in the page's own words where it has any. */
export const failedTitle = ({ error }: TabReading): string => error?.message ?? 'The reading stopped';

const readOf = (reading: TabReading): string =>
  `${reading.read} of ${counted(reading.total, nounOf(reading))}`;

/** What is safe after a reading broke off, and how much was read. */
export function failedWords(reading: TabReading): string {
  const { read } = reading;
  const was = read === 1 ? 'was' : 'were';
  const found = read > 0 ? ` ${readOf(reading)} ${was} read; what was found is marked.` : '';
  return `Your clippings and notes are safe.${found}`;
}

/** What is said of an article without a marked passage. */
export function nothingWords(total: number): string {
  if (total === 1) return 'Its one paragraph was read, and it did not speak to the 17 ideas.';
  return `All ${total} paragraphs were read, and none spoke to the 17 ideas.`;
}

/** "School Dispatch, 4 min" */
export const metaWords = ({ page, minutes }: TabReading): string =>
  [page?.site, minutes === null ? null : `${minutes} min`].filter(Boolean).join(', ');

/** A language's English name, for a BCP 47 tag; the tag itself where there is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // a page may declare anything: what is no BCP 47 tag is said as it stands
  }
}

/** The first words of a selection, to tell which it is: about 60 characters, cut at a word. */
export function firstWords(text: string, most = 60): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const at = cut.lastIndexOf(' ');
  return `${(at > 0 ? cut.slice(0, at) : cut.replace(/[\uD800-\uDBFF]$/, '')).replace(/[\s,;:]+$/, '')}…`;
}

/** How many headlines of a list were read and marked. */
export function listWords(reading: TabReading, marked: number): string {
  const whole = !['stopped', 'failed'].includes(reading.phase);
  const how = whole ? counted(reading.total, 'headline') : readOf(reading);
  return `${how} read, ${marked} marked.${marked > 0 ? ' Select one to see it on the page.' : ''}`;
}
