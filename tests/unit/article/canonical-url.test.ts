import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/article/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['https://a.example/x?utm_source=f&id=7&fbclid=1#part', null, 'https://a.example/x?id=7'],
    ['https://a.example/x?utm_source=f', null, 'https://a.example/x'],
    ['https://a.example/x?q=a%20b&&gclid=2', null, 'https://a.example/x?q=a%20b'],
    ['https://a.example/#/story/7', null, 'https://a.example/#/story/7'],
    ['https://a.example/#!story', 'https://a.example/', 'https://a.example/#!story'],
    ['https://a.example/x#:~:text=words', null, 'https://a.example/x'],
    ['https://u:p@a.example/x', null, 'https://a.example/x'],
    ['https://m.a.example/x?id=1', 'https://www.a.example/x/', 'https://www.a.example/x/'],
    ['https://amp.a.example/x', 'http://a.example/x?utm_medium=m', 'http://a.example/x'],
    ['https://a.example/x', '/y#z', 'https://a.example/y'],
    ['https://a.example/x', 'https://b.example/x', 'https://a.example/x'],
    ['https://a.example/x', 'https://a.example.evil.example/x', 'https://a.example/x'],
    ['https://a.example/x', 'https://a.example:8443/x', 'https://a.example/x'],
    ['https://a.example/x', 'javascript:alert(1)', 'https://a.example/x'],
    ['https://a.example/x', 'https://a.example/', 'https://a.example/x'],
    ['https://a.example/x', 'http://', 'https://a.example/x'],
    ['https://a.example/x', '  ', 'https://a.example/x'],
    ['about:blank', 'https://a.example/', 'about:blank'],
    ['https://m.example/x', 'https://www.m.example/x', 'https://www.m.example/x'],
  ])('%s claiming %s is %s', (visited, claimed, url) => {
    expect(canonicalUrl(visited, claimed)).toBe(url);
  });

  it('gives its own answer back', () => {
    const part = fc.stringMatching(/^[a-z0-9=&%?#!/:~.-]{0,30}$/);
    fc.assert(
      fc.property(part, fc.option(part), (tail, claim) => {
        const once = canonicalUrl(`https://www.school.example/${tail}`, claim);
        expect(canonicalUrl(once, null)).toBe(once);
        expect(canonicalUrl(once, once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicalUrl(url, null);
        expect(canonicalUrl(once, null)).toBe(once);
      }),
    );
  }, 60_000);
});
