import { articlePage, paragraph } from './long-page.ts';

const texts = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => paragraph(from + n));

/**
 * An application of one page, of our own: `go(n)` changes the address at once and the words when they have been
 * "fetched"; `redraw()` makes every element anew, as a framework does when its keys change.
 */
export const application = (): string =>
  articlePage(0).replace(
    '</body>',
    `<script>
      const pages = ${JSON.stringify([texts(0, 8), texts(100, 8)])};
      let shown = 0;
      function redraw() {
        document.querySelector('article').replaceChildren(...pages[shown].map((text) => {
          const p = document.createElement('p');
          p.textContent = text;
          return p;
        }));
      }
      function go(page) {
        history.pushState(null, '', '?page=' + page);
        return { arrive() { shown = page; redraw(); } };
      }
      redraw();
    </script></body>`,
  );

/** The same article in an open shadow root. */
export const component = (): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A component</title><article-page></article-page><script>
    const root = document.querySelector('article-page').attachShadow({ mode: 'open' });
    root.append(...${JSON.stringify(texts(0, 8))}.map((text) => {
      const p = document.createElement('p');
      p.textContent = text;
      return p;
    }));
  </script></html>`;

/** A page that is nothing but a frame of its own site. */
export const frameAround = (url: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A frame</title>
  <iframe src="${url}" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe></html>`;

/** JavaScript, for a page, that gives the words painted in it or in its one frame. */
export const PAINTED = `(() => {
  const view = document.querySelector('iframe')?.contentWindow ?? window;
  return [...view.CSS.highlights].filter(([name]) => name.startsWith('lg-'))
    .flatMap(([, highlight]) => [...highlight].filter((range) => range.startContainer.isConnected).map(String)).filter((words) => words !== '');
})()`;

/** The same for the text of the article there, open shadow roots and one frame included. */
export const WORDS = `(() => {
  const doc = document.querySelector('iframe')?.contentDocument ?? document;
  return (doc.querySelector('article-page')?.shadowRoot ?? doc.body).textContent;
})()`;
