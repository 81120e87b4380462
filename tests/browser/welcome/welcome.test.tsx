import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WelcomePage } from '../../../src/views/welcome/welcome.tsx';
import { expectAccessible, fakeClient, mount, setTheme, unmount } from '../log/harness.tsx';

afterEach(unmount);

test('shows three steps, the keys the browser knows, and where the log lives', async () => {
  mount(<WelcomePage client={fakeClient({ shortcut: async () => 'Ctrl+Shift+9' })} />);
  await expect.element(page.getByText('9', { exact: true })).toBeVisible();
  const steps = [...document.querySelectorAll('h2')].map((heading) => heading.textContent);
  expect(steps).toEqual([
    'Learn three marks',
    'Put it where you can reach it',
    'Keep little, and be asked about it',
  ]);
  expect([...document.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['Ctrl', 'Shift', '9']);
  await expect.element(page.getByText(/removing Long Game deletes it/)).toBeVisible();
  expect(document.querySelector('mark')?.textContent).toBe(
    'Most of the work her cousins do was not a job when she started school.',
  );
});

test('speaks of no keys where the reader took them away', async () => {
  mount(<WelcomePage client={fakeClient({ shortcut: async () => null })} />);
  await expect.element(page.getByText(/press it\.$/)).toBeVisible();
  expect(document.querySelector('kbd')).toBeNull();
});

test('leads to the log and the settings, by keyboard', async () => {
  const client = fakeClient();
  mount(<WelcomePage client={client} />);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Open the reading log');
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(client.opened).toEqual(['log', 'options']);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing, %s, wide and narrow',
  { timeout: 60_000 },
  async (theme) => {
    setTheme(theme);
    mount(<WelcomePage client={fakeClient()} />);
    await expect.element(page.getByText('Shift', { exact: true })).toBeVisible();
    for (const width of [1180, 320]) {
      await page.viewport(width, 900);
      await expectAccessible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  },
);
