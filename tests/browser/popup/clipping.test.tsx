import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { Store } from '../../../src/clippings/store.ts';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { Popup } from '../../../src/views/popup/popup.tsx';
import {
  expectAccessible,
  FakeTab,
  fakeClient,
  mount,
  NOW,
  newStore,
  setTheme,
  unmount,
} from './harness.tsx';
import { reading, selectionOf, URL_2040 } from './reading-fixture.ts';

// axe and real keystrokes are slow on a busy machine; nothing here is about time.
vi.setConfig({ testTimeout: 60_000 });

const show = (store: Store, tab = new FakeTab(reading())) => {
  const client = fakeClient(tab);
  mount(<Popup client={client} store={store} surface="popup" now={() => NOW} />);
  return { tab, client };
};

const note = screen.getByLabelText('Your note');

beforeEach(async () => {
  localStorage.clear();
  setTheme('light');
  await screen.viewport(380, 560);
});
afterEach(unmount);

test('clip, note, undo, and back again: the focus stays where the work is', async () => {
  const store = await newStore();
  const { client } = show(store);
  await screen.getByRole('button', { name: 'Clip passage 4' }).click();
  await expect.element(note).toHaveFocus();
  await userEvent.keyboard('Bring to cabinet');
  await expect.element(screen.getByText('Saved as you type')).toBeVisible();
  await expectAccessible();
  const [kept] = await store.clippingsOf(URL_2040);
  expect(kept).toMatchObject({ note: 'Bring to cabinet', block: 3 });
  expect(kept?.tags.map(({ tag }) => tag)).toEqual(['shared-vision', 'agency']);

  await screen.getByRole('button', { name: 'Undo clip of passage 4' }).click();
  await expect.element(screen.getByText('Clipping deleted, with its note.')).toBeVisible();
  const undo = screen.getByRole('button', { name: 'Undo', exact: true });
  await expect.element(undo).toHaveFocus();
  expect(await store.clippingsOf(URL_2040)).toEqual([]);
  await expectAccessible();

  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', { name: /Clipped passage 4/ })).toHaveFocus();
  expect(await store.clippingsOf(URL_2040)).toMatchObject([{ id: kept?.id, note: 'Bring to cabinet' }]);
  expect(client.asked).toEqual(Array(3).fill(`changed ${URL_2040}`));
});

test('a clipping with answers and no note does not say it had a note', async () => {
  const store = await newStore();
  show(store);
  await screen.getByRole('button', { name: 'Clip passage 4' }).click();
  await expect.element(note).toHaveFocus();
  const [kept] = await store.clippingsOf(URL_2040);
  await store.reflect(kept!.id, 'What would you do?', 'Ask first.', null);
  await screen.getByRole('button', { name: 'Undo clip of passage 4' }).click();
  await expect.element(screen.getByText('Clipping deleted, with its answers.')).toBeVisible();
});

test('a note is dated by its keystroke', async () => {
  const dates: (string | undefined)[] = [];
  const store = await newStore();
  show({
    ...store,
    setNote: (id, text, at) => {
      dates.push(at);
      return store.setNote(id, text, at);
    },
  });
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await userEvent.type(note, 'Hm');
  await expect.element(screen.getByText('Saved as you type')).toBeVisible();
  expect(dates).toEqual([NOW.toISOString(), NOW.toISOString()]);
});

test('a correction stands, on the row and in the balance', async () => {
  const store = await newStore();
  show(store);
  await screen.getByRole('button', { name: 'Clip passage 2' }).click();
  await screen.getByRole('button', { name: 'Correct tags of passage 2' }).click();
  const tags = screen.getByRole('group', { name: 'Tags of passage 2' });
  await tags.getByRole('checkbox', { name: 'Culture' }).click();
  await tags.getByRole('checkbox', { name: 'Agency' }).click();
  await expectAccessible();
  await expect
    .poll(() => store.clippingsOf(URL_2040))
    .toMatchObject([{ tags: [{ tag: 'agency', source: 'reader' }], removedTags: ['culture'] }]);
  await screen.getByRole('button', { name: /Clipped passage 2/ }).click();
  await expect.element(screen.getByText('Leans to the long game: 7 passages of 9.')).toBeVisible();
});

test('a note that can’t be saved says so, keeps the words, and is there when the popup opens again', async () => {
  const store = await newStore();
  let full = true;
  const refuse = () => Promise.reject(new StoreError('full', 'The note could not be saved: no more room.'));
  const failing: Store = { ...store, setNote: (id, text) => (full ? refuse() : store.setNote(id, text)) };
  show(failing);
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await userEvent.type(note, 'Ten minutes');
  await expect.element(screen.getByText(/no more room/)).toBeVisible();
  await expect.element(note).toHaveValue('Ten minutes');
  expect(screen.getByText('Saved as you type').query()).toBeNull();
  await expectAccessible();

  full = false;
  show(failing); // the popup closed, and is opened again: the words are there, and are saved now
  await expect.element(note).toHaveValue('Ten minutes');
  await expect.poll(async () => (await store.clippingsOf(URL_2040))[0]?.note).toBe('Ten minutes');
  expect(localStorage.length).toBe(0);
});

test('a popup that closes in the middle of a save loses nothing', async () => {
  const store = await newStore();
  show({ ...store, setNote: () => new Promise(() => undefined) });
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await userEvent.type(note, 'Half a thou');
  expect(screen.getByText('Saved as you type').query()).toBeNull();
  show(store);
  await expect.element(note).toHaveValue('Half a thou');
  await expect.poll(async () => (await store.clippingsOf(URL_2040))[0]?.note).toBe('Half a thou');
});

test('a clip that fails, a page that moved on, a log that can’t be read: each a sentence', async () => {
  const store = await newStore();
  const tab = new FakeTab(reading());
  const full = new StoreError('full', 'The clipping could not be saved: no more room.');
  show({ ...store, clip: () => Promise.reject(full) }, tab);
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await expect.element(screen.getByText(/could not be saved: no more room/)).toBeVisible();
  tab.passage = async () => null;
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await expect.element(screen.getByText(/The page no longer has this passage/)).toBeVisible();
  tab.passage = () => Promise.reject(new Error('the tab was closed'));
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await expect.element(screen.getByText(/the tab was closed/)).toBeVisible();
  const blocked = new StoreError('blocked', 'Long Game is being updated in another tab.');
  show({ ...store, clippingsOf: () => Promise.reject(blocked) });
  await expect.element(screen.getByText('Long Game is being updated in another tab.')).toBeVisible();
});

test('a change made elsewhere is shown', async () => {
  const store = await newStore();
  show(store);
  await screen.getByRole('button', { name: 'Clip passage 1' }).click();
  await screen.getByRole('button', { name: /Clipped passage 1/ }).click();
  const [kept] = await store.clippingsOf(URL_2040);
  await store.remove(kept!.id); // as the page's card would
  await expect.element(screen.getByRole('button', { name: 'Clip passage 1' })).toBeVisible();
});

test('what is selected on the page is clipped, from the article and from a page without one', async () => {
  const store = await newStore();
  const tab = new FakeTab(reading());
  tab.selected = selectionOf('Nobody on the board had put the two facts side by side.');
  show(store, tab);
  await expect.element(screen.getByText(/^Nobody on the board had put the two facts side by/)).toBeVisible();
  await expectAccessible();
  await screen.getByRole('button', { name: 'Clip selection' }).click();
  await expect.element(note).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Clip selection' }).query()).toBeNull();
  await expect
    .poll(() => store.clippingsOf(URL_2040))
    .toMatchObject([{ block: null, quote: tab.selected.quote }]);

  const bare = new FakeTab(reading({ what: 'nothing', passages: [] }));
  bare.selected = selectionOf('The library opens on Sunday.');
  show(store, bare);
  await screen.getByRole('button', { name: 'Clip selection' }).click();
  await expect.element(note).toHaveFocus();
  await expect.element(screen.getByText('The library opens on Sunday.').first()).toBeVisible();
});

test('copies the article’s clippings as Markdown, or says why not', async () => {
  const store = await newStore();
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  show(store);
  for (const index of [3, 7]) {
    await screen.getByRole('button', { name: `Clip passage ${index}` }).click();
    await screen.getByRole('button', { name: new RegExp(`Clipped passage ${index}`) }).click();
  }
  await screen.getByRole('button', { name: 'Copy clippings' }).click();
  await expect.element(screen.getByText('Copied 2 clippings')).toBeVisible();
  const text = write.mock.lastCall?.[0];
  expect(text).toContain('The warehouse on Route 9');
  expect(text).toContain('attendance zone');
  write.mockRejectedValue(new Error('the browser refused the clipboard'));
  await screen.getByRole('button', { name: 'Copy clippings' }).click();
  await expect
    .element(screen.getByText(/Nothing was copied: the browser refused the clipboard/))
    .toBeVisible();
  write.mockRestore();
});
