import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, find, html, open, paragraphs, SENTENCES, says } from './pages.ts';

afterEach(closeAll);

const HEADLINES = SENTENCES.map((text) => text.split(' ').slice(0, 9).join(' '));
const each = (card: (headline: string, teaser: string, index: number) => string) =>
  HEADLINES.map((headline, i) => card(headline, SENTENCES[(i + 3) % SENTENCES.length] ?? '', i)).join('');

const LAYOUTS: Record<string, string> = {
  'cards with a heading and a teaser': `<main><h1>News of the district</h1>${each(
    (h, t, i) => `<article class="card"><h2><a href="/story/${i}">${h}</a></h2><p>${t}</p></article>`,
  )}</main>`,
  'cards that are one link': `<main>${each(
    (h, t, i) => `<div class="card"><a href="/story/${i}"><h3>${h}</h3><p>${t}</p></a></div>`,
  )}</main>`,
  'a heading, a teaser and “Read more”': `<div>${each(
    (h, t, i) => `<section><h3>${h}</h3><p>${t}</p><p><a href="/story/${i}">Read more</a></p></section>`,
  )}</div>`,
  'a nested list': `<ul class="feed">${each(
    (h, t, i) => `<li><div><a href="/story/${i}">${h}</a><div class="snippet">${t}</div></div></li>`,
  )}</ul>`,
  'search results': `<div id="results">${each(
    (h, t, i) =>
      `<div class="hit"><div><a href="/story/${i}"><h3>${h}</h3></a></div><div><span>${t}</span></div></div>`,
  )}</div>`,
};

describe('a list of stories', () => {
  it.each(Object.entries(LAYOUTS))('%s: headlines, teasers, links and places', async (_name, body) => {
    const doc = await open(
      html(
        `<nav><a href="/">All the news of the district</a></nav>${body}`,
        '<base href="https://www.school.example/news/">',
      ),
    );
    const found = await find(doc, { url: 'https://www.school.example/news/' });
    expect(found.kind).toBe('list');
    if (found.kind !== 'list') return;
    const { stories } = found.list;
    expect(stories.map(({ headline }) => headline)).toEqual(HEADLINES);
    expect(stories.map(({ teaser }) => teaser)).toEqual(
      HEADLINES.map((_, i) => SENTENCES[(i + 3) % SENTENCES.length]),
    );
    expect(stories.map(({ url }) => url)).toEqual(
      HEADLINES.map((_, i) => `https://www.school.example/story/${i}`),
    );
    expect(stories.map(({ index }) => index)).toEqual([...stories.keys()]);
    for (const [i, { headline, teaser }] of stories.entries()) {
      const place = found.places[i]!;
      expect(says(place.headline, headline)).toBe(true);
      expect(says(place.teaser!, teaser!)).toBe(true);
    }
  });

  it('in a table, without teasers', async () => {
    const rows = each(
      (h, _t, i) =>
        `<tr><td>${i + 1}.</td><td><a href="https://other.example/${i}">${h}</a></td></tr><tr><td></td><td>${i} points</td></tr>`,
    );
    const doc = await open(html(`<table>${rows}</table>`));
    const found = await find(doc, { url: 'https://www.school.example/' });
    expect(found.kind).toBe('list');
    if (found.kind !== 'list') return;
    expect(found.list.stories.map(({ headline }) => headline)).toEqual(HEADLINES);
    expect(found.list.stories.every(({ teaser }) => teaser === null)).toBe(true);
    expect(found.places.every(({ teaser }) => teaser === null)).toBe(true);
  });

  it('leads nowhere but to http(s)', async () => {
    const doc = await open(
      html(
        `<main>${each((h, _t, i) => `<article><h2><a href="${i % 2 ? 'javascript:alert(1)' : 'data:text/html,x'}">${h}</a></h2></article>`)}</main>`,
      ),
    );
    const found = await find(doc, { url: 'https://www.school.example/' });
    expect(found.kind === 'list' && found.list.stories.every(({ url }) => url === null)).toBe(true);
  });

  it('is read as a whole page on request', async () => {
    const doc = await open(html(LAYOUTS['cards with a heading and a teaser'] ?? ''));
    expect((await find(doc, { force: true })).kind).toBe('article');
  });

  it('in another language is said to be so', async () => {
    const items = Array.from(
      { length: 8 },
      (_, i) =>
        `<article><h2><a href="/s/${i}">Was die Kinder in der Schule nicht für das Leben lernen, Teil ${i}</a></h2></article>`,
    );
    const doc = await open(html(`<main>${items.join('')}</main>`));
    expect(await find(doc, { url: 'https://www.school.example/' })).toMatchObject({
      kind: 'language',
      language: 'de',
    });
  });
});

describe('an article', () => {
  it('with sections under headings is none', async () => {
    const sections = HEADLINES.map((h) => `<section><h2>${h}</h2>${paragraphs(1)}</section>`).join('');
    const doc = await open(html(`<main><h1>One afternoon</h1>${sections}</main>`));
    expect((await find(doc)).kind).toBe('article');
  });

  it('of a few lines among many headlines is none, where the page declares an article', async () => {
    const doc = await open(
      html(
        `<main><h1>Soup</h1><p>${SENTENCES[6]} ${SENTENCES[7]}</p><p>${SENTENCES[2]} ${SENTENCES[3]}</p></main><section>${LAYOUTS['cards that are one link']}</section>`,
        '<meta property="og:type" content="article">',
      ),
    );
    expect((await find(doc)).kind).toBe('article');
  });
});
