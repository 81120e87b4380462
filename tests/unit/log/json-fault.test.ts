import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFault, lineAndColumn } from '../../../src/log/json-fault.ts';
import { oddText } from '../clippings/arbitraries.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** JSON with a piece cut out or put in somewhere. */
const damaged = fc
  .tuple(
    fc.json({ noUnicodeString: false }),
    fc.nat(),
    fc.nat({ max: 4 }),
    fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', '-', ':', '\n'),
  )
  .map(([json, at, cut, put]) => {
    const where = at % (json.length + 1);
    return json.slice(0, where) + put + json.slice(where + cut);
  });

it('finds a fault exactly where JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.json(), oddText), (text) => {
      expect(jsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});

it('reports a place from which on no JSON could be', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      for (let end = 0; end < json.length; end += 1) {
        const fault = jsonFault(json.slice(0, end));
        // Cut short, all that is there may stand there: the fault is its end, or it is JSON already (a number).
        if (fault !== null) expect(fault).toBeGreaterThanOrEqual(Math.max(0, end - 5));
      }
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['["a\nb"]', 3],
  ['["\\x"]', 2],
  ['[1] x', 4],
  ['[1, {"a": [', 11],
  ['"open', 5],
  ['01', 1],
])('%j is wrong at %i', (text, at) => {
  expect(jsonFault(text)).toBe(at);
});

it('is not overcome by depth', () => {
  expect(jsonFault('['.repeat(200_000))).toBe(200_000);
});

it('counts lines and columns from one', () => {
  expect(lineAndColumn('a\r\nbc\nd', 4)).toEqual({ line: 2, column: 2 });
  expect(lineAndColumn('', 0)).toEqual({ line: 1, column: 1 });
});
