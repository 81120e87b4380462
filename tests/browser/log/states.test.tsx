import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SetAsideRow } from '../../../src/clippings/schema.ts';
import { blockedError } from '../../../src/clippings/store-error.ts';
import { backupJson } from '../../../src/log/export-json.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import {
  catchDownloads,
  clipping,
  expectAccessible,
  fakeClient,
  giveFile,
  id,
  mount,
  NOW,
  setTheme,
  smallLog,
  storeWith,
  unmount,
} from './harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(unmount);

const now = (): Date => NOW;

const ASIDE: SetAsideRow = {
  id: id(200),
  from: 'import',
  row: { quote: '', note: 'ask Luis about the ward' },
  reason: 'It has a note and no quote.',
  at: NOW.toISOString(),
};

test('draws something before the database answers', async () => {
  const store = await storeWith(smallLog());
  mount(
    <LogPage client={fakeClient()} store={{ ...store, log: () => new Promise(() => undefined) }} now={now} />,
  );
  expect(document.querySelector('h1')?.textContent).toBe('Reading log');
  expect(document.querySelector('main')?.textContent).toContain('Opening the log on this device.');
});

test('a log that does not open says the store’s sentence, and can be tried again', async () => {
  const store = await storeWith(smallLog());
  let blocked = true;
  const held = {
    ...store,
    log: async () => {
      if (blocked) throw blockedError();
      return store.log();
    },
  };
  mount(<LogPage client={fakeClient()} store={held} now={now} />);
  await expect.element(page.getByText(/being updated in another tab. Close the other tabs/)).toBeVisible();
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
});

test('a read that fails later leaves the list, and says that it may be old', async () => {
  const store = await storeWith(smallLog());
  let broken = false;
  const breaking = {
    ...store,
    clippingsOf: async (url: string) => {
      if (broken) throw blockedError();
      return store.clippingsOf(url);
    },
  };
  mount(<LogPage client={fakeClient()} store={breaking} now={now} />);
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  broken = true;
  await store.setNote(id(1), 'x');
  await expect.element(page.getByRole('alert').filter({ hasText: 'another tab' })).toBeVisible();
  expect(document.querySelectorAll('.clip')).toHaveLength(5);
});

test('an empty log says what to do, and offers a restore', async () => {
  mount(<LogPage client={fakeClient()} store={await storeWith(null)} now={now} />);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Nothing kept yet' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
  expect(document.body.textContent).not.toContain('Export');
});

test('rows set aside are shown with their reason, and can be saved', async () => {
  const store = await storeWith(smallLog());
  await store.merge({ articles: [], clippings: [], reflections: [] }, [ASIDE]);
  mount(<LogPage client={fakeClient()} store={store} now={now} />);
  await page.getByText('1 row set aside').click();
  await expect.element(page.getByText('It has a note and no quote.')).toBeVisible();
  const caught = catchDownloads();
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  caught.stop();
  expect(JSON.parse((await caught.texts[0]) ?? '')).toMatchObject([{ row: ASIDE.row, reason: ASIDE.reason }]);
});

test('text of a page is shown as text', async () => {
  const rows = smallLog();
  const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
  rows.clippings[0] = clipping(1, { quote: hostile, note: hostile });
  rows.articles[0] = { ...rows.articles[0]!, title: hostile };
  mount(<LogPage client={fakeClient()} store={await storeWith(rows)} now={now} />);
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  expect(document.querySelector('#app img, #app .quote b')).toBeNull();
  expect(document.querySelector('.piece h2')?.textContent).toBe(hostile);
});

test('a skip link leads past the head, and everything has its landmark', async () => {
  mount(<LogPage client={fakeClient()} store={await storeWith(smallLog())} now={now} />);
  await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Skip to clippings');
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.id).toBe('list');
  for (const [role, name] of [
    ['banner', undefined],
    ['navigation', 'Pages'],
    ['complementary', 'Views and filters'],
    ['main', undefined],
  ] as const)
    await expect.element(page.getByRole(role, name === undefined ? {} : { name })).toBeVisible();
});

const AXE = { timeout: 60_000 };

test.each(['light', 'dark'] as const)(
  'axe finds nothing in any state, %s, wide and narrow',
  AXE,
  async (theme) => {
    setTheme(theme);
    const store = await storeWith(smallLog());
    await store.merge({ articles: [], clippings: [], reflections: [] }, [ASIDE]);
    for (const width of [1180, 320]) {
      await page.viewport(width, 900);
      mount(<LogPage client={fakeClient()} store={store} now={now} />);
      await expect.element(page.getByText('5 clippings', { exact: true })).toBeVisible();
      await page.getByText("Today's question").click();
      await page.getByText('1 row set aside').click();
      await page.getByRole('button', { name: 'Export' }).click();
      await expectAccessible();
      expect(document.documentElement.scrollWidth, `${width} px`).toBeLessThanOrEqual(width);

      await page.getByRole('link', { name: /^Billing clerks/ }).click();
      await page.getByRole('button', { name: 'Correct' }).click();
      await expectAccessible();
      expect(document.documentElement.scrollWidth, `${width} px`).toBeLessThanOrEqual(width);

      giveFile('a.json', backupJson({ ...smallLog(), clippings: [clipping(9)], reflections: [] }, NOW));
      await expect.element(page.getByRole('heading', { name: 'What this file would change' })).toBeVisible();
      await expectAccessible();
      expect(document.documentElement.scrollWidth, `${width} px`).toBeLessThanOrEqual(width);
    }
  },
);

test.each(['light', 'dark'] as const)('axe finds nothing in the empty log, %s', AXE, async (theme) => {
  setTheme(theme);
  const store = await storeWith(null);
  for (const width of [1180, 320]) {
    await page.viewport(width, 900);
    mount(<LogPage client={fakeClient()} store={store} now={now} />);
    await expect.element(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await expectAccessible();
    expect(document.documentElement.scrollWidth, `${width} px`).toBeLessThanOrEqual(width);
  }
});
