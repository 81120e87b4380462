import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { collapse, mapText } from '../../../src/article/block-text.ts';

const made: Element[] = [];
afterEach(() => {
  for (const element of made.splice(0)) element.remove();
});

function textsOf(html: string): Text[] {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  made.push(element);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

function rangeText(at: StaticRangeInit): string {
  const range = document.createRange();
  range.setStart(at.startContainer, at.startOffset);
  range.setEnd(at.endContainer, at.endOffset);
  return range.toString();
}

describe('mapText', () => {
  it.each([
    ['one run', 'The  future\n\tof&nbsp;work ', 'The future of work'],
    ['inline elements', 'The <b>future</b> of <i>work</i>', 'The future of work'],
    ['a word in two elements', '<b>fut</b>ure', 'future'],
    ['a line break', 'one<br>two', 'one two'],
    ['blocks', '<p>one</p><p>two</p>', 'one two'],
    [
      'inline blocks',
      '<span style="display:inline-block">one</span><span style="display:inline-block">two</span>',
      'one two',
    ],
    ['a floated drop cap', '<span style="float:left">T</span>he future', 'The future'],
    ['white space at a border', '<b>one </b> two', 'one two'],
    ['only white space', ' \n <b> </b>', ''],
    ['soft hyphens, kept', 'fu&shy;ture', 'fu\u00adture'],
  ])('collapses %s', (_name, html, text) => {
    expect(mapText(textsOf(html)).text).toBe(text);
  });

  it('is null outside the text, and where the page has changed', () => {
    const texts = textsOf('some words here');
    const map = mapText(texts);
    expect(map.toRange(-1, 2)).toBeNull();
    expect(map.toRange(3, 2)).toBeNull();
    expect(map.toRange(0, 99)).toBeNull();
    texts[0]!.data = 'short';
    expect(map.toRange(0, 15)).toBeNull();
    expect(mapText([]).toRange(0, 0)).toBeNull();
    expect(map.offsetOf(document.createTextNode('x'), 0)).toBeNull();
  });

  it('has the place of a space, and of nothing', () => {
    const [text] = textsOf('one  two');
    const map = mapText([text!]);
    expect(map.toRange(0, 4)).toMatchObject({ startOffset: 0, endOffset: 4 });
    expect(map.toRange(3, 4)).toMatchObject({ startContainer: text, startOffset: 3, endOffset: 4 });
    expect(map.toRange(4, 4)).toMatchObject({ startOffset: 5, endOffset: 5 });
    expect([3, 4, 5, 8].map((offset) => map.offsetOf(text!, offset))).toEqual([3, 4, 4, 7]);
  });

  it('gives a range that says the same words, and the way back, whatever the nodes', () => {
    const word = fc.string({
      unit: fc.constantFrom(' ', '\n', '\u00a0', 'a', 'é', '\u00ad', '😀', '\ud800', 'מ'),
      maxLength: 8,
    });
    const wrap = fc.constantFrom('plain', 'b', 'br', 'p');
    fc.assert(
      fc.property(fc.array(fc.tuple(wrap, word), { maxLength: 8 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const element = document.createElement('div');
        document.body.append(element);
        const texts: Text[] = [];
        for (const [how, data] of parts) {
          const text = document.createTextNode(data);
          texts.push(text);
          if (how === 'br') element.append(document.createElement('br'));
          if (how === 'b' || how === 'p') {
            const child = document.createElement(how);
            child.append(text);
            element.append(child);
          } else element.append(text);
        }
        const map = mapText(texts);
        const length = map.text.length;
        const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
        const at = map.toRange(start, end);
        if (length === 0) expect(at).toBeNull();
        else {
          const plain = map.text.slice(start, end).replaceAll(' ', '');
          expect(collapse(rangeText(at!)).replaceAll(' ', '')).toBe(plain);
          if (!/^ | $/.test(map.text.slice(start, end)) && end > start) {
            expect(map.offsetOf(at!.startContainer as Text, at!.startOffset)).toBe(start);
            expect(map.offsetOf(at!.endContainer as Text, at!.endOffset)).toBe(end);
            expect(rangeText(at!)).toBe(rangeText(at!).trim());
          }
        }
        expect(map.text).toBe(collapse(map.text));
        element.remove();
      }),
      { numRuns: 300 },
    );
  });
});
