import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  failedTitle,
  failedWords,
  firstWords,
  languageName,
  listWords,
  nothingWords,
  progressWords,
} from '../../../src/views/reading/words.ts';
import { reading } from '../../browser/popup/reading-fixture.ts';

describe('what a reading is said to be', () => {
  test('names the paragraph, and begins at the first', () => {
    expect(progressWords(reading({ read: 5, total: 9 }))).toBe('Paragraph 5 of 9, on this device.');
    expect(progressWords(reading({ read: 0, total: 9 }))).toBe('Paragraph 1 of 9, on this device.');
    expect(progressWords(reading({ what: 'list', read: 3, total: 31 }))).toBe(
      'Headline 3 of 31, on this device.',
    );
  });

  test('says why it broke off, how much was read, and what is safe', () => {
    const error = { message: 'Reading stopped: the page replaced its text.', detail: '' };
    const broken = reading({ phase: 'failed', read: 11, total: 41, error });
    expect(failedTitle(broken)).toBe('Reading stopped: the page replaced its text.');
    expect(failedTitle({ ...broken, error: null })).toBe('The reading stopped');
    expect(failedWords(broken)).toBe(
      'Your clippings and notes are safe. 11 of 41 paragraphs were read; what was found is marked.',
    );
    expect(failedWords(reading({ read: 0, total: 9 }))).toBe('Your clippings and notes are safe.');
    expect(failedWords(reading({ what: 'list', read: 1, total: 9 }))).toContain(
      '1 of 9 headlines was read; what was found is marked.',
    );
  });

  test('counts what was read for nothing, and what a list has', () => {
    expect(nothingWords(14)).toBe('All 14 paragraphs were read, and none spoke to the 17 ideas.');
    expect(nothingWords(1)).toBe('Its one paragraph was read, and it did not speak to the 17 ideas.');
    const list = reading({ what: 'list', total: 31, read: 31 });
    expect(listWords(list, 6)).toBe('31 headlines read, 6 marked. Select one to see it on the page.');
    expect(listWords(list, 0)).toBe('31 headlines read, 0 marked.');
    expect(listWords({ ...list, phase: 'stopped', read: 12 }, 2)).toMatch(
      /^12 of 31 headlines read, 2 marked\./,
    );
  });

  test('names a language, whatever the page declares', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('pt-BR')).toBe('Brazilian Portuguese');
    expect(languageName('no language at all')).toBe('no language at all');
  });
});

describe('the first words of a selection', () => {
  test('are cut at a word', () => {
    expect(firstWords('Short enough.')).toBe('Short enough.');
    expect(firstWords('Nobody on the board had put the two facts, side by side', 44)).toBe(
      'Nobody on the board had put the two facts…',
    );
  });

  test('never cut a character in two, and never grow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 80 }), (text, most) => {
        const words = firstWords(text, most);
        expect(words.length).toBeLessThanOrEqual(most + 1);
        expect(words.isWellFormed()).toBe(true);
      }),
    );
  });
});
