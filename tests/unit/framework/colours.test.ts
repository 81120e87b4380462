import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  contrast,
  GROUP_COLOURS,
  INKS,
  SIGNAL_LINES,
  SIGNAL_TINTS,
  SURFACES,
  type ThemeColour,
} from '../../../src/framework/colours.ts';
import { SIGNAL_IDS } from '../../../src/framework/tag-ids.ts';

const THEMES = ['light', 'dark'] as const;
const file = (path: string) => new URL(`../../../${path}`, import.meta.url);

const pairs: [string, ThemeColour, string, ThemeColour, number][] = [];
for (const [group, { ink, wash, mark }] of Object.entries(GROUP_COLOURS)) {
  for (const [surface, on] of Object.entries(SURFACES)) {
    pairs.push([`${group} ink`, ink, surface, on, 4.5], [`${group} mark`, mark, surface, on, 3]);
  }
  pairs.push(
    [`${group} ink`, ink, `${group} wash`, wash, 4.5],
    ['sheet', SURFACES.sheet, `${group} ink`, ink, 4.5],
  );
}
for (const [signal, tint] of Object.entries(SIGNAL_TINTS)) {
  for (const [name, ink] of Object.entries(INKS)) pairs.push([name, ink, `${signal} tint`, tint, 4.5]);
  pairs.push(['signal mark', GROUP_COLOURS.signal.mark, `${signal} tint`, tint, 3]);
}

describe('contrast (WCAG 2.2: text 4.5:1, parts 3:1)', () => {
  test('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#a8700a', '#a8700a')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test.each(pairs)('%s %o on %s %o', (_ink, ink, _on, on, least) => {
    for (const theme of THEMES) expect(contrast(ink[theme], on[theme])).toBeGreaterThanOrEqual(least);
  });
});

describe('tokens.css', () => {
  const css = readFileSync(file('src/ui/tokens.css'), 'utf8');
  const token = (name: string): ThemeColour | null => {
    const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(css);
    return found ? { light: found[1] ?? '', dark: found[2] ?? '' } : null;
  };

  test.each([
    ...Object.entries(SURFACES),
    ...Object.entries(INKS),
    ...Object.entries(SIGNAL_TINTS).map(([signal, tint]) => [`tint-${signal}`, tint] as const),
    ...Object.entries(GROUP_COLOURS).flatMap(([group, { ink, wash, mark }]) => [
      [group, ink] as const,
      [`${group}-wash`, wash] as const,
      [`${group}-mark`, mark] as const,
    ]),
  ])('names --%s as the framework does', (name, colour) => {
    expect(token(name)).toEqual(colour);
  });
});

const page = file('entrypoints/page.css');

describe('what is painted on a page', () => {
  const css = readFileSync(page, 'utf8').replaceAll(/\s+/g, ' ');

  test.each(SIGNAL_IDS)('%s has its tint and its underline, on light and on dark', (signal) => {
    const { style, thickness } = SIGNAL_LINES[signal];
    for (const theme of THEMES) {
      const rule = new RegExp(`::highlight\\(lg-${signal}-on-${theme}\\) \\{([^}]*)\\}`).exec(css)?.[1];
      expect(rule).toContain(`background-color: ${SIGNAL_TINTS[signal][theme]}`);
      expect(rule).toContain(
        `text-decoration: underline ${style} ${thickness}px ${GROUP_COLOURS.signal.mark[theme]}`,
      );
    }
  });
});
