import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionFirefox, launchFirefox } from './firefox.ts';
import { array, text } from './json.ts';
import { application, component, frameAround, PAINTED, WORDS } from './living-pages.ts';
import { articlePage } from './long-page.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { until } from './until.ts';

let server: FixtureServer;
let firefox: ExtensionFirefox;

beforeAll(async () => {
  server = await serveFixtures();
  firefox = await launchFirefox();
}, 120_000);
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const painted = async () => array(await firefox.run(`return ${PAINTED}`)).map(text);
const words = async () => text(await firefox.run(`return ${WORDS}`));
/** What is painted, once something is and all of it stands on the page. */
const paintedRightly = () =>
  until('the words on the page are painted', async () => {
    const now = await painted();
    const shown = await words();
    return now.length > 0 && now.every((sentence) => shown.includes(sentence)) && now;
  });
const page = (code: string) =>
  firefox.run(`document.documentElement.append(Object.assign(document.createElement('script'), {
    textContent: ${JSON.stringify(code)} }))
    document.documentElement.lastElementChild.remove()`);

describe('a living page in Firefox', () => {
  it('keeps its marks through redrawing, and gets others with its next words', async () => {
    await firefox.goto(server.put('/living/application', application()));
    await firefox.shortcut('l');
    const before = await paintedRightly();
    await page('redraw()');
    expect(await paintedRightly()).toEqual(expect.arrayContaining(before));
    await page('globalThis.next = go(1)');
    await page('next.arrive()');
    await paintedRightly();
  });

  it('of components is painted inside them, and gives the sheet back', async () => {
    await firefox.goto(server.put('/living/component', component()));
    await firefox.shortcut('l');
    await paintedRightly();
    const lent = () =>
      firefox.run(`return document.querySelector('article-page').shadowRoot.adoptedStyleSheets.length`);
    expect(await lent()).toBe(1);
    await firefox.shortcut('l');
    await until('the sheet is given back', async () => (await lent()) === 0);
    expect(await painted()).toEqual([]);
  });

  it('in a frame of its own site is marked in there', async () => {
    server.put('/living/framed', articlePage(12));
    await firefox.goto(server.put('/living/frame', frameAround('/living/framed')));
    await firefox.shortcut('l');
    await paintedRightly();
  });
});
