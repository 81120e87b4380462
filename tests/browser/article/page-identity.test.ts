import { afterEach, describe, expect, it } from 'vitest';
import { isoDate, readIdentity } from '../../../src/article/page-identity.ts';
import { closeAll, html, open } from './pages.ts';

afterEach(closeAll);

const URL_HERE = 'https://www.school.example/news/soup?utm_source=feed&id=3#top';
const identity = async (head: string, body = '', url = URL_HERE) =>
  readIdentity(await open(html(body, head)), url).page;

describe('readIdentity', () => {
  it('reads what a page says of itself', async () => {
    const page = await identity(
      `<link rel="canonical" href="https://school.example/news/soup">
       <meta property="og:title" content="Soup &amp;amp; fractions | The School Paper"><meta property="og:site_name" content="The School Paper">
       <meta name="author" content="By Ada  Example"><meta property="article:published_time" content="2026-05-04T08:30:00+0200">`,
    );
    expect(page).toEqual({
      url: 'https://school.example/news/soup',
      visitedUrl: URL_HERE,
      title: 'Soup & fractions',
      byline: 'Ada Example',
      site: 'The School Paper',
      published: '2026-05-04T08:30:00+02:00',
      language: 'en',
    });
  });

  it('falls back on headings, title, host and marked elements', async () => {
    const page = await identity(
      '',
      '<h1>What the <b>soup</b> taught</h1><p class="byline">By Ada Example</p><article><time datetime="2026-05-04">4 May</time></article>',
    );
    expect(page).toMatchObject({
      url: 'https://www.school.example/news/soup?id=3',
      title: 'A page',
      site: 'school.example',
      byline: 'Ada Example',
      published: '2026-05-04',
    });
  });

  it('reads JSON-LD, whole, in a graph, and broken', async () => {
    const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const page = await identity(
      script('{ broken') +
        script(
          '{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"The soup","author":[{"name":"Ada"},{"name":"Ben"}],"datePublished":"2026-05-04"}]}',
        ),
    );
    expect(page).toMatchObject({ title: 'The soup', byline: 'Ada, Ben', published: '2026-05-04' });
  });

  it('does not believe a URL of another host', async () => {
    const page = await identity(
      '<link rel="canonical" href="https://elsewhere.example/x"><meta property="og:url" content="https://www.school.example/y">',
    );
    expect(page.url).toBe('https://www.school.example/news/soup?id=3');
  });

  it('keeps plain text only', async () => {
    const page = await identity(
      '<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt; Soup &amp;lt;b&amp;gt;">',
    );
    expect(page.title).toBe('<img src=x onerror=alert(1)> Soup <b>');
  });
});

describe('isoDate', () => {
  it.each([
    ['2026-05-04', '2026-05-04'],
    ['2026-05-04 08:30', '2026-05-04T08:30'],
    ['2026-05-04T08:30:00Z', '2026-05-04T08:30:00Z'],
    ['May 4, 2026', '2026-05-04'],
    ['2026-13-40', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s is %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});
