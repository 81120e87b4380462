import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { correctTags } from '../../../src/clippings/correct-tags.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/defaults.ts';
import { OptionsPage } from '../../../src/views/options/options.tsx';
import { keepDraft } from '../../../src/views/reading/drafts.ts';
import {
  catchDownloads,
  expectAccessible,
  fakeClient,
  id,
  mount,
  NOW,
  setTheme,
  smallLog,
  storeWith,
  unmount,
} from '../log/harness.tsx';

afterEach(unmount);

const now = (): Date => NOW;

async function options(client = fakeClient(), log: Parameters<typeof storeWith>[0] = smallLog()) {
  const store = await storeWith(log);
  mount(<OptionsPage client={client} store={store} now={now} />);
  await expect.element(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
  return { client, store };
}

test('a switch takes effect at once', async () => {
  const { client } = await options();
  await page.getByRole('switch', { name: /Tint and underline/ }).click();
  expect(client.saved.at(-1)).toEqual({ tint: false, margin: true, tagsOff: [], learn: true });
  await page.getByRole('switch', { name: /Marks in the margin/ }).click();
  expect(client.saved.at(-1)).toEqual({ tint: false, margin: false, tagsOff: [], learn: true });
});

test('the number of questions on the button is off until it is asked for, and nothing else is lost by it', async () => {
  const views = [{ name: 'Board', view: '#due=1' }];
  const client = fakeClient();
  await options(client);
  const remind = page.getByRole('switch', { name: /how many wait today/ });
  await expect.element(remind).not.toBeChecked();
  client.saved.push({ ...DEFAULT_SETTINGS, views }); // the log page, meanwhile
  await remind.click();
  await expect.poll(() => client.saved.at(-1)).toEqual({ ...DEFAULT_SETTINGS, views, remind: true });
  await expectAccessible();
});

test('a tag is left out and taken in again', async () => {
  const { client } = await options();
  const jobs = page.getByRole('checkbox', { name: /^Jobs/ });
  await expect.element(jobs).toBeChecked();
  await jobs.click();
  expect(client.saved.at(-1)?.tagsOff).toEqual(['jobs']);
  await jobs.click();
  expect(client.saved.at(-1)?.tagsOff).toEqual([]);
});

test('a setting that could not be saved goes back, and says so', async () => {
  await options(
    fakeClient({
      saveSettings: async () => {
        throw new Error('the disk is full');
      },
    }),
  );
  const tint = page.getByRole('switch', { name: /Tint and underline/ });
  await tint.click();
  await expect
    .element(page.getByText('That setting could not be saved: the disk is full. It is as it was before.'))
    .toBeVisible();
  await expect.element(tint).toBeChecked();
});

/** The lines of what was taught, as they read. */
const taughtLines = (): string[] =>
  [...document.querySelectorAll('.taught li')].map((line) => line.textContent?.trim() ?? '');

test('what was taught: how often each tag was added and taken away, with the way to the clippings', async () => {
  const log = smallLog();
  const [first, second, third] = log.clippings;
  Object.assign(first!, correctTags(first!, ['jobs', 'agency']));
  Object.assign(third!, correctTags(third!, ['ai']));
  await options(fakeClient(), log);
  await expect
    .poll(taughtLines)
    .toEqual([
      'Agencyadded 2 times2 clippings that taught Agency',
      'AIadded once and taken away once2 clippings that taught AI',
      'Economytaken away once1 clipping that taught Economy',
      'Open-walledtaken away once1 clipping that taught Open-walled',
    ]);
  expect(second?.tags).toContainEqual({ tag: 'agency', source: 'reader' });
  const link = page.getByRole('link', { name: '2 clippings that taught AI' });
  expect(link.element().getAttribute('href')).toBe('/log.html#taught=ai');
});

test('learning is switched off and on; what was taught stays, and so do the clippings', async () => {
  const { client, store } = await options();
  const before = await store.log();
  const learn = page.getByRole('switch', { name: /Learn from my corrections/ });
  await expect.element(learn).toBeChecked();
  await learn.click();
  expect(client.saved.at(-1)?.learn).toBe(false);
  await expect.element(page.getByText(/^Learning is off/)).toBeVisible();
  expect(taughtLines()).toHaveLength(1);
  (learn.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  expect(client.saved.at(-1)?.learn).toBe(true);
  await expect.element(page.getByText(/^To take a lesson back/)).toBeVisible();
  expect(await store.log()).toEqual(before);
});

test('follows a correction made in another page', async () => {
  const { store } = await options();
  await expect.poll(taughtLines).toHaveLength(1);
  await store.setTags(id(5), ['culture', 'society']);
  await expect.poll(taughtLines).toContain('Societyadded once1 clipping that taught Society');
});

test('where nothing was taught it says how to', async () => {
  await options(fakeClient(), null);
  await expect.element(page.getByText(/^Nothing so far/)).toBeVisible();
  expect(taughtLines()).toEqual([]);
});

test('says what is kept, and saves a backup of it', async () => {
  await options();
  await expect.element(page.getByText('5 clippings, 3 articles and 1 answer.')).toBeVisible();
  const caught = catchDownloads();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect.element(page.getByText('Saved as long-game-2026-11-24.json')).toBeVisible();
  caught.stop();
  expect(JSON.parse((await caught.texts[0]) ?? '')).toMatchObject({ format: 'long-game-backup' });
});

test('deletes everything only when the number is typed', async () => {
  localStorage.clear();
  const { client, store } = await options();
  keepDraft('00000000-0000-4000-8000-000000000001', 'typed and never kept', NOW);
  await page.getByRole('button', { name: 'Delete all' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete all 5 clippings?' });
  await expect.element(dialog).toBeVisible();
  await expect
    .element(
      page.getByText(
        'With them go 2 notes, 1 answer and the list of 3 articles. No one else has a copy, and this cannot be undone.',
      ),
    )
    .toBeVisible();
  const go = page.getByRole('button', { name: 'Delete everything' });
  await expect.element(go).toBeDisabled();
  const field = page.getByLabelText('Type 5 to delete them');
  await field.fill('4');
  await expect.element(go).toBeDisabled();
  expect((await store.log()).clippings).toHaveLength(5);
  await field.fill('5');
  await go.click();
  await expect
    .element(page.getByText('Everything is deleted: 5 clippings, 2 notes, 1 answer.'))
    .toHaveFocus();
  expect(await store.log()).toEqual({ articles: [], clippings: [], reflections: [] });
  expect(Object.keys(localStorage)).toEqual([]);
  expect(client.told.at(-1)).toHaveLength(3);
  expect(document.querySelector('dialog')).toBeNull();
});

test('Escape and Keep everything delete nothing', async () => {
  const { store } = await options();
  const all = page.getByRole('button', { name: 'Delete all' });
  await all.click();
  await page.getByLabelText('Type 5 to delete them').fill('5');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  await all.click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  expect((await store.log()).clippings).toHaveLength(5);
});

test('a log that does not open says why, and can be tried again', async () => {
  const store = await storeWith(smallLog());
  let refuse = true;
  const broken = {
    ...store,
    log: async () => {
      if (refuse) throw new Error('no such luck');
      return store.log();
    },
  };
  mount(<OptionsPage client={fakeClient()} store={broken} now={now} />);
  await expect.element(page.getByText(/no such luck/)).toBeVisible();
  expect(document.body.textContent).not.toContain('Delete all');
  refuse = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('5 clippings, 3 articles and 1 answer.')).toBeVisible();
});

test('an empty log offers nothing to delete', async () => {
  await options(fakeClient(), null);
  await expect.element(page.getByText('0 clippings, 0 articles and 0 answers.')).toBeVisible();
  expect(document.body.textContent).not.toContain('Delete all');
  await expect.element(page.getByRole('button', { name: 'Save a backup' })).toBeDisabled();
});

test('says the keys, and that there are none', async () => {
  await options();
  await expect.element(page.getByText('Shift', { exact: true })).toBeVisible();
  await options(fakeClient({ shortcut: async () => null }));
  await expect.element(page.getByText(/No keys read a page/)).toBeVisible();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing, %s, wide and narrow',
  { timeout: 60_000 },
  async (theme) => {
    setTheme(theme);
    await options();
    await expect.element(page.getByText('5 clippings, 3 articles and 1 answer.')).toBeVisible();
    for (const width of [1180, 320]) {
      await page.viewport(width, 900);
      await expectAccessible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
    await page.getByRole('button', { name: 'Delete all' }).click();
    await expectAccessible();
  },
);
