import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Store } from '../../../src/clippings/store.ts';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import { fakeClient, id, mount, NOW, smallLog, storeWith, unmount } from './harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(unmount);

const quotes = (): string[] =>
  [...document.querySelectorAll('.clip .quote')].map((quote) => quote.textContent?.slice(0, 12) ?? '');

async function log(change: (store: Store) => Partial<Store> = () => ({}), client = fakeClient()) {
  const store = await storeWith(smallLog());
  mount(<LogPage client={client} store={{ ...store, ...change(store) }} now={() => NOW} />);
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  return { store, client };
}

const open = (words: RegExp) => page.getByRole('link', { name: words }).click();
const full = (): string => document.querySelector('.detail .whole')?.textContent ?? '';

test('shows one clipping in full: anchor in words, tags with whose and how sure, answers, when next', async () => {
  await log();
  await open(/^Billing clerks/);
  await expect.element(page.getByText('Found on the page, word for word, 18 November')).toBeVisible();
  const given = [...document.querySelectorAll('.given li')].map((item) => item.textContent?.trim());
  expect(given).toEqual(['Jobs clear', 'AI likely', 'Economy perhaps']);
  await expect.element(page.getByText('Next question 24 December.')).toBeVisible();
  await open(/^The line that/);
  await expect.element(page.getByText(/added by you/)).toBeVisible();
  await open(/^Three of the/);
  await expect.element(page.getByText('Not found on the page, 18 November. Kept as it was.')).toBeVisible();
  await open(/^By March/);
  await expect.element(page.getByText('The district, for the first year.').last()).toBeVisible();
  await expect.element(page.getByText('Its question is due.')).toBeVisible();
});

test('a note is saved with every keystroke, and stands in the list', async () => {
  const { store } = await log();
  await open(/^Billing clerks/);
  const note = page.getByRole('textbox', { name: 'Your note' });
  await note.fill('For Monday.');
  await expect.poll(async () => (await store.clipping(id(1)))?.note).toBe('For Monday.');
  await expect.element(page.getByText('Saved as you type')).toBeVisible();
  await expect
    .poll(() => document.querySelector(`[data-clipping="${id(1)}"] .note`)?.textContent)
    .toBe('For Monday.');
  await userEvent.keyboard('{End} And after.');
  await expect.poll(async () => (await store.clipping(id(1)))?.note).toBe('For Monday. And after.');
  await expect.element(note).toHaveValue('For Monday. And after.');
});

test('a note that could not be saved says so, and its words are still there after looking elsewhere', async () => {
  await log(() => ({
    setNote: async () => {
      throw new StoreError('full', 'The note could not be saved: no more room.');
    },
  }));
  await open(/^Billing clerks/);
  await page.getByRole('textbox', { name: 'Your note' }).fill('Precious.');
  await expect.element(page.getByText(/The note could not be saved: no more room\./)).toBeVisible();
  await open(/^By March/);
  await open(/^Billing clerks/);
  await expect.element(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('Precious.');
});

test('tags are corrected, and the correction is said', async () => {
  const { store, client } = await log();
  await open(/^Billing clerks/);
  await page.getByRole('button', { name: 'Correct' }).click();
  const picker = page.getByRole('group', { name: 'Tags of this clipping' });
  await picker.getByRole('checkbox', { name: 'AI', exact: true }).click();
  await expect.poll(async () => (await store.clipping(id(1)))?.removedTags).toEqual(['ai']);
  await picker.getByRole('checkbox', { name: 'Society' }).click();
  await expect
    .poll(async () => (await store.clipping(id(1)))?.tags.at(-1))
    .toEqual({
      tag: 'society',
      source: 'reader',
    });
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect.element(page.getByText(/Taken away by you: AI/)).toBeVisible();
  await expect.element(page.getByText(/added by you/)).toBeVisible();
  expect(client.told).toContainEqual(['https://dispatch.example/2040']);
});

test('several deletions stand in their rows, each with its own undo', async () => {
  const { store, client } = await log();
  await open(/^By March/);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect.element(undo).toHaveFocus();
  await expect.element(page.getByText('Clipping deleted, with its note.')).toBeVisible();
  await expect.element(page.getByText('4 clippings', { exact: true })).toBeVisible();
  expect(await store.clipping(id(3))).toBeNull();
  // The next one is shown, and the article keeps both its rows.
  expect(full()).toContain('Three of the eleven');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => document.querySelectorAll('.undo').length).toBe(2);
  await expect.element(page.getByText('Clipping deleted.', { exact: true })).toBeVisible();
  expect(await store.clippingsOf('https://county.example/hospital')).toEqual([]);

  await undo.first().click();
  await expect.element(page.getByRole('link', { name: /^By March/ })).toHaveFocus();
  expect((await store.log()).reflections).toHaveLength(1);
  await undo.click();
  await expect.element(page.getByRole('link', { name: /^Three of the/ })).toHaveFocus();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  expect(quotes()).toEqual(['The line tha', 'Billing cler', 'By March the', 'Three of the', 'The staff ea']);
  expect(client.told).toHaveLength(4);
});

test('a deletion that failed leaves the row and says why', async () => {
  await log(() => ({
    remove: async () => {
      throw new StoreError('failed', 'The clipping could not be deleted: try again.');
    },
  }));
  await open(/^By March/);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(page.getByText('The clipping could not be deleted: try again.')).toBeVisible();
  await expect.poll(quotes).toHaveLength(5);
});

test('the last clipping deleted leaves its undo, not an empty page', async () => {
  const store = await storeWith({
    articles: smallLog().articles.slice(0, 1),
    clippings: smallLog().clippings.slice(0, 1),
    reflections: [],
  });
  mount(<LogPage client={fakeClient()} store={store} now={() => NOW} />);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(quotes).toEqual(['Billing cler']);
});

test('opens the article at the quote, by a text fragment', async () => {
  const { client } = await log();
  await open(/^Three of the/);
  const link = page.getByRole('link', { name: 'Open on page' });
  await expect.element(link).toHaveAttribute('href', expect.stringContaining('#:~:text=Three%20of%20the'));
  await link.click();
  expect(client.opened).toEqual([
    'https://county.example/hospital#:~:text=Three%20of%20the%20eleven%20seniors%20were%20hired%20before%20graduation.',
  ]);
});

test('a refused opening is said', async () => {
  await log(
    undefined,
    fakeClient({
      openArticle: async () => ({ ok: false, message: 'The browser would not open this address.' }),
    }),
  );
  await page.getByRole('link', { name: 'Open on page' }).click();
  await expect.element(page.getByText('The browser would not open this address.')).toBeVisible();
});

test('copies a clipping with its source, or says that it could not', async () => {
  await log();
  await open(/^The line that/);
  const copied: string[] = [];
  const { clipboard } = navigator;
  let refuse = false;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        if (refuse) throw new Error('the clipboard is closed');
        copied.push(text);
      },
    },
  });
  try {
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.element(page.getByText('Copied, with its source')).toBeVisible();
    expect(copied[0]).toContain('The line that survived every draft');
    expect(copied[0]).toContain('https://dispatch.example/2040');
    expect(copied[0]).not.toContain('Billing clerks');
    refuse = true;
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.element(page.getByText(/the clipboard is closed/)).toBeVisible();
  } finally {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  }
});

test('a change made elsewhere shows at once', async () => {
  const { store } = await log();
  await store.setNote(id(5), 'Written in the popup.');
  await expect.element(page.getByText('Written in the popup.')).toBeVisible();
  const { addedAt: _added, updatedAt: _updated, ...article } = smallLog().articles[0]!;
  await store.clip({
    article: {
      ...article,
      url: 'https://new.example/',
      visitedUrl: 'https://new.example/',
      title: 'Brand new',
    },
    quote: 'Just clipped.',
    selectors: { quote: { exact: 'Just clipped.', prefix: '', suffix: '' }, position: { start: 0, end: 13 } },
    block: 0,
    tags: [],
  });
  await expect.element(page.getByRole('heading', { name: 'Brand new' }).first()).toBeVisible();
  await expect.element(page.getByText('6 clippings', { exact: true })).toBeVisible();
});

test('on a narrow screen a clipping has the page to itself, and the list comes back', async () => {
  await page.viewport(320, 900);
  await log();
  await expect.element(page.getByRole('button', { name: 'Delete', exact: true })).not.toBeInTheDocument();
  await open(/^By March/);
  await expect
    .element(page.getByRole('textbox', { name: 'Your note' }))
    .toHaveValue('Call their superintendent.');
  expect(document.querySelector<HTMLElement>('.list')?.offsetParent).toBeNull();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect.element(page.getByRole('link', { name: /^By March/ })).toHaveFocus();
  await open(/^By March/);
  history.back();
  await expect.element(page.getByRole('link', { name: /^By March/ })).toBeVisible();
});
