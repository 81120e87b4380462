import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchChromium } from './chromium.ts';
import { array, object, text } from './json.ts';
import { readPage } from './reading.ts';
import { type FixtureServer, serveFixtures } from './serve.ts';
import { clipPassage } from './story.ts';
import { until } from './until.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SCHEMES = ['light', 'dark'] as const;

let axe: string;
let server: FixtureServer;
let browser: ExtensionBrowser;

beforeAll(async () => {
  axe = await readFile(AXE, 'utf8');
  server = await serveFixtures();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs axe where `evaluate` does, and gives each fault as a line. */
async function faults(evaluate: (expression: string) => Promise<unknown>): Promise<string[]> {
  await evaluate(`${axe}; true`);
  const { violations, passes } = object(
    await evaluate('axe.run().then(({ violations, passes }) => ({ violations, passes }))'),
  );
  // A page that had not drawn yet would have no fault either.
  expect(array(passes).length).toBeGreaterThan(10);
  return array(violations).map((violation) => {
    const { id, nodes } = object(violation);
    return `${text(id)}: ${array(nodes)
      .map((node) => text(object(node).html))
      .join(' | ')}`;
  });
}

describe('axe finds nothing', () => {
  for (const scheme of SCHEMES) {
    it(`in the popup, ${scheme}`, async () => {
      const page = await browser.context.newPage();
      await page.goto(server.url(`/sample-article/?${scheme}`));
      const { popup, reading } = await readPage(browser, page);
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await popup.send('Emulation.setEmulatedMedia', { features });
      await until('the passages are listed', async () => /Clip\s+passage/.test(await popup.text()));
      expect(await faults(popup.evaluate)).toEqual([]);
      const passage = reading.passages.find(({ tags }) => tags.some(({ word }) => word !== 'perhaps'));
      if (!passage) throw new Error('no passage is marked');
      await clipPassage(popup, passage.index, `A note, ${scheme}`);
      expect(await faults(popup.evaluate)).toEqual([]);
      // The next scheme clips the same passage again.
      await popup.click(/^Undo clip/);
      await until('it is undone', async () => /Clipping deleted/.test(await popup.text()));
      await popup.close();
      await page.close();
    });

    for (const name of ['log', 'insights', 'options', 'welcome', 'sidepanel'])
      it(`in ${name}, ${scheme}`, async () => {
        const page = await browser.context.newPage();
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(browser.url(`${name}.html`));
        await page.getByRole('heading').first().waitFor();
        expect(await faults((expression) => page.evaluate(expression))).toEqual([]);
        await page.close();
      });
  }
});

it('gives the live card a name, its tags in words and its buttons, from inside the closed root', async () => {
  const page = await browser.context.newPage();
  await page.goto(server.url('/sample-article/?card'));
  await (await readPage(browser, page)).popup.close();
  const session = await browser.context.newCDPSession(page);
  const nodes = async () => {
    const tree = await session.send('Accessibility.getFullAXTree');
    return tree.nodes
      .filter((node) => !node.ignored)
      .map((node) => ({
        role: String(node.role?.value),
        name: String(node.name?.value ?? ''),
        id: node.backendDOMNodeId,
      }));
  };
  const mark = await until('a mark is in the tree', async () =>
    (await nodes()).find(({ role, name }) => role === 'button' && /paragraph \d+/i.test(name)),
  );
  const { object: remote } = await session.send('DOM.resolveNode', { backendNodeId: mark.id });
  await session.send('DOM.focus', { backendNodeId: mark.id });
  expect(remote.className).toMatch(/Button/);
  await page.keyboard.press('Enter');

  const card = await until('the card is in the tree', async () => {
    const all = await nodes();
    return all.some(({ role, name }) => role === 'dialog' && /^Paragraph \d+/.test(name)) && all;
  });
  expect(card.filter(({ role }) => role === 'button').map(({ name }) => name)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Clip/), 'Close']),
  );
  expect(card.map(({ name }) => name).join('\n')).toMatch(/\b(clear|likely)\b/);

  // Esc closes it and gives the focus back to its mark.
  await page.keyboard.press('Escape');
  await until('the card is gone', async () => (await nodes()).every(({ role }) => role !== 'dialog'));
  const focused = (await session.send('Accessibility.getFullAXTree')).nodes.find((node) =>
    node.properties?.some(
      ({ name, value }) => name === 'focused' && value.value === true && node.role?.value === 'button',
    ),
  );
  expect(focused?.backendDOMNodeId).toBe(mark.id);
  await page.close();
});
