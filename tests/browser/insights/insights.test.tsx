import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import { TAG_IDS, type TagId } from '../../../src/framework/tag-ids.ts';
import { pngOf, svgOf } from '../../../src/views/insights/chart-file.ts';
import { InsightsPage } from '../../../src/views/insights/insights.tsx';
import {
  article,
  catchDownloads,
  clipping,
  expectAccessible,
  mount,
  NOW,
  setTheme,
  smallLog,
  storeWith,
  unmount,
} from '../log/harness.tsx';

beforeEach(() => page.viewport(1180, 900));
afterEach(() => {
  unmount();
  setTheme('light');
});

const DAY = 86_400_000;
const HOSPITAL = 'https://county.example/hospital';

/** So many clippings over so many days before now, with these tags in turn, each fourth from another site. */
function logOf(count: number, days: number, tags: readonly TagId[]): ReadingLog {
  return {
    articles: [article(), article({ url: HOSPITAL, visitedUrl: HOSPITAL, site: 'County Record' })],
    clippings: Array.from({ length: count }, (_, n) =>
      clipping(n + 1, {
        articleUrl: n % 4 === 3 ? HOSPITAL : article().url,
        createdAt: new Date(NOW.getTime() - Math.floor((n * days * DAY) / count)).toISOString(),
        tags: [{ tag: tags[n % tags.length] ?? 'ai', source: 'reader' }],
      }),
    ),
    reflections: [],
  };
}

async function insights(log: ReadingLog | null, hash = '') {
  mount(<InsightsPage store={await storeWith(log)} now={() => NOW} />, hash);
}

const numbers = (nth: number) => page.getByText('Show the numbers').nth(nth);

test('an empty log says so, and where to begin', async () => {
  await insights(null);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Nothing kept yet' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Reading log' })).toBeVisible();
  await expectAccessible();
});

test('the first week is numbers, not charts, and leans no way', async () => {
  await insights(logOf(9, 5, ['ai', 'culture']));
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'So far: 9 passages, 2 articles' }))
    .toBeVisible();
  await expect.element(page.getByText('9 passages. Too few to say which way they lean.')).toBeVisible();
  await expect
    .element(page.getByText('2 of the 17 ideas. The other 15 are waiting, not missing.'))
    .toBeVisible();
  expect(document.querySelector('.chart')).toBeNull();
  expect(document.body.textContent).not.toContain('leans');
  await expectAccessible();
});

describe('a log of three months', () => {
  const KEPT: readonly TagId[] = ['ai', 'ai', 'culture', 'jobs'];
  const threeMonths = (): ReadingLog => {
    const log = logOf(60, 70, KEPT);
    log.clippings.push(
      clipping(900, {
        createdAt: '2026-07-14T09:00:00.000Z',
        tags: [{ tag: 'competencies', source: 'reader' }],
      }),
    );
    return log;
  };

  test('says which way it leans, what is missing since when, and shows every picture', async () => {
    await insights(threeMonths());
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'What you kept in the last 12 weeks leans long' }))
      .toBeVisible();
    await expect
      .element(
        page.getByText(
          /^Of 60 passages kept from 2 articles, 45 look to the learner or the future and 15 to culture/,
        ),
      )
      .toBeVisible();
    await expect
      .element(
        page.getByText(/^Competencies: nothing in the last 12 weeks\. The last was on 14 July\.$/).last(),
      )
      .toBeVisible();
    await expect.poll(() => document.querySelectorAll('svg.chart').length).toBe(5);
    await expectAccessible();
  });

  test('has the numbers behind each picture, and each row opens its part of the log', async () => {
    await insights(threeMonths());
    await numbers(0).click();
    const rows = [...document.querySelectorAll('.numbers')[0]!.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(12);
    const sum = (column: number) =>
      rows.reduce((total, row) => total + Number(row.querySelectorAll('td')[column]?.textContent), 0);
    expect([sum(0), sum(1), sum(2)]).toEqual([45, 0, 15]);
    expect(rows[11]?.querySelector('a')?.getAttribute('href')).toBe(
      '/log.html#from=2026-11-23&to=2026-11-29',
    );
    for (const nth of [1, 2, 3, 4]) await numbers(nth).click();
    expect(document.querySelectorAll('.numbers table')).toHaveLength(5);
    await expect.element(page.getByRole('rowheader', { name: 'County Record' })).toBeVisible();
    await expectAccessible();
  });

  test('is reached by keys alone', async () => {
    await insights(threeMonths());
    await expect.element(numbers(0)).toBeVisible();
    const stops: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await userEvent.tab();
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) break;
      stops.push(at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '');
    }
    expect(stops.filter((stop) => stop === 'Show the numbers')).toHaveLength(5);
    expect(stops).toContain('Save as PNG: Five signals over time');
  });

  test('changes with the time chosen, which stands in the address', async () => {
    await insights(threeMonths());
    await page.getByRole('combobox', { name: 'Time' }).selectOptions('Everything');
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'What you kept since 14 July leans long' }))
      .toBeVisible();
    expect(location.hash).toBe('#all');
    expect(document.body.textContent).not.toContain('Competencies: nothing');
    await insights(threeMonths(), '#year');
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'What you kept this school year leans long' }))
      .toBeVisible();
  });

  test('is saved as SVG that stands alone, and as PNG', async () => {
    await insights(threeMonths());
    await expect.poll(() => document.querySelectorAll('svg.chart').length).toBe(5);
    const files = catchDownloads();
    await page.getByRole('button', { name: 'Save as SVG: What you keep, and what is missing' }).click();
    await expect.element(page.getByText('Saved as long-game-ideas.svg')).toBeVisible();
    const [text] = await Promise.all(files.texts);
    files.stop();
    const svg = new DOMParser().parseFromString(text ?? '', 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('title')?.textContent).toBe('What you keep, and what is missing');
    expect(svg.documentElement.outerHTML).not.toMatch(/class=|href|url\(|var\(|<script|<style/);
    expect([...svg.querySelectorAll('text')].map((each) => each.textContent)).toContain('Shared vision');

    const chart = document.querySelector<SVGSVGElement>('svg.chart');
    if (chart === null) throw new Error('no chart is drawn');
    const { width, height } = svgOf(chart, 'Long');
    const picture = await createImageBitmap(await pngOf(chart, 'Long'));
    expect([picture.width, picture.height]).toEqual([Math.ceil(width * 2), Math.ceil(height * 2)]);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
    // The page's paper and the accent of the long game: styles came along.
    expect(colours).toContain('250,250,248');
    expect(colours).toContain('23,90,69');
  });
});

test('five years are told by the month, and fit a narrow page in the dark', async () => {
  setTheme('dark');
  await insights(logOf(700, 1800, TAG_IDS), '#all');
  await expect
    .element(page.getByRole('heading', { level: 2, name: 'Short and long, month by month' }))
    .toBeVisible();
  await page.viewport(320, 900);
  await expect
    .poll(() => Math.max(...[...document.querySelectorAll('svg.chart')].map((each) => each.clientWidth)))
    .toBeLessThanOrEqual(320);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible();
});

test('a log that does not open says why, and is tried again', async () => {
  const store = await storeWith(smallLog());
  let fails = true;
  const failing = {
    ...store,
    log: async () => {
      if (fails) throw new Error('The disk is gone.');
      return store.log();
    },
  };
  mount(<InsightsPage store={failing} now={() => NOW} />);
  await expect.element(page.getByText(/The browser says: The disk is gone\./)).toBeVisible();
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /^What you kept/ })).toBeVisible();
});
