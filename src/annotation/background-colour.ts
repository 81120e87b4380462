import { shownUnder } from '../article/flat-tree.ts';
import { blend, type Colour, contrast, luminance, parseColour } from './colour.ts';

/** Whether text stands on a light or a dark ground. */
export type Tone = 'light' | 'dark';

/** What is behind a block: its tone, and the outermost ancestor up to which the tone stays the same. */
export interface Ground {
  tone: Tone;
  /** Null when the whole page has this tone. */
  edge: Element | null;
}

/** Measures backgrounds; remembers what it measured. Made anew for every pass, because pages restyle themselves. */
export interface Grounds {
  of(element: Element): Ground;
  /** The computed colour of an element's text, or null where it cannot be read. */
  textColour(element: Element): Colour | null;
}

const WHITE: Colour = { r: 255, g: 255, b: 255, alpha: 1 };
/** The canvas of a page that says it is dark: Chrome's and Firefox's own value is near. */
const DARK_CANVAS: Colour = { r: 18, g: 18, b: 18, alpha: 1 };
/** Between black and white text, the ground on which both have the same contrast. */
const MIDDLE = 0.179;
/** Text that is less than this from its ground could not be read: then the measure is wrong, not the page. */
const UNREADABLE = 1.4;

const toneOf = (colour: Colour): Tone => (luminance(colour) > MIDDLE ? 'light' : 'dark');

/** A measurer for one pass over `doc`. */
export function createGrounds(doc: Document): Grounds {
  const view = doc.defaultView;
  const colours = new Map<Element, Colour | 'image'>();
  const grounds = new Map<Element, Ground>();
  const styleOf = (element: Element) => view?.getComputedStyle(element) ?? null;

  const canvas = (): Colour => {
    const scheme = doc.documentElement ? (styleOf(doc.documentElement)?.colorScheme ?? '') : '';
    const prefersDark = view?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
    const dark = scheme.includes('dark') && (prefersDark || !scheme.includes('light'));
    return dark ? DARK_CANVAS : WHITE;
  };

  /** The opaque colour behind an element's text, or `image` where a picture is in between. */
  const measure = (element: Element): Colour | 'image' => {
    const known = colours.get(element);
    if (known) return known;
    const style = styleOf(element);
    const own = parseColour(style?.backgroundColor ?? '');
    const image = style !== null && style.backgroundImage !== 'none';
    let colour: Colour | 'image';
    if (image) colour = 'image';
    else if (own && own.alpha >= 1) colour = own;
    else {
      const parent = shownUnder(element);
      const under = parent ? measure(parent) : canvas();
      colour = under === 'image' || !own ? under : blend(own, under);
    }
    colours.set(element, colour);
    return colour;
  };

  const textColour = (element: Element) => parseColour(styleOf(element)?.color ?? '');

  const toneAt = (element: Element): Tone => {
    const measured = measure(element);
    const text = textColour(element);
    const guess = (): Tone => (text && luminance(text) > MIDDLE * 2 ? 'dark' : 'light');
    if (measured === 'image') return guess();
    // A layer that is no ancestor may lie behind the text: readable text tells.
    if (text && text.alpha > 0.5 && contrast(text, measured) < UNREADABLE) return guess();
    return toneOf(measured);
  };

  return {
    textColour,
    of(element) {
      const known = grounds.get(element);
      if (known) return known;
      const tone = toneAt(element);
      let inner = element;
      let edge: Element | null = null;
      for (let outer = shownUnder(element); outer; outer = shownUnder(outer)) {
        if (paints(outer) && toneAt(outer) !== tone) {
          edge = inner;
          break;
        }
        if (paints(outer)) inner = outer;
      }
      if (!edge && paints(inner) && toneOf(canvas()) !== tone) edge = inner;
      const ground = { tone, edge };
      grounds.set(element, ground);
      return ground;
    },
  };

  /** Whether an element lays a colour or a picture of its own under its text. */
  function paints(element: Element): boolean {
    const style = styleOf(element);
    if (!style) return false;
    return style.backgroundImage !== 'none' || (parseColour(style.backgroundColor)?.alpha ?? 0) > 0.5;
  }
}
