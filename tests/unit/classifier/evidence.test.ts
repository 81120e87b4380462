import { expect, test } from 'vitest';
import { evidenceOf } from '../../../src/classifier/evidence.ts';
import { wordsOf } from '../../../src/classifier/words.ts';

/** The phrases found when these words weigh this much and all others nothing. */
function phrases(text: string, weights: Record<string, number>): string[] {
  const words = wordsOf(text);
  const adds = Float64Array.from(words, ({ form }) => weights[form] ?? 0);
  return evidenceOf(words, adds).map(({ start, end }) => text.slice(start, end));
}

test('the heaviest phrase first, a light one not at all', () => {
  const text = 'The chatbot marks essays. Nobody minds. Robots carry the trays. Soup is free.';
  expect(phrases(text, { chatbot: 3, marks: 1, robots: 2, trays: 0.2, soup: 0.1 })).toEqual([
    'chatbot marks',
    'Robots carry',
  ]);
});

test('a phrase does not cross the end of a sentence', () => {
  expect(phrases('We have robots. Robots have us.', { robots: 1 })).toEqual(['have robots', 'Robots have']);
});

test('a phrase does not end on a connecting word', () => {
  expect(phrases('They let 640 people go, which hurt', { people: 2, go: 2, which: 1 })).toEqual([
    'people go',
  ]);
});

test('where nothing speaks for a tag there is still a phrase; without words there is none', () => {
  expect(phrases('Soup is free', { soup: -1, is: -0.5, free: -2 })).toHaveLength(1);
  expect(phrases('… !', {})).toEqual([]);
});

test('one word alone is its own phrase', () => {
  expect(phrases('Robots!', { robots: 1 })).toEqual(['Robots']);
});
