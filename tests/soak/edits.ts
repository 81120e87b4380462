import { seededRandom } from '../../src/classifier/training/random.ts';
import { describe } from '../../src/selectors/describe.ts';
import { findQuote } from '../../src/selectors/find-quote.ts';
import { paragraph } from '../e2e/long-page.ts';

/** How the quotes of one soak fared. */
export interface EditResult {
  edits: number;
  exact: number;
  near: number;
  notFound: number;
  /** Found where the passage is not. The goal is none. */
  wrong: string[];
  /** Found although the passage was deleted. The goal is none. */
  ghosts: string[];
}

const PARAGRAPHS = 40;

/** Edits as editors do them: each takes paragraphs and gives others. The quoted one is at `at`. */
const EDITS: Record<string, (text: string[], at: number, random: () => number) => string[]> = {
  'a paragraph inserted': (text, _at, random) => {
    const place = Math.floor(random() * text.length);
    return [...text.slice(0, place), `An insertion. ${paragraph(1000 + place)}`, ...text.slice(place)];
  },
  'another paragraph removed': (text, at, random) => {
    const gone = (at + 1 + Math.floor(random() * (text.length - 1))) % text.length;
    return text.filter((_, n) => n !== gone);
  },
  'paragraphs moved': (text, _at, random) => {
    const from = Math.floor(random() * text.length);
    return [...text.slice(from), ...text.slice(0, from)];
  },
  'a typo in the quote': (text, at, random) =>
    text.map((one, n) => {
      if (n !== at) return one;
      // Behind the paragraph’s number, by which the test knows it.
      const letter = 24 + Math.floor(random() * 40);
      return one.slice(0, letter) + one.slice(letter + 1);
    }),
  'quotes curled': (text) => text.map((one) => one.replaceAll("'", '’').replaceAll('"', '”')),
  'an advertisement between': (text, at) => [
    ...text.slice(0, at),
    'Advertisement. Read on below.',
    ...text.slice(at),
  ],
  'the passage deleted': (text, at) => text.filter((_, n) => n !== at),
};

/** Quotes passages of made-up articles, edits the articles, and looks for the quotes again. */
export function soakEdits(count: number, seed: number): EditResult {
  const random = seededRandom(seed);
  const names = Object.keys(EDITS);
  const result: EditResult = { edits: 0, exact: 0, near: 0, notFound: 0, wrong: [], ghosts: [] };
  for (let turn = 0; turn < count; turn += 1) {
    const first = Math.floor(random() * 5000);
    const before = Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(first + n));
    const at = Math.floor(random() * PARAGRAPHS);
    const quoted = before[at] ?? '';
    const whole = before.join(' ');
    const start = whole.indexOf(quoted);
    const selectors = describe(whole, start, start + quoted.length);
    const name = names[turn % names.length] ?? '';
    const after = (EDITS[name]?.(before, at, random) ?? before).join(' ');
    const found = findQuote(after, selectors);
    const number = `Paragraph number ${first + at} `;
    const where = `${name}, paragraph ${first + at}, edit ${turn}`;
    result.edits += 1;
    if (found === null) {
      result.notFound += 1;
      continue;
    }
    result[found.state] += 1;
    // The typo never touches the number, which no other paragraph has.
    const right = after.slice(found.start, found.end + 1).startsWith(number);
    if (name === 'the passage deleted') result.ghosts.push(where);
    else if (!right) result.wrong.push(where);
  }
  return result;
}
