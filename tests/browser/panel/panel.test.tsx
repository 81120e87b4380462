import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { TagId } from '../../../src/framework/tag-ids.ts';
import type { TabClient } from '../../../src/messages/view-client.ts';
import { Panel } from '../../../src/views/panel/panel.tsx';
import {
  expectAccessible,
  FakeTab,
  fakeClient,
  mount,
  NOW,
  newStore,
  setTheme,
  unmount,
} from '../popup/harness.tsx';
import { listReading, PASSAGES, page, reading, URL_2040 } from '../popup/reading-fixture.ts';

// axe and real keystrokes are slow on a busy machine; nothing here is about time.
vi.setConfig({ testTimeout: 60_000 });

const show = async (tab: FakeTab | null) => {
  let activate: (tab: TabClient | null) => void = () => undefined;
  const store = await newStore();
  const client = fakeClient(tab, {
    watchActiveTab: (listener) => {
      activate = listener;
    },
  });
  mount(<Panel client={client} store={store} now={() => NOW} />);
  return { store, client, activate: (next: FakeTab | null) => activate(next) };
};

const current = () => document.querySelector('[aria-current=location] .go')?.textContent ?? null;
const note = screen.getByLabelText('Your note');

beforeEach(async () => {
  localStorage.clear();
  setTheme('light');
  await screen.viewport(360, 900);
});
afterEach(unmount);

test.each(['light', 'dark'] as const)(
  'a tab not yet read: what to press, and nothing is read by itself (%s)',
  async (theme) => {
    setTheme(theme);
    const tab = new FakeTab(null);
    await show(tab);
    await expect.element(screen.getByText('This tab has not been read')).toBeVisible();
    await expect.element(screen.getByText('Press Long Game’s button or these keys.')).toBeVisible();
    for (const key of ['Alt', 'Shift', 'L'])
      await expect.element(screen.getByText(key, { exact: true })).toBeVisible();
    expect(tab.asked).toEqual([]);
    await expectAccessible();
  },
);

test('a tab that goes to another page is not yet read again', async () => {
  const tab = new FakeTab(reading());
  await show(tab);
  await expect.element(screen.getByText(page().title).first()).toBeVisible();
  tab.publish(null);
  await expect.element(screen.getByText('This tab has not been read')).toBeVisible();
});

test('without keys it names the button only', async () => {
  mount(
    <Panel client={fakeClient(new FakeTab(null), { shortcut: async () => null })} store={await newStore()} />,
  );
  await expect.element(screen.getByText('Press Long Game’s button.')).toBeVisible();
});

test('follows the active tab', async () => {
  const { activate } = await show(new FakeTab(null));
  await expect.element(screen.getByText('This tab has not been read')).toBeVisible();
  activate(new FakeTab(reading()));
  await expect.element(screen.getByText('Leans to the long game: 6 passages of 9.')).toBeVisible();
  activate(new FakeTab(listReading()));
  await expect.element(screen.getByText('A list of stories')).toBeVisible();
  activate(new FakeTab(reading({ what: 'protected', page: null, passages: [] })));
  await expect.element(screen.getByText('The browser keeps this page to itself')).toBeVisible();
  activate(new FakeTab(reading({ what: 'language', page: page({ language: 'de' }), passages: [] })));
  await expect.element(screen.getByText('This article is in German. Long Game reads English.')).toBeVisible();
  activate(new FakeTab(reading({ phase: 'failed', read: 9, total: 14 })));
  await screen.getByRole('button', { name: 'Show what was found' }).click();
  await expect.element(screen.getByText('Leans to the long game: 6 passages of 9.')).toBeVisible();
});

test.each(['light', 'dark'] as const)(
  'the current passage is whole, says why, and axe finds nothing (%s)',
  async (theme) => {
    setTheme(theme);
    const tab = new FakeTab(reading());
    await show(tab);
    await screen.getByRole('button', { name: /^Children in the county/ }).click();
    expect(tab.asked).toContain('show 6');
    await expect.element(screen.getByText(/^The harder question is who gets the long game/)).toBeVisible();
    const tinted = document.querySelector('.along mark.sig');
    expect(tinted?.getAttribute('data-signal')).toBe('ai');
    expect(tinted?.textContent).toMatch(/^Children in .* direct\.$/);
    await expect.element(screen.getByText('perhaps')).toBeVisible();
    await screen.getByRole('button', { name: 'Why these tags' }).click();
    await expect.element(screen.getByText(/^“Children in .*”$/).first()).toBeVisible();
    await screen.getByRole('button', { name: 'Clip passage 7' }).click();
    await expect.element(note).toHaveFocus();
    await expectAccessible();
  },
);

test('what the reader taught stands beside why a tag is there, and beside no other', async () => {
  const taught = [...PASSAGES];
  const seventh = taught[6]!;
  const times: Partial<Record<TagId, number>> = { ai: 5, technology: 1 };
  taught[6] = { ...seventh, tags: seventh.tags.map((of) => ({ ...of, taught: times[of.tag] ?? 0 })) };
  await show(new FakeTab(reading({ passages: taught })));
  await screen.getByRole('button', { name: /^Children in the county/ }).click();
  expect(document.body.textContent).not.toContain('You taught this');
  await screen.getByRole('button', { name: 'Why these tags' }).click();
  const lines = [...document.querySelectorAll('.because > div')].map((line) => line.textContent ?? '');
  expect(lines.map((line) => /You taught this .*\.$/.exec(line)?.[0] ?? null)).toEqual([
    null,
    'You taught this 5 times.',
    'You taught this once.',
  ]);
  await expectAccessible();
});

test('groups filter, each with its count', async () => {
  await show(new FakeTab(reading()));
  const lines = () => document.querySelectorAll('.along__row').length;
  await expect.poll(lines).toBe(9);
  await screen.getByRole('radio', { name: 'Lenses 3' }).click({ force: true });
  await expect.poll(lines).toBe(3);
  await screen.getByRole('radio', { name: 'Conditions 4' }).click({ force: true });
  await expect.poll(lines).toBe(4);
});

test('J and K walk, C clips, N writes, and the keys are off in a note and outside the list', async () => {
  const tab = new FakeTab(reading());
  const { store } = await show(tab);
  await expect.element(screen.getByText(/^Read paragraphs/)).toBeVisible();
  await userEvent.keyboard('j');
  expect(current()).toBeNull();
  screen.getByRole('main').element().focus();
  await userEvent.keyboard('jjk');
  await expect.poll(current).toContain('Ruth Adeyemi');
  await userEvent.keyboard('jc');
  await expect.element(note).toHaveFocus();
  await userEvent.keyboard('jck');
  await expect.poll(async () => (await store.clippingsOf(URL_2040))[0]?.note).toBe('jck');
  await expect.poll(current).toContain('We spend most of our evenings');
  screen.getByRole('main').element().focus();
  await userEvent.keyboard('jkn');
  await expect.element(note).toHaveFocus();
  expect(tab.asked).toEqual(['show 0', 'show 1', 'show 0', 'show 1', 'show 2', 'show 1']);
});

test('undo clip leaves its trace in place, and the clipping comes back', async () => {
  const { store } = await show(new FakeTab(reading()));
  await screen.getByRole('button', { name: /^Children in the county/ }).click();
  await screen.getByRole('button', { name: 'Clip passage 7' }).click();
  await userEvent.type(note, 'Ask Priya');
  await expect.element(screen.getByText('Saved as you type')).toBeVisible();
  await screen.getByRole('button', { name: 'Undo clip of passage 7' }).click();
  await expect.element(screen.getByRole('button', { name: 'Undo', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => store.clippingsOf(URL_2040)).toMatchObject([{ note: 'Ask Priya' }]);
});

test('a story is shown on the page and opened, not clipped', async () => {
  const tab = new FakeTab(listReading());
  const { client } = await show(tab);
  await screen.getByRole('button', { name: /^Half of next year/ }).click();
  expect(tab.asked).toEqual(['show 8']);
  await screen.getByRole('button', { name: 'Open the story' }).click();
  expect(client.asked).toContain('article https://dispatch.example/story-9');
  expect(screen.getByRole('button', { name: /^Clip/ }).query()).toBeNull();
  await expectAccessible();
});
