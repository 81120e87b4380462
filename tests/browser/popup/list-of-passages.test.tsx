import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { Popup } from '../../../src/views/popup/popup.tsx';
import { FakeTab, fakeClient, mount, NOW, newStore, setTheme, unmount } from './harness.tsx';
import { reading } from './reading-fixture.ts';

// axe and real keystrokes are slow on a busy machine; nothing here is about time.
vi.setConfig({ testTimeout: 60_000 });

const show = async () => {
  const tab = new FakeTab(reading());
  const client = fakeClient(tab);
  mount(<Popup client={client} store={await newStore()} surface="popup" now={() => NOW} />);
  await expect.element(screen.getByText(/^Read paragraphs/)).toBeVisible();
  return { tab, client };
};

const clipButtons = () => screen.getByRole('button', { name: /^Clip passage/ }).elements().length;
const focused = () => document.activeElement?.textContent ?? '';

beforeEach(async () => {
  setTheme('light');
  await screen.viewport(380, 560);
});
afterEach(unmount);

test('chips filter: a passage about any pressed one stays', async () => {
  await show();
  expect(clipButtons()).toBe(9);
  const ai = screen.getByRole('button', { name: 'AI 2' });
  await expect.element(ai).toHaveAttribute('aria-pressed', 'false');
  await ai.click();
  await expect.element(ai).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(clipButtons).toBe(2);
  await expect.element(screen.getByText('2 of 9 shown')).toBeInTheDocument();
  await screen.getByRole('button', { name: 'Culture 2' }).click();
  await expect.poll(clipButtons).toBe(4);
  await ai.click();
  await screen.getByRole('button', { name: 'Culture 2' }).click();
  await expect.poll(clipButtons).toBe(9);
});

test('only the passages scroll: the popup has one scroll bar', async () => {
  await show();
  const popup = document.querySelector('.popup');
  const body = document.querySelector('.popup__body');
  expect(body?.scrollHeight).toBeGreaterThan(body?.clientHeight ?? 0);
  expect(popup?.scrollHeight).toBe(popup?.clientHeight);
});

test('the rest of the chips is one press away', async () => {
  await show();
  expect(screen.getByRole('button', { name: 'Society 1' }).query()).toBeNull();
  await screen.getByRole('button', { name: '6 more tags' }).click();
  await expect.element(screen.getByRole('button', { name: 'Society 1' })).toBeVisible();
});

test('a passage, and each number of what to read first, leads to its place on the page', async () => {
  const { tab } = await show();
  await screen.getByRole('button', { name: /^The warehouse on Route 9/ }).click();
  await screen.getByRole('button', { name: '7', exact: true }).click();
  expect(tab.asked).toEqual(['read false', 'show 2', 'show 6']);
});

test('everything is reached and done by keyboard alone', async () => {
  const { tab, client } = await show();
  await userEvent.tab();
  expect(focused()).toBe('Skip to the passages');
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.id).toBe('passages');
  await userEvent.tab();
  expect(focused()).toContain('Ruth Adeyemi opens every meeting');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => tab.asked).toContain('show 0');
  await userEvent.tab();
  expect(focused()).toBe('Clip passage 1');
  await userEvent.keyboard(' ');
  const note = screen.getByLabelText('Your note');
  await expect.element(note).toHaveFocus();
  await userEvent.keyboard('By keyboard');
  await expect.element(screen.getByText('Saved as you type')).toBeVisible();
  await userEvent.tab();
  expect(focused()).toContain('Correct tags');
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement).toHaveProperty('type', 'checkbox');
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('checkbox', { name: 'Shared vision' })).toBeChecked();
  screen.getByRole('button', { name: 'Settings' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{Enter}');
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{Enter}');
  expect(client.asked.filter((each) => !each.startsWith('changed'))).toEqual(['options', 'panel', 'log']);
});

test('nothing hangs out of 320 px, nor of text twice as large', async () => {
  await screen.viewport(320, 560);
  await show();
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  document.documentElement.style.fontSize = '200%';
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(clientWidth);
  document.documentElement.style.fontSize = '';
});
