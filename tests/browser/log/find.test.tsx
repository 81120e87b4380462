import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import { EVERYTHING, parseHash, printHash } from '../../../src/views/log/view-query.ts';
import {
  clipping,
  expectAccessible,
  fakeClient,
  id,
  mount,
  NOW,
  smallLog,
  storeWith,
  unmount,
} from './harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(unmount);

const quotes = (): string[] =>
  [...document.querySelectorAll('.clip .quote')].map((quote) => quote.textContent?.slice(0, 12) ?? '');

async function log(rows: ReadingLog = smallLog(), hash = '') {
  const store = await storeWith(rows);
  mount(<LogPage client={fakeClient()} store={store} now={() => NOW} />, hash);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  return store;
}

const search = () => page.getByRole('searchbox', { name: 'Search clippings, notes and articles' });

test('lists clippings under their articles, newest first, the year where it is another', async () => {
  await log();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  expect([...document.querySelectorAll('.piece h2')].map((title) => title.textContent)).toEqual([
    'The class of 2040 is already in kindergarten',
    'A hospital, a high school and the hallway between them',
    'What we learn when we stop counting minutes',
  ]);
  await expect
    .poll(quotes)
    .toEqual(['The line tha', 'Billing cler', 'By March the', 'Three of the', 'The staff ea']);
  const dates = [...document.querySelectorAll('.piece time')].map((time) => time.textContent?.trim());
  expect(dates).toEqual(['3 Oct', '29 Sep', '24 Dec 2025']);
  await expect.element(page.getByText('Words not found on the page')).toBeVisible();
});

test('searches as the reader types, underlines the words, and keeps the query in the address', async () => {
  await log();
  await search().fill('superint');
  await expect.element(page.getByText('1 of 5 clippings', { exact: true })).toBeVisible();
  await expect.poll(quotes).toEqual(['By March the']);
  expect(document.querySelector('.note mark')?.textContent).toBe('superint');
  expect(parseHash(location.hash).text).toBe('superint');
});

test('a word of the title or the site finds every clipping of the article', async () => {
  await log();
  await search().fill('county');
  await expect.element(page.getByText('2 of 5 clippings', { exact: true })).toBeVisible();
});

test('says so when nothing matches, and clears', async () => {
  await log();
  await search().fill('zeppelin');
  await expect.element(page.getByRole('heading', { name: 'No clipping matches' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear', exact: true }).last().click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  expect(location.hash).toBe('');
  await expect.element(search()).toHaveValue('');
});

describe('filters', () => {
  test('by tag, several of which mean any of them; a perhaps is no tag', async () => {
    await log();
    const tag = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
    expect(document.body.textContent).toContain('Economy 0');
    await tag('Jobs').click();
    await expect.poll(quotes).toEqual(['Billing cler']);
    await tag('Open-walled').click();
    await expect.poll(quotes).toEqual(['Billing cler', 'By March the']);
    await page.getByRole('button', { name: 'Remove filter Jobs' }).click();
    await expect.poll(quotes).toEqual(['By March the']);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
    await page.getByRole('button', { name: 'Remove filter Open-walled' }).click();
    await tag('Economy').click();
    await expect.element(page.getByRole('heading', { name: 'No clipping matches' })).toBeVisible();
  });

  test('by side', async () => {
    await log();
    await page.getByRole('checkbox', { name: 'Short game 1' }).click();
    await expect.poll(quotes).toEqual(['The staff ea']);
    await page.getByRole('checkbox', { name: 'Neither 1' }).click();
    await expect.poll(quotes).toEqual(['Three of the', 'The staff ea']);
  });

  test('by site', async () => {
    await log();
    await page.getByRole('combobox', { name: 'Site' }).selectOptions('County Record');
    await expect.poll(quotes).toEqual(['By March the', 'Three of the']);
    await page.getByRole('button', { name: 'Remove filter County Record' }).click();
    await expect.poll(quotes).toHaveLength(5);
  });

  test('by date, both days included', async () => {
    await log();
    await page.getByLabelText('From').fill('2026-09-29');
    await page.getByLabelText('To', { exact: true }).fill('2026-10-02');
    await expect.poll(quotes).toEqual(['By March the', 'Three of the']);
    await page.getByRole('button', { name: 'Remove filter the first day' }).click();
    await expect.poll(quotes).toEqual(['By March the', 'Three of the', 'The staff ea']);
  });

  test('by what is due', async () => {
    await log();
    await page.getByRole('button', { name: 'Due 1' }).click();
    await expect.poll(quotes).toEqual(['By March the']);
    await page.getByRole('button', { name: 'Everything 5' }).click();
    await expect.poll(quotes).toHaveLength(5);
  });
});

test('filters by what is kept with a clipping, by a whole group, and sorts', async () => {
  await log();
  const box = (name: string) => page.getByRole('checkbox', { name });
  await box('No note yet 3').click();
  await expect.poll(quotes).toEqual(['Billing cler', 'Three of the', 'The staff ea']);
  await box('Words not found 1').click();
  await expect.poll(quotes).toEqual(['Three of the']);
  await page.getByRole('button', { name: 'Remove filter No note yet' }).click();
  await page.getByRole('button', { name: 'Remove filter Words not found' }).click();
  await box('Has an answer 1').click();
  await expect.poll(quotes).toEqual(['By March the']);
  await page.getByRole('button', { name: 'Clear' }).click();
  await box('Any condition 1').click();
  await expect.poll(quotes).toEqual(['The line tha']);
  await box('Culture 1').click();
  await expect.poll(quotes).toEqual(['The line tha', 'The staff ea']);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('combobox', { name: 'Order' }).selectOptions('Oldest first');
  await expect
    .poll(quotes)
    .toEqual(['The staff ea', 'Three of the', 'By March the', 'Billing cler', 'The line tha']);
  expect(location.hash).toBe('#sort=oldest');
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});

test('a mistyped word stands for what it is near to, and the list says so', async () => {
  await log();
  await search().fill('superintendant');
  await expect.poll(quotes).toEqual(['By March the']);
  await expect
    .element(page.getByText('No word begins “superintendant”. Shown: superintendent.'))
    .toBeVisible();
  expect(document.querySelector('.note mark')?.textContent).toBe('superintendent');
  await expectAccessible();
});

test('a view is saved under a name, shown again, renamed, deleted and brought back', async () => {
  const store = await storeWith(smallLog());
  const client = fakeClient();
  mount(<LogPage client={client} store={store} now={() => NOW} />, '#tag=jobs&q=draft');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('A view needs a name.')).toBeVisible();
  await page.getByLabelText('Name of the view').fill('Board retreat');
  await expectAccessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Board retreat' })).toBeVisible();
  await expect
    .poll(() => client.saved.at(-1)?.views)
    .toEqual([{ name: 'Board retreat', view: '#q=draft&tag=jobs' }]);

  await page.getByRole('button', { name: 'Everything 5' }).click();
  await expect.poll(quotes).toHaveLength(5);
  await page.getByRole('button', { name: 'Board retreat' }).click();
  await expect.poll(quotes).toEqual(['Billing cler']);
  await expect
    .element(page.getByRole('button', { name: 'Board retreat' }))
    .toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Rename view' }).click();
  await page.getByLabelText('Name of the view').fill('Cabinet');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Cabinet' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();
  expect(client.saved.at(-1)?.views).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Cabinet' })).toBeVisible();
  expect(client.saved.at(-1)?.views).toEqual([{ name: 'Cabinet', view: '#q=draft&tag=jobs' }]);
});

test('a view that could not be saved says so, and the name is still there', async () => {
  const store = await storeWith(smallLog());
  const client = fakeClient({
    saveSettings: async () => {
      throw new Error('The disk is full.');
    },
  });
  mount(<LogPage client={client} store={store} now={() => NOW} />, '#due=1');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabelText('Name of the view').fill('Board');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByText('Your views could not be saved, and are as they were. The disk is full.'))
    .toBeVisible();
  await expect.element(page.getByLabelText('Name of the view')).toHaveValue('Board');
});

test('the newest are shown while the rest of the log is still being read', async () => {
  const [first] = smallLog().articles;
  const store = await storeWith({
    articles: [first!],
    clippings: Array.from({ length: 90 }, (_, n) =>
      clipping(n + 1, { createdAt: new Date(NOW.getTime() - n * 60_000).toISOString() }),
    ),
    reflections: [],
  });
  const gate = Promise.withResolvers<void>();
  const slow = {
    ...store,
    async log() {
      await gate.promise;
      return store.log();
    },
  };
  mount(<LogPage client={fakeClient()} store={slow} now={() => NOW} />, `#clipping=${id(90)}`);
  await expect.element(page.getByText('The newest 60. Reading the rest of the log')).toBeVisible();
  expect(quotes()[0]).toBe('Quote number');
  expect(document.body.textContent).not.toContain('is not in the log');
  await expectAccessible();
  gate.resolve();
  await expect.element(page.getByText('90 clippings', { exact: true })).toBeVisible();
  expect(document.querySelector('.detail .whole')?.textContent).toContain('Quote number 90.');
});

test('an address opens what taught a tag, whichever way, and the filter goes again', async () => {
  const rows = smallLog();
  rows.clippings[4]!.removedTags = ['agency'];
  await log(rows, '#taught=agency');
  await expect.poll(quotes).toEqual(['The line tha', 'The staff ea']);
  await page.getByRole('button', { name: 'Remove filter taught Agency' }).click();
  await expect.poll(quotes).toHaveLength(5);
  expect(location.hash).toBe('');
});

test('an address opens its view and its clipping', async () => {
  await log(smallLog(), printHash({ ...EVERYTHING, text: 'superintendent', clipping: id(3) }));
  await expect.element(search()).toHaveValue('superintendent');
  await expect.poll(quotes).toEqual(['By March the']);
  expect(document.querySelector('.detail .whole')?.textContent).toContain('By March');
});

test('an address that names a clipping that is gone says so', async () => {
  await log(smallLog(), '#clipping=gone');
  await expect.element(page.getByText('The clipping this address names is not in the log.')).toBeVisible();
  await expect.poll(quotes).toHaveLength(5);
});

test('a view goes to the address and comes back the same', () => {
  const view = {
    ...EVERYTHING,
    text: 'a&b #c',
    tags: ['ai' as const, 'culture' as const],
    sides: ['long' as const],
    site: 'Söder & Co',
    from: '2026-01-01',
    to: '2026-02-01',
    due: true,
    groups: ['lens' as const],
    note: false,
    answered: true,
    lost: true,
    sort: 'site' as const,
    taught: 'jobs' as const,
    clipping: id(1),
  };
  expect(parseHash(printHash(view))).toEqual(view);
  expect(printHash(EVERYTHING)).toBe('');
  expect(
    parseHash('#tag=nonsense&group=x&side=up&from=soon&due=2&taught=nonsense&note=2&lost=x&sort=up'),
  ).toEqual(EVERYTHING);
});

test('of a long log only what is near the window is drawn, and all of it can be reached', {
  timeout: 30_000,
}, async () => {
  const [first] = smallLog().articles;
  const url = (n: number): string => `https://dispatch.example/${n}`;
  const many: ReadingLog = {
    articles: Array.from({ length: 100 }, (_, n) => ({ ...first!, url: url(n), title: `Article ${n}` })),
    clippings: Array.from({ length: 400 }, (_, n) =>
      clipping(n + 1, {
        articleUrl: url(n % 100),
        createdAt: new Date(NOW.getTime() - n * 60_000).toISOString(),
      }),
    ),
    reflections: [],
  };
  await log(many);
  await expect.element(page.getByText('400 clippings', { exact: true })).toBeVisible();
  const ids = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[data-clipping]')].map((row) => row.dataset.clipping ?? '');
  const seen = new Set<string>();
  let most = 0;
  await expect
    .poll(
      () => {
        for (const each of ids()) seen.add(each);
        most = Math.max(most, ids().length);
        window.scrollBy(0, innerHeight);
        return seen.size;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe(400);
  expect(most).toBeLessThan(120);

  // What is open keeps its row, wherever the window is; so does what has the focus.
  expect(ids()[0]).toBe(id(1));
  document.querySelector<HTMLElement>(`[data-clipping="${id(1)}"] a.open`)?.focus();
  await userEvent.keyboard('{End}');
  await expect
    .poll(() => document.activeElement?.closest('[data-clipping]')?.getAttribute('data-clipping'))
    .toBe(id(400));
  await userEvent.keyboard('{Home}');
  await expect
    .poll(() => document.activeElement?.closest('[data-clipping]')?.getAttribute('data-clipping'))
    .toBe(id(1));
});

test('the list is walked with the arrow keys; Enter opens a clipping, Escape goes back to it', async () => {
  await log();
  const links = () => [...document.querySelectorAll<HTMLElement>('.clip a.open')];
  links()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(links()[2]);
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(links()[4]);
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.element(page.getByRole('heading', { level: 2, name: /A hospital/ }).last()).toHaveFocus();
  expect(document.querySelector('.detail .whole')?.textContent).toContain('Three of the eleven');
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(links()[3]);
  expect(location.hash).toBe('');
});
