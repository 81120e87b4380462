import { afterEach, describe, expect, it } from 'vitest';
import { blocksOf, closeAll, find, html, open, paragraphs, prose, SENTENCES, says } from './pages.ts';

afterEach(closeAll);

const NAV = '<nav><a href="/">Front page</a> <a href="/news">All of the news</a></nav>';
const FOOT =
  '<footer><p>Made by nobody in particular, all rights are somewhere, and this line is long enough.</p></footer>';

describe('an article', () => {
  it('is its paragraphs, headings, lists, quotes and cells, each with its place in the live page', async () => {
    const [one, two, three, four, five] = prose(5);
    const doc = await open(
      html(`${NAV}<main><article><h1>One afternoon</h1>
        <p>${one}</p><p>${two}</p>
        <h2>What the teams saw</h2><p>${three}</p>
        <ul><li>They saw who spoke first, and who waited.</li><li>They saw the clock run out on good questions.</li></ul>
        <blockquote>We had never watched each other work before that year.</blockquote>
        <p>${four}</p>
        <table><tr><th>School of the district</th><td>Afternoons that were given</td></tr></table>
        <p>${five}</p></article></main>${FOOT}`),
    );
    const found = await find(doc);
    expect(found.kind).toBe('article');
    if (found.kind !== 'article') return;
    expect(found.article.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', one],
      ['paragraph', two],
      ['heading', 'What the teams saw'],
      ['paragraph', three],
      ['list-item', 'They saw who spoke first, and who waited.'],
      ['list-item', 'They saw the clock run out on good questions.'],
      ['quote', 'We had never watched each other work before that year.'],
      ['paragraph', four],
      ['table-cell', 'School of the district'],
      ['table-cell', 'Afternoons that were given'],
      ['paragraph', five],
    ]);
    expect(found.article.blocks.map(({ index }) => index)).toEqual([...found.article.blocks.keys()]);
    for (const { index, text } of found.article.blocks) expect(says(found.places[index]!, text)).toBe(true);
  });

  it('cuts a box at double line breaks and at the boxes inside it', async () => {
    const [one, two, three, four] = prose(4);
    const doc = await open(
      html(
        `<main><div id="text">${one}<br><br>\n ${two}<br>and on the next line<div>${three}</div>${four}</div></main>`,
      ),
    );
    const found = await find(doc);
    expect(blocksOf(found)).toEqual([one, `${two} and on the next line`, three, four]);
    if (found.kind !== 'article') return;
    const text = doc.getElementById('text');
    expect(found.places.map(({ element }) => element === text)).toEqual([true, true, false, true]);
    for (const { index, text } of found.article.blocks) expect(says(found.places[index]!, text)).toBe(true);
  });

  it('keeps a paragraph of many elements whole', async () => {
    const doc = await open(
      html(
        `<main>${paragraphs(4)}<p>She <b>said</b> <a href="/x">what <i>no</i>body</a> had, “<span>not</span> once”, in a year of meetings, ever said.</p></main>`,
      ),
    );
    expect(blocksOf(await find(doc)).at(-1)).toBe(
      'She said what nobody had, “not once”, in a year of meetings, ever said.',
    );
  });

  it('leaves out what cannot be seen, and what stands apart', async () => {
    const doc = await open(
      html(
        `${NAV}<main><h1>One afternoon</h1>${paragraphs(6)}
        <p style="display:none">${SENTENCES[0]} This is not there to be seen by a reader at all.</p>
        <p class="away">${SENTENCES[1]} This is not there to be seen by a reader either.</p>
        <div style="visibility:hidden"><p>${SENTENCES[2]} Nor is this one, for that matter.</p></div>
        <aside class="related"><p>You may also want to read about the soup that the parents ate on that evening.</p></aside>
        <script>var words = "These are not words that are there to be read by people.";</script></main>
        <div class="comments"><p>First! I was in that school, and it was not at all as you say it was, believe me.</p></div>${FOOT}`,
        '<style>.away { display: none }</style>',
      ),
    );
    expect(blocksOf(await find(doc))).toEqual(prose(6));
  });

  it('finds the lead that stands above the body of the text', async () => {
    const lead = 'A district gave its teachers one afternoon a week, and nothing was the same after it.';
    const doc = await open(
      html(`<div class="page"><header class="head"><h1>One afternoon</h1><h2 class="subtitle">${lead}</h2></header>
        <div class="text">${paragraphs(6)}</div></div>`),
    );
    expect(blocksOf(await find(doc))[0]).toBe(lead);
  });

  it('leaves out what only stands among the text, and keeps what leads to it', async () => {
    const [one, two, three, four, five, six] = prose(6);
    const teaser = (i: number) =>
      `<div class="card"><h3><a href="/s/${i}">What the district of the creek did, part ${i}</a></h3><p>${SENTENCES[i]}</p></div>`;
    const doc = await open(
      html(`<main><article><h1>A page</h1><div>Updated on 3 May at 9:30</div><p>A soup for forty people!</p>
        <table><tr><td>Onions</td><td>Forty of them</td></tr></table>
        <p>${one}</p><p>${two}</p>
        <p>The yard in spring (Photo: A. Teacher)</p><p>${three}</p>
        <p>Seen this?</p><p><a href="/a">How they did it across the river</a></p><p>${four}</p>
        <p>Read too: <a href="/b">the long way to an afternoon of one’s own</a></p><p>${five}</p>
        <p><a href="/c">All of it is written down in the district’s own plan.</a></p><p>${six}</p>
        <div class="cards">${[1, 2, 3, 4].map(teaser).join('')}</div>
        <p>The school office</p></article></main>`),
    );
    expect(blocksOf(await find(doc))).toEqual([
      'A soup for forty people!',
      'Onions',
      'Forty of them',
      one,
      two,
      three,
      four,
      five,
      'All of it is written down in the district’s own plan.',
      six,
    ]);
  });

  it('finds a short text about one thing beside many stories, where the page says it is about one', async () => {
    const cards = SENTENCES.map(
      (text, i) => `<div class="card"><a href="/s/${i}"><h3>${text.slice(0, 60)}</h3></a></div>`,
    ).join('');
    const source = `<div><h1>The film</h1><p>${SENTENCES[2]} ${SENTENCES[3]}</p></div><section>${cards}</section>`;
    const film = await open(html(source, '<meta property="og:type" content="video.other">'));
    expect(blocksOf(await find(film))).toContain(`${SENTENCES[2]} ${SENTENCES[3]}`);
    const front = await open(html(source, '<meta property="og:type" content="website">'));
    expect((await find(front)).kind).toBe('list');
  });

  it('finds a short brief', async () => {
    const doc = await open(
      html(`${NAV}<main><h1>Soup</h1><p>${SENTENCES[6]}</p><p>${SENTENCES[7]}</p></main>${FOOT}`),
    );
    expect(blocksOf(await find(doc))).toEqual([SENTENCES[6], SENTENCES[7]]);
  });

  it('finds an article on a page that is hidden until its scripts have run', async () => {
    const doc = await open(html(`<div style="display:none"><main>${paragraphs(6)}</main></div>`));
    expect(blocksOf(await find(doc))).toEqual(prose(6));
  });

  it('reads a letter of another size with its word', async () => {
    const doc = await open(
      html(
        `<main><p><span style="float:left;font-size:3em">T</span>he first word of this paragraph has a letter that hangs.</p>${paragraphs(5)}</main>`,
      ),
    );
    expect(blocksOf(await find(doc))[0]).toBe('The first word of this paragraph has a letter that hangs.');
  });

  it('stays an article beside related stories', async () => {
    const cards = SENTENCES.map(
      (text, i) => `<article><h3><a href="/s/${i}">${text.slice(0, 60)}</a></h3><p>${text}</p></article>`,
    );
    const doc = await open(
      html(`<main><h1>One afternoon</h1>${paragraphs(8)}</main><section>${cards.join('')}</section>`),
    );
    expect((await find(doc)).kind).toBe('article');
  });
});

describe('the live page', () => {
  it('is as it was', async () => {
    const doc = await open(
      html(`${NAV}<main>${paragraphs(6)}<x-thing>${SENTENCES[0]}</x-thing></main>${FOOT}`),
    );
    const before = doc.documentElement.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(doc, { subtree: true, childList: true, attributes: true, characterData: true });
    await find(doc);
    await find(doc, { force: true });
    records.push(...observer.takeRecords());
    expect(records).toEqual([]);
    expect(doc.documentElement.outerHTML).toBe(before);
  });

  it('makes no second element of the page’s own kinds', async () => {
    const doc = await open(html(`<main>${paragraphs(6)}<x-counted>word</x-counted></main>`));
    const view = doc.defaultView as (Window & typeof globalThis) | null;
    let made = 0;
    view?.customElements.define(
      'x-counted',
      class extends view.HTMLElement {
        constructor() {
          super();
          made++;
        }
      },
    );
    expect(made).toBe(1);
    await find(doc);
    expect(made).toBe(1);
  });
});

describe('the whole page, on request', () => {
  it('is every visible piece outside navigation, footer, asides and forms, in any language', async () => {
    const doc = await open(
      html(
        `${NAV}<p>Ein kurzer Satz.</p><div class="comments"><p>Noch einer, und der ist nicht auf Englisch.</p></div><form><p>Your name, please</p></form>${FOOT}`,
      ),
    );
    expect(blocksOf(await find(doc, { force: true }))).toEqual([
      'Ein kurzer Satz.',
      'Noch einer, und der ist nicht auf Englisch.',
    ]);
  });
});

describe('another language', () => {
  const german =
    'Die Schule wird sich ändern, wenn die Menschen in ihr sehen, was die Kinder brauchen werden, und wenn sie auch die Zeit haben, es von einander zu lernen.';
  it('is named, not read', async () => {
    const doc = await open(html(`<main>${`<p>${german}</p>`.repeat(4)}</main>`));
    expect(await find(doc)).toMatchObject({ kind: 'language', language: 'de', page: { language: 'de' } });
  });

  it('is read on request', async () => {
    const doc = await open(html(`<main>${`<p>${german}</p>`.repeat(4)}</main>`));
    expect(blocksOf(await find(doc, { force: true }))).toHaveLength(4);
  });

  it('is not what a wrong declaration says', async () => {
    const doc = await open(html(`<main>${paragraphs(5)}</main>`).replace('lang="en"', 'lang="de"'));
    expect((await find(doc)).kind).toBe('article');
  });
});

describe('a frame', () => {
  it('of another site that is all of the page is named', async () => {
    const doc = await open(
      html(
        '<p>A portal.</p><iframe src="https://reader.example/article/7" style="width:1000px;height:640px"></iframe>',
      ),
    );
    expect(await find(doc)).toMatchObject({
      kind: 'frame',
      frameUrl: 'https://reader.example/article/7',
      frameHost: 'reader.example',
    });
  });

  it('beside an article is nothing to it', async () => {
    const doc = await open(
      html(
        `<main>${paragraphs(6)}</main><iframe src="https://ads.example/" style="width:1000px;height:640px"></iframe>`,
      ),
    );
    expect((await find(doc)).kind).toBe('article');
  });

  it('of the same site is read', async () => {
    const doc = await open(html('<iframe style="width:1000px;height:640px"></iframe>'));
    const inner = doc.querySelector('iframe')!.contentDocument!;
    inner.body.innerHTML = `<main>${paragraphs(6)}</main>`;
    expect(blocksOf(await find(doc))).toEqual(prose(6));
  });
});
