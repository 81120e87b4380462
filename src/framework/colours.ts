import type { SignalId, TagGroup } from './tag-ids.ts';

/** A colour per theme, as `#rrggbb`. */
export interface ThemeColour {
  light: string;
  dark: string;
}

/**
 * A group's hue: `ink` for its names (4.5:1 on every surface), `wash` behind them, `mark` for strokes and
 * underlines (3:1 on every surface).
 */
export interface GroupColours {
  ink: ThemeColour;
  wash: ThemeColour;
  mark: ThemeColour;
}

/** Three groups, three hues. The shape says the group again, glyph and name say the tag. */
export const GROUP_COLOURS: Readonly<Record<TagGroup, GroupColours>> = {
  condition: {
    ink: { light: '#285490', dark: '#97c1f7' },
    wash: { light: '#e8eff9', dark: '#1f2c3d' },
    mark: { light: '#3f6fb0', dark: '#7ba6de' },
  },
  signal: {
    ink: { light: '#6f4700', dark: '#e8bd7d' },
    wash: { light: '#fcefd3', dark: '#362a15' },
    mark: { light: '#a8700a', dark: '#c9922f' },
  },
  lens: {
    ink: { light: '#7b3362', dark: '#e8a7cb' },
    wash: { light: '#f8eaf2', dark: '#38232f' },
    mark: { light: '#a04f83', dark: '#c47fa6' },
  },
};

/** What is laid under a signal sentence: one family of equal lightness, so that no signal outshouts another. */
export const SIGNAL_TINTS: Readonly<Record<SignalId, ThemeColour>> = {
  ai: { light: '#fdeac5', dark: '#44371f' },
  jobs: { light: '#ffe7c6', dark: '#473620' },
  economy: { light: '#f7ecc5', dark: '#40391f' },
  'new-learning': { light: '#ffe5c9', dark: '#493422' },
  society: { light: '#f2eec6', dark: '#3d3a20' },
};

/** How a signal's underline is drawn: the tint alone never tells. Thickness in px. */
export const SIGNAL_LINES: Readonly<
  Record<SignalId, { style: 'solid' | 'dashed' | 'double' | 'dotted'; thickness: number }>
> = {
  ai: { style: 'solid', thickness: 1.5 },
  jobs: { style: 'dashed', thickness: 1.5 },
  economy: { style: 'double', thickness: 1 },
  'new-learning': { style: 'solid', thickness: 3 },
  society: { style: 'dotted', thickness: 2 },
};

/** Our own surfaces, back to front. */
export const SURFACES: Readonly<Record<'well' | 'paper' | 'sheet' | 'accent-wash', ThemeColour>> = {
  well: { light: '#f1f2ee', dark: '#121412' },
  paper: { light: '#fafaf8', dark: '#181a18' },
  sheet: { light: '#ffffff', dark: '#1f221f' },
  'accent-wash': { light: '#e6f1eb', dark: '#1c2f27' },
};

/** Text on our surfaces and tints: the words themselves, then quieter ones. */
export const INKS: Readonly<Record<'ink' | 'ink-2', ThemeColour>> = {
  ink: { light: '#1b1e1b', dark: '#eceee8' },
  'ink-2': { light: '#454943', dark: '#bfc3ba' },
};

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/**
 * Contrast of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrast(a: string, b: string): number {
  const one = luminance(a);
  const other = luminance(b);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
