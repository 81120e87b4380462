import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { anchorAll, describeRange, type Locate } from '../../../src/annotation/anchor.ts';
import { buildPageText } from '../../../src/annotation/page-text.ts';
import { pause } from '../../../src/annotation/pause.ts';
import { locateAll } from '../../../src/selectors/locate.ts';
import { prose } from '../../unit/selectors/prose.ts';
import { ARTICLE, ARTICLE_CSS } from './article-page.ts';
import { annotate, clearAnnotations, HOST, passage, resetPage, setPage, settled, tag } from './page.ts';

afterEach(() => {
  clearAnnotations();
  resetPage();
});

const textOf = async () => (await buildPageText(document, pause)).text;
const locate =
  (turn: () => Promise<void>): Locate =>
  (text, quotes) =>
    locateAll(text, quotes, turn, new AbortController().signal);

/** The range of words that stand in one Text node, or from one node to another. */
function rangeOf(words: string, to = words): Range {
  const range = new Range();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let started = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!started && node.data.includes(words)) {
      range.setStart(node, node.data.indexOf(words));
      started = true;
    }
    if (started && node.data.includes(to)) {
      range.setEnd(node, node.data.indexOf(to) + to.length);
      return range;
    }
  }
  throw new Error(`"${words}" to "${to}" is not on the page`);
}

describe('the page’s text', () => {
  test('is what is displayed, white space collapsed, one space between boxes', async () => {
    setPage(
      `<p>One\n   <b>bold</b>word&nbsp; and</p><p>another</p><ul><li>a<li>b</ul>line<br>break
       <span style="float:left">D</span>rop <table><tr><td>1</td><td>2</td></tr></table>
       <script>var hidden</script><style>i{}</style><noscript>no</noscript><template>t</template><textarea>typed</textarea>
       <p style="display:none">none</p><p hidden>hidden</p><select><option>choice</option></select><svg><text>svg</text></svg>
       <details><summary>More</summary>folded</details>`,
    );
    expect(await textOf()).toBe('One boldword and another a b line break Drop 1 2 More folded');
  });

  test('knows nothing of our own layer', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const before = await textOf();
    annotate().add([passage(0, '#p1', [tag('culture')])]);
    await settled();
    expect(document.querySelector(HOST)).not.toBeNull();
    expect(await textOf()).toBe(before);
  });

  test('every range says the words it was asked for, and its ends lead back', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const pageText = await buildPageText(document, pause);
    const { text } = pageText;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const range = pageText.rangeOf(start, end);
        const words = text.slice(start, end).trim();
        // Between blocks the page has no space of its own, and in the text there are line breaks.
        const got = range?.toString() ?? '';
        expect(got.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
        if (!range || words.length !== end - start) return;
        expect(pageText.offsetOf(range.startContainer, range.startOffset)).toBe(start);
        expect(pageText.offsetOf(range.endContainer, range.endOffset)).toBe(end);
      }),
    );
    expect(pageText.rangeOf(-1, 3)).toBeNull();
    expect(pageText.rangeOf(4, text.length + 1)).toBeNull();
    expect(pageText.rangeOf(3, 3)).toBeNull();
  });

  test('a range of words that the page has dropped is null', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const pageText = await buildPageText(document, pause);
    const at = pageText.text.indexOf('Nobody was graded');
    document.querySelector('#p2')?.remove();
    expect(pageText.rangeOf(at, at + 6)).toBeNull();
  });

  test.each(['', '   \n ', '<img src="data:,">'])('a page without words (%j) has none', async (body) => {
    setPage(body);
    expect(await textOf()).toBe('');
  });
});

describe('a range as it is kept', () => {
  test.each([
    ['inside a word’s element', 'eleven', 'eleven', 'eleven'],
    [
      'across elements',
      'sat at its end, and',
      'children argued',
      'sat at its end, and eleven children argued',
    ],
    ['across blocks', 'Nobody was graded.', '“We failed', 'Nobody was graded. “We failed'],
  ])('%s', async (_what, from, to, quote) => {
    setPage(ARTICLE, ARTICLE_CSS);
    const pageText = await buildPageText(document, pause);
    const described = describeRange(pageText, rangeOf(from, to));
    expect(described?.quote).toBe(quote);
    const { start, end } = described?.selectors.position ?? { start: 0, end: 0 };
    expect(pageText.text.slice(start, end)).toBe(quote);
  });

  test('a whole block by its element, trimmed', async () => {
    setPage('<p>before</p><p id="p">  some words  </p><p>after</p>');
    const pageText = await buildPageText(document, pause);
    const range = new Range();
    range.selectNode(document.querySelector('#p')!);
    expect(describeRange(pageText, range)?.quote).toBe('some words');
    // A triple click ends at the start of the next block.
    range.setEnd(document.querySelectorAll('p')[2]!, 0);
    expect(describeRange(pageText, range)?.quote).toBe('some words');
  });

  test('nothing where no words are', async () => {
    setPage('<p>before</p> <textarea>typed</textarea> <p>after</p>');
    const pageText = await buildPageText(document, pause);
    const range = new Range();
    range.selectNodeContents(document.querySelector('textarea')!);
    expect(describeRange(pageText, range)).toBeNull();
  });
});

describe('clippings find their words', () => {
  test('exactly, nearly, or not, on a page that was edited', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const before = await buildPageText(document, pause);
    const keep = (id: string, from: string, to = from) => {
      const described = describeRange(before, rangeOf(from, to));
      if (!described) throw new Error('no words');
      return { id, selectors: described.selectors };
    };
    const kept = [
      keep('same', 'The dockyard next door has promised', 'do not exist yet'),
      keep('typo', 'who keeps the log of what went wrong.'),
      keep('gone', 'It took the principal two years to find it.'),
      keep('denied', 'Half of the town’s jobs will change hands in ten years.'),
    ];

    setPage(
      `<p>${prose(600, 3)}</p>${ARTICLE}`
        .replace('keeps the log', 'keeps a log')
        .replace('It took the principal two years to find it.', '')
        .replace('will change hands', 'will not change hands')
        .replace('<a id="a4" href="#dock">do not exist yet</a>', '<span>do <i>not exist</i> yet</span>'),
      ARTICLE_CSS,
    );
    const results = await anchorAll(await buildPageText(document, pause), kept, locate(pause));
    expect(
      results.map(({ id, state, range }) => [id, state, range?.toString().replace(/\s+/g, ' ') ?? null]),
    ).toEqual([
      ['same', 'exact', 'The dockyard next door has promised forty apprenticeships that do not exist yet'],
      ['typo', 'near', 'who keeps a log of what went wrong.'],
      ['gone', 'not-found', null],
      ['denied', 'not-found', null],
    ]);
  });

  test('of 350 on a page of 200,000 characters, giving the page its turn in between', async () => {
    setPage(Array.from({ length: 400 }, (_, at) => `<p>${prose(500, at + 1)}</p>`).join(''));
    let turns = 0;
    const turn = () => {
      turns++;
      return pause();
    };
    const pageText = await buildPageText(document, turn);
    expect(pageText.text.length).toBeGreaterThan(200_000);
    const clippings = Array.from({ length: 350 }, (_, at) => {
      const range = new Range();
      range.selectNodeContents(document.querySelectorAll('p')[at]!);
      const described = describeRange(pageText, range)!;
      // Every third was edited since.
      if (at % 3 === 0) described.selectors.quote.exact = described.quote.replace('a', 'e');
      return { id: String(at), selectors: described.selectors };
    });
    const results = await anchorAll(pageText, clippings, locate(turn));
    expect(results.filter(({ state }) => state === 'not-found')).toEqual([]);
    results.forEach(({ range }, at) => {
      const p = document.querySelectorAll('p')[at];
      expect(range?.startContainer.parentElement).toBe(p);
    });
    expect(turns).toBeGreaterThan(3);
  });

  test('stops when told to', async () => {
    setPage(ARTICLE, ARTICLE_CSS);
    const pageText = await buildPageText(document, pause);
    const ends = new AbortController();
    ends.abort(new Error('the page went away'));
    await expect(locateAll(pageText.text, [], pause, ends.signal)).rejects.toThrow('the page went away');
  });
});
