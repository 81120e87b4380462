/** A colour as sRGB channels, 0 to 255, and its opacity, 0 to 1. */
export interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
}

const NUMBERS = /-?[\d.]+(?:e-?\d+)?%?/g;

/**
 * Reads a computed colour: `rgb()` and `rgba()` exactly, `color()` as sRGB, the CIE and OK spaces by their lightness
 * alone, which is all that contrast needs. Null for anything else.
 */
export function parseColour(value: string): Colour | null {
  const space = /^([a-z]+)\(\s*([a-z][a-z0-9-]*)?/i.exec(value);
  const numbers = (value.slice(value.indexOf('(')).match(NUMBERS) ?? []).map(Number.parseFloat);
  const name = space?.[1]?.toLowerCase();
  if (name === 'rgb' || name === 'rgba') {
    const [r, g, b, alpha = 1] = numbers;
    return r === undefined || g === undefined || b === undefined ? null : { r, g, b, alpha };
  }
  if (name === 'color') {
    // The name of the space may hold figures of its own (display-p3).
    const channels = value.slice(value.indexOf(' ')).match(NUMBERS) ?? [];
    const [r, g, b, alpha = 1] = channels.map(Number.parseFloat);
    if (r === undefined || g === undefined || b === undefined) return null;
    return { r: r * 255, g: g * 255, b: b * 255, alpha };
  }
  const [lightness = 0, , , alpha = 1] = numbers;
  if (name === 'lab' || name === 'lch') return grey(((lightness + 16) / 116) ** 3, alpha);
  if (name === 'oklab' || name === 'oklch') return grey(lightness ** 3, alpha);
  return null;
}

/** The grey of a relative luminance. */
function grey(luminance: number, alpha: number): Colour {
  const clamped = Math.min(1, Math.max(0, luminance));
  const channel = 255 * (clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055);
  return { r: channel, g: channel, b: channel, alpha };
}

/** `over` laid on the opaque `under`. */
export function blend(over: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * over.alpha + b * (1 - over.alpha);
  return { r: mix(over.r, under.r), g: mix(over.g, under.g), b: mix(over.b, under.b), alpha: 1 };
}

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export const luminance = ({ r, g, b }: Colour): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const one = luminance(a);
  const other = luminance(b);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
