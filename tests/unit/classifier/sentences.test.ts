import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/classifier/sentences.ts';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['two', ['Robots came.', 'Jobs went.']],
    ['a title', ['Dr. Osei and Mrs. Lund run it.', 'They met in June.']],
    ['initials', ['It was J. K. Marsh who asked.', 'Nobody answered.']],
    ['an initial in a name', ['We asked John A. Smith.', 'He laughed.']],
    ['a grade at the end', ['Her teachers sent in an A.', 'A formula sent it back.']],
    ['a decimal', ['It rose 3.5 per cent.', 'Then it fell.']],
    ['a time', ['We meet at 7 p.m. on Monday.', 'Bring a pen.']],
    ['for example', ['Some tools, e.g. chatbots, help.', 'Others do not.']],
    ['a numbered figure', ['See No. 7 and fig. 3 for more.', 'They are old.']],
    ['a quotation that asks, and who asked', ['“Why now?” she said.', 'No one knew.']],
    ['a quotation', ['“We tried.”', '“It failed.”']],
    ['a numbered line', ['1. Learn the names first.', 'Then the rest.']],
    ['a country', ['The U.S. economy grew.', 'Schools did not.']],
    ['questions and exclamations', ['Really?', 'Yes!', 'Good.']],
    ['I at the end', ['So did my sister and I.', 'We left.']],
  ])('%s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  test.each([[''], ['   '], ['\n\t']])('nothing to cut in %j', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });

  test('any text: in order, not over each other, nothing but white space left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Dr. ', 'A. ', '“No?” ', '1. ', '\uD800'))),
        (parts) => {
          const text = parts.join('');
          const spans = splitSentences(text);
          const left = spans.map(({ start }, at) => text.slice(spans[at - 1]?.end ?? 0, start)).join('');
          return (
            spans.every(({ start, end }, at) => start >= (spans[at - 1]?.end ?? 0) && end > start) &&
            (left + text.slice(spans.at(-1)?.end ?? 0)).trim() === ''
          );
        },
      ),
    );
  });
});
