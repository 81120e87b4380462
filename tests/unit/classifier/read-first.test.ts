import { describe, expect, test } from 'vitest';
import type { TaggedPassage, Word } from '../../../src/classifier/classifier.ts';
import { readFirst } from '../../../src/classifier/read-first.ts';
import type { TagId } from '../../../src/framework/tag-ids.ts';

type Short = [TagId, Word, number?];
const passage = (index: number, ...tags: Short[]): TaggedPassage => ({
  index,
  tags: tags.map(([tag, word, confidence = 0.9]) => ({
    tag,
    word,
    confidence,
    evidence: [{ start: 0, end: 1 }],
    taught: 0,
  })),
  signals: [],
});
const fillers = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => passage(from + at, ['culture', 'likely']));

describe('what to read first', () => {
  test('those with the most clear tags, three at most, in reading order', () => {
    const passages = [
      passage(0, ['culture', 'clear']),
      passage(1, ['ai', 'clear'], ['jobs', 'clear']),
      passage(2, ['ai', 'clear'], ['jobs', 'clear'], ['economy', 'clear']),
      ...fillers(3, 4),
      passage(7, ['agency', 'clear'], ['culture', 'clear']),
    ];
    expect(readFirst([...passages].reverse())).toEqual([1, 2, 7]);
  });

  test('a long-game passage goes before a short-game one with as many clear tags', () => {
    const passages = [
      passage(0, ['culture', 'clear', 0.99]),
      passage(1, ['over-control', 'clear', 0.99]),
      passage(2, ['ai', 'clear', 0.86]),
      passage(3, ['jobs', 'clear', 0.86]),
      passage(4, ['agency', 'clear', 0.86]),
      passage(5, ['culture', 'clear', 0.99]),
    ];
    expect(readFirst(passages)).toEqual([2, 3, 4]);
  });

  test('nothing where five passages or fewer are marked: read them all', () => {
    const marked = Array.from({ length: 5 }, (_, at) => passage(at, ['ai', 'clear']));
    expect(readFirst(marked)).toEqual([]);
    expect(readFirst([...marked, passage(5, ['ai', 'perhaps']), passage(6)])).toEqual([]);
    expect(readFirst([...marked, passage(5, ['ai', 'likely'])])).toEqual([0, 1, 2]);
  });

  test('nothing where no tag is clear', () => {
    expect(readFirst(fillers(0, 12))).toEqual([]);
  });
});
