import { afterEach, describe, expect, it } from 'vitest';
import { blocksOf, closeAll, find, html, open, paragraphs, prose, SENTENCES, says } from './pages.ts';

afterEach(closeAll);

describe('odd documents', () => {
  it.each([
    ['an empty one', '', 'text/html'],
    ['one without words', html('<div><img alt="x"></div><p>…</p>'), 'text/html'],
    ['a login form', html('<form><label>Name <input></label><button>Go</button></form>'), 'text/html'],
    ['a frameset', '<html><frameset cols="50%,50%"><frame><frame></frameset></html>', 'text/html'],
    ['XML', '<feed><title>A feed</title></feed>', 'application/xml'],
    ['an image', '<svg xmlns="http://www.w3.org/2000/svg"><text>Words</text></svg>', 'image/svg+xml'],
  ])('%s: there is nothing to read, and it is said without a throw', async (_name, source, type) => {
    const doc = await open(source, type);
    expect((await find(doc)).kind).toBe('nothing');
    expect((await find(doc, { force: true })).kind).toMatch(/nothing|article/);
  });

  it('a document without a body', async () => {
    const doc = await open(html('<p>x</p>'));
    doc.body.remove();
    expect((await find(doc)).kind).toBe('nothing');
    doc.documentElement.remove();
    expect((await find(doc)).kind).toBe('nothing');
  });

  it('XHTML is read as HTML is', async () => {
    const doc = await open(
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>T</title></head><body><div>${paragraphs(5)}</div></body></html>`,
      'application/xhtml+xml',
    );
    expect(blocksOf(await find(doc))).toEqual(prose(5));
  });

  it('plain text is read', async () => {
    const doc = await open(prose(3).join('\n\n'), 'text/plain');
    expect(blocksOf(await find(doc)).join(' ')).toContain(SENTENCES[0]);
  });

  it('lone surrogates become replacement characters, one for one', async () => {
    const doc = await open(html(`<main>${paragraphs(5)}<p id="odd"></p></main>`));
    doc.getElementById('odd')!.textContent =
      `A \ud800 lone one in a sentence that is otherwise as long as any.`;
    const found = await find(doc);
    const text = blocksOf(found).at(-1)!;
    expect(text).toBe('A \ufffd lone one in a sentence that is otherwise as long as any.');
    if (found.kind === 'article') expect(says(found.places.at(-1)!, text)).toBe(true);
  });

  it('right-to-left text is read in its order', async () => {
    const text =
      'ستتغير المدرسة عندما يرى الكبار ما سيحتاجه الأطفال وعندما يكون هناك وقت للتعلم من بعضهم البعض كل يوم.';
    const doc = await open(html(`<main dir="rtl">${`<p>${text}</p>`.repeat(4)}</main>`));
    expect(await find(doc)).toMatchObject({ kind: 'language', language: 'ar' });
    expect(blocksOf(await find(doc, { force: true }))[0]).toBe(text);
  });

  it('100,000 nodes: the page gets its turn in between', async () => {
    const doc = await open(html(`<main>${paragraphs(6)}</main><div id="many"></div>`));
    doc.getElementById('many')!.innerHTML = '<b>x</b><i></i>'.repeat(33_400);
    let turns = 0;
    const found = await find(doc, {
      pause: () => {
        turns++;
        return new Promise((resolve) => setTimeout(resolve));
      },
    });
    expect(turns).toBeGreaterThan(3);
    expect(blocksOf(found)).toEqual(expect.arrayContaining(prose(6)));
  }, 60_000);

  it('5 MB of text', async () => {
    const doc = await open(html(`<main>${paragraphs(6)}</main>`));
    const long = `${SENTENCES.join(' ')} `;
    const text = long.repeat(Math.ceil(5_000_000 / 40 / long.length));
    doc.querySelector('main')!.insertAdjacentHTML('beforeend', `<p>${text}</p>`.repeat(40));
    expect(blocksOf(await find(doc))).toHaveLength(46);
  }, 60_000);

  it('a tree as deep as the browser’s parser makes them', async () => {
    const doc = await open(html(''));
    let at: Element = doc.body;
    for (let depth = 0; depth < 500; depth++) at = at.appendChild(doc.createElement('div'));
    at.innerHTML = paragraphs(5);
    expect(blocksOf(await find(doc))).toEqual(prose(5));
  }, 60_000);
});
