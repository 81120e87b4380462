import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StoreError } from '../../../src/clippings/store-error.ts';
import { nextDue, questionFor } from '../../../src/log/reflection.ts';
import { LogPage } from '../../../src/views/log/log.tsx';
import { clipping, fakeClient, id, mount, NOW, smallLog, storeWith, unmount } from './harness.tsx';

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1180, 900);
});
afterEach(unmount);

const question = (): string => {
  const log = smallLog();
  return questionFor(log.clippings[2]!, log.reflections);
};

async function log(change: object = {}) {
  const store = await storeWith(smallLog());
  mount(<LogPage client={fakeClient()} store={{ ...store, ...change }} now={() => NOW} />);
  await expect.element(page.getByText(question())).toBeVisible();
  return store;
}

const strip = () => page.getByText(question());
const answer = () => page.getByRole('textbox', { name: 'Your answer' });

test('waits in one line; opened, it shows the quote, the earlier answer and a field', async () => {
  await log();
  await expect.element(answer()).not.toBeInTheDocument();
  await strip().click();
  await expect.element(answer()).toBeVisible();
  await expect.element(page.getByText('Before, you said')).toBeVisible();
  await expect.element(page.getByText('County Record, kept 29 September')).toBeVisible();
});

test('keeps the answer, moves the next question on, and says when', async () => {
  const store = await log();
  await strip().click();
  await answer().fill('  We would start with one ward.  ');
  await page.getByRole('button', { name: 'Keep answer' }).click();
  await expect
    .poll(() => document.activeElement?.textContent)
    .toBe('Answer kept. You will be asked about it again on 23 January 2027.');
  const { reflections, clippings } = await store.log();
  expect(reflections.map((row) => row.answer)).toContain('We would start with one ward.');
  expect(reflections.map((row) => row.question)).toContain(question());
  expect(clippings.find((row) => row.id === id(3))?.dueAt).toBe(nextDue(2, NOW));
  await expect.element(page.getByRole('button', { name: 'Due 0' })).toBeVisible();
  expect(localStorage).toHaveLength(0);
});

test('an empty answer is not kept', async () => {
  const store = await log();
  await strip().click();
  await page.getByRole('button', { name: 'Keep answer' }).click();
  await expect.element(page.getByText(/There is no answer to keep yet/)).toBeVisible();
  await expect.element(answer()).toHaveFocus();
  expect((await store.log()).reflections).toHaveLength(1);
});

test('not now asks again tomorrow', async () => {
  const store = await log();
  await strip().click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect.element(page.getByText('It will be asked again tomorrow.')).toBeVisible();
  const due = new Date((await store.clipping(id(3)))?.dueAt ?? 0);
  expect(due.getTime()).toBe(new Date(NOW.getFullYear(), NOW.getMonth(), NOW.getDate() + 1).getTime());
});

test('done with this one is never asked again', async () => {
  const store = await log();
  await strip().click();
  await page.getByRole('button', { name: 'Done with this one' }).click();
  await expect.element(page.getByText(/^Done with this one\. The clipping stays/)).toBeVisible();
  expect((await store.clipping(id(3)))?.dueAt).toBeNull();
});

test('an answer half written is still there after the tab was closed', async () => {
  await log();
  await strip().click();
  await answer().fill('Half a thought');
  unmount();
  await log();
  await expect.element(answer()).toBeVisible();
  await expect.element(answer()).toHaveValue('Half a thought');
});

test('an answer that could not be kept stays, and says why', async () => {
  await log({
    reflect: async () => {
      throw new StoreError('full', 'The answer could not be saved: no more room.');
    },
  });
  await strip().click();
  await answer().fill('Worth keeping');
  await page.getByRole('button', { name: 'Keep answer' }).click();
  await expect.element(page.getByText('The answer could not be saved: no more room.')).toBeVisible();
  await expect.element(answer()).toHaveValue('Worth keeping');
});

test('after one question another is offered, never pressed', async () => {
  const rows = smallLog();
  rows.clippings = rows.clippings.map((row) =>
    row.id === id(4) ? { ...row, dueAt: '2026-11-23T00:00:00.000Z' } : row,
  );
  const store = await storeWith(rows);
  mount(<LogPage client={fakeClient()} store={store} now={() => NOW} />);
  await strip().click();
  await expect.element(page.getByText('1 more waits. No haste.')).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Another question' }).click();
  await expect.poll(() => document.activeElement?.tagName).toBe('SUMMARY');
  await userEvent.keyboard('{Enter}');
  expect(document.querySelector('.today .quote')?.textContent).toContain('Three of the eleven');
});

test('a log that is far behind has three questions today, and says of no more', async () => {
  const rows = smallLog();
  rows.clippings = Array.from({ length: 50 }, (_, n) =>
    clipping(n + 1, { dueAt: new Date(NOW.getTime() - (n + 1) * 86_400_000).toISOString() }),
  );
  const store = await storeWith({ ...rows, reflections: [] });
  mount(<LogPage client={fakeClient()} store={store} now={() => NOW} />);
  await expect.element(page.getByRole('button', { name: 'Due 3' })).toBeVisible();
  for (const left of ['2 more wait. No haste.', '1 more waits. No haste.', null]) {
    await page.getByText("Today's question").click();
    if (left !== null) await expect.element(page.getByText(left)).toBeVisible();
    await answer().fill('An answer');
    await page.getByRole('button', { name: 'Keep answer' }).click();
    await expect.element(page.getByText(/^Answer kept\./)).toBeVisible();
    if (left !== null) await page.getByRole('button', { name: 'Another question' }).click();
  }
  await expect.element(page.getByRole('button', { name: 'Another question' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Due 0' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
});
