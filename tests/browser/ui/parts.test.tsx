import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/parts.css';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';
import { TAGS } from '../../../src/framework/tags.ts';
import { BalanceBar } from '../../../src/ui/balance-bar.tsx';
import { SignalText } from '../../../src/ui/signal-text.tsx';
import { Switch } from '../../../src/ui/switch.tsx';
import { TagList } from '../../../src/ui/tag-list.tsx';
import { TagPicker } from '../../../src/ui/tag-picker.tsx';
import { expectAccessible, setTheme } from '../popup/harness.tsx';

let root: HTMLElement;
const draw = (view: ComponentChild) => render(view, root);

beforeEach(() => {
  document.documentElement.lang = 'en';
  root = document.createElement('main');
  root.id = 'app';
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test.each(['light', 'dark'] as const)('every tag is drawn with its name (%s)', async (theme) => {
  setTheme(theme);
  draw(<TagList tags={TAG_IDS} />);
  const items = [...root.querySelectorAll('li')];
  expect(items.map(({ textContent }) => textContent)).toEqual(TAGS.map(({ shortName }) => shortName));
  for (const item of items) {
    expect(item.querySelector('svg')?.childElementCount).toBeGreaterThan(0);
    expect(item.querySelector('svg')?.firstElementChild?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  }
  await expectAccessible();
});

test('the picker gives the whole new choice, in the codebook’s order', async () => {
  const onChange = vi.fn();
  draw(<TagPicker label="Tags of passage 3" chosen={['culture', 'agency']} onChange={onChange} />);
  expect(root.querySelectorAll('input[type=checkbox]')).toHaveLength(17);
  await screen.getByRole('checkbox', { name: 'AI' }).click();
  expect(onChange).toHaveBeenLastCalledWith(['agency', 'ai', 'culture']);
  await screen.getByRole('checkbox', { name: 'Agency' }).click();
  expect(onChange.mock.lastCall?.[0]).not.toContain('agency');
  await expectAccessible();
});

test('signal sentences are tinted where they are, by their surest signal; odd spans are left out', () => {
  const text = 'One. Two. Three.';
  draw(
    <SignalText
      text={text}
      spans={[
        { start: 5, end: 9, signals: ['jobs', 'ai'] },
        { start: 0, end: 4, signals: ['ai'] },
        { start: 2, end: 7, signals: ['society'] },
        { start: 12, end: 99, signals: ['ai'] },
        { start: 10, end: 16, signals: [] },
      ]}
    />,
  );
  expect(root.textContent).toBe(text);
  const marks = [...root.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.dataset.signal]);
  expect(marks).toEqual([
    ['One.', 'ai'],
    ['Two.', 'jobs'],
  ]);
});

test('words of a page are never markup', () => {
  draw(
    <SignalText text={'<img src=x onerror="alert(1)">'} spans={[{ start: 0, end: 4, signals: ['ai'] }]} />,
  );
  expect(root.querySelector('img')).toBeNull();
});

test('the bar has a part for each side that counts, as wide as its count', () => {
  draw(<BalanceBar balance={{ long: 6, short: 2, neither: 0 }} />);
  const [short, long, ...none] = [...root.querySelectorAll<HTMLElement>('.balance__bar > *')];
  expect(none).toEqual([]);
  expect(long!.offsetWidth / short!.offsetWidth).toBeCloseTo(3, 0);
  expect(root.textContent).toContain('Short game 2');
});

test('a switch that nobody turns stays where it is, and gives what was asked for', async () => {
  const onChange = vi.fn();
  draw(
    <Switch checked={true} onChange={onChange}>
      Marks
    </Switch>,
  );
  const marks = screen.getByRole('switch', { name: 'Marks' });
  await marks.click();
  expect(onChange).toHaveBeenCalledWith(false);
  await expect.element(marks).toBeChecked();
});
