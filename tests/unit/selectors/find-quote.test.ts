import fc from 'fast-check';
import { expect, describe as group, test, vi } from 'vitest';
import { describe } from '../../../src/selectors/describe.ts';
import { createFinder, findQuote } from '../../../src/selectors/find-quote.ts';
import { prose } from './prose.ts';

// Properties run hundreds of searches: slow machines get the time they need.
vi.setConfig({ testTimeout: 60_000 });

const PASSAGE =
  'The warehouse on Route 9 that hired 1,400 people in 2012 now runs with 310 and a fleet of robots.';
const BEFORE = prose(900, 1);
const AFTER = prose(900, 2);
const PAGE = `${BEFORE} ${PASSAGE} ${AFTER}`;
const KEPT = describe(PAGE, BEFORE.length + 1, BEFORE.length + 1 + PASSAGE.length);

const wordsAt = (text: string, found: { start: number; end: number } | null) =>
  found && text.slice(found.start, found.end);

group('word for word', () => {
  test('a described quote is found where it was described, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const selectors = describe(text, start, end);
          const found = findQuote(text, selectors);
          expect(found).toMatchObject({ ...selectors.position, state: 'exact' });
        },
      ),
    );
  });

  test('a described quote of a text that repeats itself is found where it was described', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ab', 'a', 'b ', 'the same again. '), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (pieces, a, b) => {
          const text = pieces.join('');
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const selectors = describe(text, start, end);
          expect(findQuote(text, selectors)).toMatchObject(selectors.position);
        },
      ),
    );
  });

  test('edits elsewhere move it and it is still found word for word', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 700 }),
        fc.nat({ max: 500 }),
        fc.nat({ max: 400 }),
        (seed, cut, grow, shrink) => {
          const before = `${BEFORE.slice(0, cut)} ${prose(grow + 1, seed)} ${BEFORE.slice(cut + shrink)}`;
          const after = `${AFTER.slice(shrink)} ${prose(grow + 1, seed + 1)}`;
          const page = `${before} ${PASSAGE} ${after}`;
          const found = findQuote(page, KEPT);
          expect(found).toMatchObject({ state: 'exact', start: before.length + 1 });
          expect(wordsAt(page, found)).toBe(PASSAGE);
        },
      ),
    );
  });

  test('of two places its context says which', () => {
    const pull = `${PASSAGE} ${BEFORE} ${PASSAGE} ${AFTER}`;
    const start = PASSAGE.length + 1 + BEFORE.length + 1;
    expect(findQuote(pull, KEPT)).toMatchObject({ start, state: 'exact' });
  });

  test('of two places that nothing tells apart none is taken', () => {
    const filler = prose(400, 9);
    const page = `${filler} ${PASSAGE} ${prose(500, 10)} ${PASSAGE} ${prose(300, 11)}`;
    expect(findQuote(page, KEPT)).toBeNull();
  });

  test('a few common words are not taken for the quote in another sentence', () => {
    const text = `${prose(300, 4)} in the end they left. ${prose(300, 5)}`;
    const start = text.indexOf('in the end');
    const selectors = describe(text, start, start + 10);
    const gone = `${prose(400, 6)} so in the end nobody came to it. ${prose(400, 7)}`;
    expect(findQuote(gone, selectors)).toBeNull();
    expect(findQuote(`${prose(200, 8)} ${text}`, selectors)).toMatchObject({ state: 'exact' });
  });
});

group('nearly', () => {
  test('straightened quotes and dashes', () => {
    const curly = '“The short game gets you through the year,” she said — and the room’s mood changed.';
    const text = `${BEFORE} ${curly} ${AFTER}`;
    const selectors = describe(text, BEFORE.length + 1, BEFORE.length + 1 + curly.length);
    const straight = curly.replace(/[“”]/g, '"').replace('’', "'").replace('—', '-');
    const page = `${prose(120, 3)} ${BEFORE} ${straight} ${AFTER}`;
    const found = findQuote(page, selectors);
    expect(found?.state).toBe('near');
    expect(wordsAt(page, found)).toBe(straight);
  });

  test.each([
    ['a typo', PASSAGE.replace('warehouse', 'warehose')],
    ['a corrected figure', PASSAGE.replace('310', '312')],
    ['a word put in', PASSAGE.replace('a fleet', 'a growing fleet')],
    ['a word taken out', PASSAGE.replace('now ', '')],
    ['its first word changed', PASSAGE.replace('The ', 'That ')],
    ['its last word changed', PASSAGE.replace('robots.', 'machines.')],
  ])('%s', (_what, edited) => {
    const page = `${prose(300, 12)} ${BEFORE} ${edited} ${AFTER}`;
    const found = findQuote(page, KEPT);
    expect(found?.state).toBe('near');
    expect(wordsAt(page, found)).toBe(edited);
  });

  test('a typo anywhere in it, with the text before it rewritten', () => {
    fc.assert(
      fc.property(fc.nat({ max: PASSAGE.length - 1 }), fc.integer({ min: 1, max: 1e6 }), (at, seed) => {
        // A changed figure or capital may be another row of a table: that wants both neighbours, tested below.
        if (!/[a-z]/.test(PASSAGE[at] ?? '')) return;
        const typo = `${PASSAGE.slice(0, at)}x${PASSAGE.slice(at + 1)}`;
        const page = `${prose(700, seed)} ${typo} ${AFTER}`;
        const found = findQuote(page, KEPT);
        if (typo === PASSAGE) return;
        expect(found?.state).toBe('near');
        expect(
          Math.abs((found?.start ?? -9) - (page.length - AFTER.length - 1 - PASSAGE.length)),
        ).toBeLessThan(3);
      }),
    );
  });

  test('a long selection by its ends', () => {
    const long = prose(6000, 20);
    const text = `${BEFORE} ${long} ${AFTER}`;
    const selectors = describe(text, BEFORE.length + 1, BEFORE.length + 1 + long.length);
    const edited = `${long.slice(0, 2500)} a sentence put in. ${long.slice(2600)}`;
    const page = `${prose(500, 21)} ${text.replace(long, edited)}`;
    const found = findQuote(page, selectors);
    expect(wordsAt(page, found)).toBe(edited);
  });

  test('another row of a list is not the deleted one', () => {
    const rows = [1, 2, 3].map(
      (ward) => `The bond passed in Ward ${ward} with ${50 + ward} percent of the vote.`,
    );
    const text = `${BEFORE} ${rows.join(' ')} ${AFTER}`;
    const start = text.indexOf(rows[0] ?? '');
    const selectors = describe(text, start, start + (rows[0] ?? '').length);
    expect(findQuote(`${BEFORE} ${rows.slice(1).join(' ')} ${AFTER}`, selectors)).toBeNull();
    const corrected = text.replace('51 percent', '57 percent');
    expect(findQuote(corrected, selectors)).toMatchObject({ state: 'near', start });
  });
});

group('not there', () => {
  test('a deleted passage is not found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 1e6 }), (seed) => {
        expect(findQuote(`${BEFORE} ${AFTER}`, KEPT)).toBeNull();
        expect(findQuote(`${prose(2000, seed)}`, KEPT)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('words that are only somewhat alike want a neighbour that is still there', () => {
    const alike = PASSAGE.replace('warehouse', 'storehouse').replace('that hired', 'which took on');
    expect(findQuote(`${prose(800, 40)} ${alike} ${AFTER}`, KEPT)).toMatchObject({ state: 'near' });
    expect(findQuote(`${prose(800, 40)} ${alike} ${prose(800, 41)}`, KEPT)).toBeNull();
  });

  test('words that deny the quote are not the quote', () => {
    const said = 'The county will close the school before the summer, the board decided on Tuesday.';
    const text = `${BEFORE} ${said} ${AFTER}`;
    const selectors = describe(text, BEFORE.length + 1, BEFORE.length + 1 + said.length);
    expect(findQuote(`${BEFORE} ${said.replace('will', 'will not')} ${AFTER}`, selectors)).toBeNull();
    expect(findQuote(`${BEFORE} ${said.replace('will', 'won’t')} ${AFTER}`, selectors)).toBeNull();
  });

  test.each(['', ' ', '\ud800', 'a\udc00b'])('odd text %j neither throws nor matches', (text) => {
    expect(findQuote(text, KEPT)).toBeNull();
    const empty = { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } };
    expect(findQuote(text, empty)).toBeNull();
  });

  test('any selectors on any text: never a throw, never a range outside the text', () => {
    const part = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(part, part, part, part, fc.nat(), fc.nat(), (text, exact, prefix, suffix, start, end) => {
        const found = findQuote(text, { quote: { exact, prefix, suffix }, position: { start, end } });
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('350 clippings on a page of 200,000 characters cost bounded work', () => {
  const text = prose(200_000, 30);
  const finder = createFinder(text);
  let longest = 0;
  for (let at = 0; at < 350; at++) {
    const start = 500 + at * 550;
    const quote = text.slice(start, start + 240);
    // Half of them edited, a tenth gone.
    const edited = at % 10 === 0 ? prose(240, at) : at % 2 === 0 ? quote.replace(/e/g, 'i') : quote;
    const selectors = describe(text, start, start + 240);
    const began = performance.now();
    finder.find({ ...selectors, quote: { ...selectors.quote, exact: edited } });
    longest = Math.max(longest, performance.now() - began);
  }
  console.log(`longest of 350 searches: ${longest.toFixed(1)} ms`);
}, 60_000);
