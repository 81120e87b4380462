import { describe, expect, it } from 'vitest';
import { chosen, kept, type Line, PROSE, texts } from './lines.ts';

describe('what says of itself that it is not the text', () => {
  it('is the title said again above it, but not below', () => {
    const lines: Line[] = [['main div.top', 'What did a Year of Thursdays give?', true], ...kept(3)];
    expect(chosen(lines, 'What did a year of Thursdays give?')).toEqual(texts(kept(3)));
    const refrain: Line[] = [
      ...kept(3),
      ['main ul li', 'What did a Year of Thursdays give?', true],
      ['main p#z', PROSE, true],
    ];
    expect(chosen(refrain, 'What did a year of Thursdays give?')).toEqual(texts(refrain));
  });

  it('is a stray line at either end, but not a sentence there, nor a short line between', () => {
    const lines: Line[] = [
      ['main div.a', '14 March, 9:30', true],
      ['main p#one', 'It began on a Thursday.', true],
      ...kept(3),
      ['main p#name', 'Ms Okafor, fourth grade', true],
      ['main p#last', `${PROSE} Then it was over.`, true],
      ['main p#two', 'It still goes on.', true],
      ['main p#c', 'Contact: the school office', true],
    ];
    expect(chosen(lines)).toEqual(texts(lines.slice(1, -1)));
  });

  it('is no short line where all are short', () => {
    const lines: Line[] = Array.from({ length: 6 }, (_, i) => [
      `main p#${i}`,
      `A line of a song, ${i}`,
      true,
    ]);
    expect(chosen(lines)).toEqual(texts(lines));
  });

  it('is a label over links, but not one over text', () => {
    const lines: Line[] = [
      ...kept(3),
      ['main p#label', 'Seen this?', true],
      ['main p#link', 'How the next district did it', true, true],
      ['main p#question', 'And then?', true],
      ['main p#last', PROSE, true],
    ];
    expect(chosen(lines)).toEqual([...texts(kept(3)), 'And then?', PROSE]);
  });

  it('is a paragraph that only points elsewhere, but not a linked sentence or address', () => {
    const pointer = 'Read here: how the next district gave an afternoon away';
    const sentence = 'The whole plan is on the district’s own pages.';
    const address = 'https://plan.school.example/thursdays';
    const lines: Line[] = [
      ...kept(3),
      ['main p#pointer', pointer, true, pointer.length - 11],
      ['main p#sentence', sentence, true, true],
      ['main p#address', address, true, true],
      ['main p#last', PROSE, true],
    ];
    expect(chosen(lines)).toEqual([...texts(kept(3)), sentence, address, PROSE]);
  });

  it('is a picture’s credit in a paragraph of its own, but not a sentence about a picture', () => {
    const about = 'She held up a photo: it showed the old school before the flood.';
    const lines: Line[] = [
      ...kept(2),
      ['main p#a', 'The library on a Thursday (Photo: J. Okafor)', true],
      ['main p#b', 'Two teachers in the yard © School of the Creek', true],
      ['main p#c', about, true],
      ['main p#last', PROSE, true],
    ];
    expect(chosen(lines)).toEqual([...texts(kept(2)), about, PROSE]);
  });

  it('is the teasers of other stories, but not the items of an article', () => {
    const teasers: Line[] = [0, 1, 2, 3].flatMap((i): Line[] => [
      [`main div.cards div.card#${i} h3`, `How district number ${i} gave an afternoon away`, true, true],
      [`main div.cards div.card#${i} p`, `${PROSE} Told by the people of district ${i}.`, true],
    ]);
    const article = kept(12);
    expect(chosen([...article, ...teasers])).toEqual(texts(article));
    // Where they are most of the page's prose, they are the article.
    expect(chosen([...kept(1), ...teasers])).toEqual(
      expect.arrayContaining(texts(teasers).filter((_, i) => i % 2 === 1)),
    );
  });
});

describe('what comes back', () => {
  it('is a table and a short lead between the headline and the text', () => {
    const lines: Line[] = [
      ['article div.head h1', 'A soup for forty'],
      ['article div.head p', 'The best we ever made!'],
      ['article table tr#1 td', 'Forty onions'],
      ['article table tr#2 td', 'Salt'],
      ['article ul.menu li', 'Print this', false, true],
      ...kept(3).map(([path, ...rest]): Line => [path.replace('main', 'article div.text'), ...rest]),
    ];
    expect(chosen(lines)).toEqual(texts(lines.filter(([path]) => !/h1|ul/.test(path))));
  });

  it('is a heading over a lead outside the main box', () => {
    const lines: Line[] = [
      ['div.intro h1', 'What we are for'],
      ['div.intro h3#1', 'Vision'],
      ['div.intro p#1', PROSE.slice(4)],
      ['div.intro h3#2', 'Mission'],
      ['div.intro p#2', PROSE.slice(8)],
      ...kept(3),
    ];
    expect(chosen(lines)).toEqual(texts(lines.slice(1)));
  });
});
