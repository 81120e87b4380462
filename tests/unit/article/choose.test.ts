import { describe, expect, it } from 'vitest';
import { chooseRuns } from '../../../src/article/choose.ts';
import { chosen, kept, type Line, PROSE, texts } from './lines.ts';

describe('chooseRuns', () => {
  it('takes back a list, a table and a short sentence that Readability dropped in between', () => {
    const lines: Line[] = [
      ...kept(3),
      ['main ul li#1', 'Less talk'],
      ['main ul li#2', 'More looking'],
      ['main table tr td#1', 'Afternoons'],
      ['main table tr td#2', 'Forty'],
      ['main p#short', 'It was enough.'],
      ['main p#last', PROSE, true],
    ];
    expect(chosen(lines)).toEqual(texts(lines));
  });

  it('leaves lists of links, and drops one that Readability keeps', () => {
    const lines: Line[] = [
      ...kept(3),
      ['main ul#a li#1', 'Another story', false, true],
      ['main ul#b li#1', 'A third story', true, true],
      ['main p#link', 'Read the first part here', true, true],
      ['main p#last', PROSE, true],
    ];
    expect(chosen(lines)).toEqual([...texts(kept(3)), PROSE]);
  });

  it('takes headings over what it takes; drops those over nothing, and the headline', () => {
    const lines: Line[] = [
      ['main h1', 'A headline', true],
      ...kept(2),
      ['main h2#1', 'What came of it'],
      ...kept(4).slice(2),
      ['main h2#2', 'More of the same', true],
      ['main p#label', 'Also read:', true],
    ];
    expect(chosen(lines)).toEqual([...texts(kept(2)), 'What came of it', ...texts(kept(4).slice(2))]);
  });

  it('takes the lead under the headline, but not what stands apart there', () => {
    const lead = 'One afternoon a week was given back to the teams.';
    const lines: Line[] = [
      ['header h1', 'A headline'],
      ['header p.byline', 'By somebody who has written about this for a long time'],
      ['header p#lead', lead],
      ...kept(3),
    ];
    expect(chosen(lines)).toEqual([lead, ...texts(kept(3))]);
  });

  it('drops boxes apart and captions, but no box that holds the article itself', () => {
    const article = kept(6).map(
      ([path, ...rest], i): Line => [
        path.replace('main', i < 3 ? 'main div.text' : 'main div.share-content'),
        ...rest,
      ],
    );
    const lines: Line[] = [
      ...article,
      ['main div.newsletter p', PROSE.slice(1), true],
      ['main figure figcaption', PROSE.slice(2), true],
      ['main div.wp-caption-text', PROSE.slice(3), true],
    ];
    expect(chosen(lines)).toEqual(texts(article));
  });

  it('looks for the prose itself where Readability keeps hardly any of it', () => {
    const lines: Line[] = [
      ['div#box p', PROSE.slice(1), true],
      ...kept(8).map(([path, text]): Line => [path, text]),
      ['footer p', PROSE.slice(2)],
    ];
    expect(chosen(lines)).toEqual(expect.arrayContaining(texts(kept(8))));
    expect(chosen(lines)).not.toContain(PROSE.slice(2));
  });

  it('has nothing to choose on an empty page', () => {
    expect(chooseRuns({ boxes: [], runs: [] }, '', [])).toEqual([]);
    expect(chosen([['main p', 'Hello']])).toEqual([]);
  });
});
