import { expect, test } from 'vitest';
import { deletedWords } from '../../../src/views/reading/row-words.ts';
import { madeArticle, madeClipping, madeReflection } from '../clippings/made-rows.ts';

test.each([
  ['Mine', 1, 'Clipping deleted, with its note.'],
  ['Mine', 0, 'Clipping deleted, with its note.'],
  ['', 1, 'Clipping deleted, with its answers.'],
  ['', 0, 'Clipping deleted.'],
])('a deleted clipping with the note “%s” and %i answers', (note, answers, words) => {
  const deleted = {
    article: madeArticle(),
    clipping: madeClipping({ note }),
    reflections: Array.from({ length: answers }, () => madeReflection()),
  };
  expect(deletedWords(deleted)).toBe(words);
});
