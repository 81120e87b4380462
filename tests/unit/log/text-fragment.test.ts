import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragmentUrl } from '../../../src/log/text-fragment.ts';
import { httpUrl, oddText } from '../clippings/arbitraries.ts';

const url = 'https://a.example/b';
const directive = (exact: string, prefix = '', suffix = '', page = url): string | undefined =>
  textFragmentUrl(page, { exact, prefix, suffix })?.split(':~:text=')[1];

describe('the link to a quote', () => {
  it('gives a quote whole', () => {
    expect(
      textFragmentUrl(url, { exact: 'Students plan their own week at school.', prefix: '', suffix: '' }),
    ).toBe('https://a.example/b#:~:text=Students%20plan%20their%20own%20week%20at%20school.');
  });

  it('encodes what means something in a directive', () => {
    expect(directive('well-known, R&D and more words = here')).toBe(
      'well%2Dknown%2C%20R%26D%20and%20more%20words%20%3D%20here',
    );
  });

  it('gives the ends of a long quote, and of one over several blocks', () => {
    const words = Array.from({ length: 60 }, (_, n) => `word${n}`);
    expect(directive(words.join(' '))).toBe(
      'word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59',
    );
    expect(directive('Of thirteen words that stand in two blocks, the ends are enough to find')).toBe(
      'Of%20thirteen%20words%20that%20stand%20in,the%20ends%20are%20enough%20to%20find',
    );
    expect(directive('The first block.\n\nThe last block.')).toBe('The%20first%20block.,The%20last%20block.');
  });

  it('gives a short quote the whole words around it, in its own line', () => {
    expect(directive('the future', 'ast line.\nThey talked of ', ' and of little else that da')).toBe(
      'They%20talked%20of-,the%20future,-and%20of%20little%20else',
    );
  });

  it('leaves a word out that the quote cuts: only whole words match', () => {
    expect(directive('tudents plan their own week at scho', 'S', 'ol')).toBe(
      'plan%20their%20own%20week%20at',
    );
  });

  it('follows a fragment that is there', () => {
    const quote = { exact: 'one two three four five six', prefix: '', suffix: '' };
    expect(textFragmentUrl(`${url}#part`, quote)).toBe(
      `${url}#part:~:text=one%20two%20three%20four%20five%20six`,
    );
    expect(textFragmentUrl(`${url}#:~:text=old`, quote)).toBe(
      `${url}#:~:text=one%20two%20three%20four%20five%20six`,
    );
  });

  it.each(['javascript:alert(1)', 'file:///a', 'data:text/html,x', 'nonsense'])('is none for %s', (page) => {
    expect(textFragmentUrl(page, { exact: 'a', prefix: '', suffix: '' })).toBeNull();
  });

  it('is the page’s own address, with at most four parts and none of them broken, whatever the quote', () => {
    fc.assert(
      fc.property(httpUrl, oddText, oddText, oddText, (page, exact, prefix, suffix) => {
        const found = textFragmentUrl(page, { exact, prefix, suffix });
        expect(found).not.toBeNull();
        const [before = '', text] = (found ?? '').split(':~:text=');
        expect(new URL(found ?? '').origin).toBe(new URL(page).origin);
        expect(before.replace(/#$/, '')).toBe(new URL(page).href.replace(/#$/, ''));
        if (text === undefined) return;
        const parts = text.split(',');
        expect(parts.length).toBeLessThanOrEqual(4);
        for (const part of parts) expect(part).toMatch(/^-?(?:[\w.!~*'()]|%[0-9A-F]{2})+-?$/);
        for (const part of parts) expect(() => decodeURIComponent(part)).not.toThrow();
      }),
    );
  });
});
