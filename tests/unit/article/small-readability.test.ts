import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { READABILITY_NAMES, smallReadability } from '../../../src/article/build/small-readability.ts';

const path = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
const whole = readFileSync(path, 'utf8');
const small = smallReadability(whole);

describe('Readability without what no page needs', () => {
  it('calls no method that was left out', () => {
    const called = new Set([...small.matchAll(/this\.(_\w+)\(/g)].map(([, name]) => name));
    const there = new Set([...small.matchAll(/^ {2}(_\w+)\(/gm)].map(([, name]) => name));
    // The option, a function that is given.
    called.delete('_serializer');
    expect([...called].filter((name) => !there.has(name))).toEqual([]);
    expect([...there].filter((name) => !called.has(name))).toEqual([]);
  });

  it('asks for no pattern that was left out', () => {
    const asked = [...small.matchAll(/REGEXPS\.(\w+)/g)].map(([, name]) => name);
    for (const name of asked) expect(small).toMatch(new RegExp(`^ {4}${name}:`, 'm'));
  });

  it('says which part is not where it was, when the package is written anew', () => {
    const anew = whole.replace('_cleanClasses(node) {', '_cleanAllClasses(node) {');
    expect(() => smallReadability(anew)).toThrow('_cleanClasses stands there 0 times');
  });

  it('has names to shorten that are its own, and none that a page has', () => {
    for (const name of ['_grabArticle', 'FLAG_STRIP_UNLIKELYS', 'PHRASING_ELEMS', 'REGEXPS'])
      expect(name).toMatch(READABILITY_NAMES);
    for (const name of ['ELEMENT_NODE', 'SHOW_TEXT', 'textContent', 'CSS', 'readability'])
      expect(name).not.toMatch(READABILITY_NAMES);
  });
});
