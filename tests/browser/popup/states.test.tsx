import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { TabReading } from '../../../src/messages/tab-reading.ts';
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
import { clipOf, listReading, page, reading } from './reading-fixture.ts';

// axe and real keystrokes are slow on a busy machine; nothing here is about time.
vi.setConfig({ testTimeout: 60_000 });

const none = { passages: [] };

/** Every state of the popup, and the sentence that tells it from the others. */
const STATES: [string, TabReading | null, (string | RegExp)[]][] = [
  ['finding', null, ['Finding the article.']],
  ['finding, title known', reading({ ...none, phase: 'finding' }), ['Finding the article.', page().title]],
  [
    'reading',
    reading({ phase: 'reading', total: 9, read: 5, passages: reading().passages.slice(0, 5) }),
    [/Paragraph 5 of 9, on this device\./, '5 passages so far', 'Stop reading'],
  ],
  [
    'article read',
    reading(),
    [
      'School Dispatch, 4 min',
      /^Read paragraphs/,
      'Leans to the long game: 6 passages of 9.',
      'Short game 2',
      /^6 more/,
    ],
  ],
  ['stopped', reading({ phase: 'stopped', read: 10 }), [/10 of 14 paragraphs were read\./, 'Read again']],
  [
    'list',
    listReading(),
    ['A list of stories', '31 headlines read, 6 marked. Select one to see it on the page.', 'Read it as one'],
  ],
  [
    'frame',
    reading({ ...none, what: 'frame', frameUrl: 'https://countyrecord.example/hallway' }),
    ['This article belongs to another site', 'countyrecord.example/hallway', 'Open the article'],
  ],
  [
    'language',
    reading({ ...none, what: 'language', page: page({ language: 'de' }) }),
    ['This article is in German. Long Game reads English.', 'Read this page anyway'],
  ],
  [
    'no article',
    reading({ ...none, what: 'nothing' }),
    ['No article on this page', 'Nothing is selected on the page.', 'Read the whole page'],
  ],
  [
    'protected',
    reading({ ...none, what: 'protected', page: null }),
    ['The browser keeps this page to itself'],
  ],
  [
    'nothing found',
    reading(none),
    [/All 14 paragraphs were read, and none spoke to the 17 ideas\./, 'Nothing is selected on the page.'],
  ],
  [
    'failed',
    reading({
      phase: 'failed',
      read: 11,
      total: 41,
      error: { message: 'The page replaced its text.', detail: 'block 12 has no element' },
    }),
    [
      'The page replaced its text.',
      /11 of 41 paragraphs were read; what was found is marked\./,
      'Read again',
      'Show what was found',
    ],
  ],
];

const show = async (last: TabReading | null, store = newStore()) => {
  const tab = new FakeTab(last);
  const client = fakeClient(tab);
  mount(<Popup client={client} store={await store} surface="popup" now={() => NOW} />);
  return { tab, client };
};

beforeEach(() => screen.viewport(380, 560));
afterEach(unmount);

describe.each(STATES)('%s', (_name, last, sentences) => {
  test.each(['light', 'dark'] as const)('says so, and axe finds nothing (%s)', async (theme) => {
    setTheme(theme);
    await show(last);
    for (const sentence of sentences)
      await expect.element(screen.getByText(sentence).first()).toBeInTheDocument();
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeInTheDocument();
    await expectAccessible();
  });
});

test('there is a frame with a sentence before anything is awaited', async () => {
  const root = mount(
    <Popup
      client={fakeClient(null, { activeTab: () => new Promise(() => undefined) })}
      store={await newStore()}
      surface="popup"
    />,
  );
  expect(root.textContent).toContain('Finding the article.');
});

test('a page of the browser’s own is said to be one', async () => {
  mount(<Popup client={fakeClient(null)} store={await newStore()} surface="popup" />);
  await expect.element(screen.getByText('The browser keeps this page to itself')).toBeVisible();
});

test('opening reads the tab; the last state is shown at once, and later ones as they come', async () => {
  const { tab } = await show(reading({ phase: 'reading', read: 5 }));
  await expect.element(screen.getByText(/Paragraph 5 of 14/)).toBeVisible();
  expect(tab.asked).toEqual(['read false']);
  tab.publish(reading({ phase: 'reading', read: 9 }));
  await expect.element(screen.getByText(/Paragraph 9 of 14/)).toBeVisible();
  tab.publish(reading());
  await expect.element(screen.getByText(/^Read paragraphs/)).toBeVisible();
});

test('a refusal is a sentence, and can be tried again', async () => {
  const tab = new FakeTab(null);
  tab.answer = { ok: false, message: 'The background did not answer.' };
  mount(<Popup client={fakeClient(tab)} store={await newStore()} surface="popup" />);
  await expect.element(screen.getByText('The background did not answer.')).toBeVisible();
  await screen.getByRole('button', { name: 'Read again' }).click();
  expect(tab.asked).toEqual(['read false', 'read false again']);
});

test('what each state offers is done', async () => {
  const { tab, client } = await show(reading({ ...none, what: 'language', page: page({ language: 'de' }) }));
  await screen.getByRole('button', { name: 'Read this page anyway' }).click();
  expect(tab.asked).toContain('read true again');

  tab.publish(reading({ ...none, what: 'frame', frameUrl: 'https://countyrecord.example/hallway' }));
  await screen.getByRole('button', { name: 'Open the article' }).click();
  expect(client.asked).toContain('article https://countyrecord.example/hallway');

  tab.publish(reading({ phase: 'reading' }));
  await screen.getByRole('button', { name: 'Stop reading' }).click();
  expect(tab.asked).toContain('stop');

  tab.publish(reading({ phase: 'failed', read: 9 }));
  await screen.getByRole('button', { name: 'Show what was found' }).click();
  await expect.element(screen.getByRole('button', { name: 'Clip passage 2' })).toBeInTheDocument();

  tab.publish(listReading());
  await screen.getByRole('button', { name: /Tutoring bot/ }).click();
  expect(tab.asked).toContain('show 2');
  await screen.getByRole('button', { name: 'Read it as one' }).click();
  expect(tab.asked.filter((each) => each === 'read true again')).toHaveLength(2);
});

test('the switch shows what is so, not what was asked for', async () => {
  const { tab } = await show(reading());
  const marks = screen.getByRole('switch', { name: 'Marks' });
  await marks.click();
  await expect.element(marks).not.toBeChecked();
  tab.answer = { ok: false, message: 'The page did not answer.' };
  await marks.click();
  await expect.element(screen.getByText('The page did not answer.')).toBeVisible();
  await expect.element(marks).not.toBeChecked();
});

test('an article of an earlier day: when it was read, and what became of its words', async () => {
  const store = await newStore({}, new Date('2026-10-03T10:00:00Z'));
  const kept = [];
  for (const index of [2, 3, 8]) {
    const { page: article, ...clip } = clipOf(index);
    kept.push(await store.clip({ article, ...clip }));
  }
  const clippings = kept.map(({ id }, at) => ({
    id,
    state: at === 2 ? ('not-found' as const) : ('exact' as const),
  }));
  await show(
    reading({ clippings, passages: reading().passages.filter(({ index }) => index !== 8) }),
    Promise.resolve(store),
  );
  await expect.element(screen.getByText('You read this on 3 October')).toBeVisible();
  await expect.element(screen.getByText(/two are still here, one is not found/)).toBeVisible();
  await expect.element(screen.getByText('Not found on today’s page. Kept as it was.')).toBeVisible();
  await expectAccessible();
});
