import type { BlockKind, Found, PageIdentity, Place } from '../article/article.ts';
import type { ClassifyRequest } from '../classifier/classifier.ts';

/** One thing to read on a page: a block of an article, or a story of a list. */
export interface Unit {
  index: number;
  text: string;
  teaser: string | null;
  url: string | null;
  places: Place[];
  kind: 'paragraph' | 'headline';
}

/** What of a page can be read, in the page's order. */
export interface Readable {
  page: PageIdentity;
  list: boolean;
  units: Unit[];
}

const kindOf = (kind: BlockKind): Unit['kind'] => (kind === 'heading' ? 'headline' : 'paragraph');

/** The units of an article or a list; null for a page that is neither. */
export function readableOf(found: Found): Readable | null {
  if (found.kind === 'article') {
    const { blocks, ...page } = found.article;
    const units = blocks.flatMap(({ index, text, kind }) => {
      const place = found.places[index];
      return place ? [{ index, text, teaser: null, url: null, places: [place], kind: kindOf(kind) }] : [];
    });
    return { page, list: false, units };
  }
  if (found.kind === 'list') {
    const { stories, ...page } = found.list;
    const units = stories.flatMap(({ index, headline, teaser, url }) => {
      const place = found.places[index];
      if (!place) return [];
      const places = place.teaser ? [place.headline, place.teaser] : [place.headline];
      return [{ index, text: headline, teaser, url, places, kind: 'headline' as const }];
    });
    return { page, list: true, units };
  }
  return null;
}

/** The text that is classified: a story's headline and teaser are read as one. */
export const textOf = (unit: Unit): string => (unit.teaser ? `${unit.text} ${unit.teaser}` : unit.text);

/** What the classifier is asked for a unit, with its neighbours where it stands in an article. */
export function requestOf(readable: Readable, unit: Unit): ClassifyRequest {
  const { index, kind } = unit;
  if (readable.list) return { index, kind, text: textOf(unit) };
  const before = readable.units[index - 1]?.text;
  const after = readable.units[index + 1]?.text;
  return {
    index,
    kind,
    text: textOf(unit),
    context: { title: readable.page.title, ...(before ? { before } : {}), ...(after ? { after } : {}) },
  };
}

/**
 * Units in the order they are read: from the first that can be seen on, then what stands above it. The reader sees
 * the marks around what they look at first.
 */
export function fromVisible(units: readonly Unit[]): Unit[] {
  const first = units.findIndex((unit) => {
    const rect = unit.places[0]?.element.getBoundingClientRect();
    return rect !== undefined && rect.height > 0 && rect.bottom > 0;
  });
  return first <= 0 ? [...units] : [...units.slice(first), ...units.slice(0, first)];
}

/** Minutes to read these units at 230 words a minute (Brysbaert 2019, non-fiction in English is 238), at least 1. */
export function minutesOf(units: readonly Unit[]): number {
  const words = units.reduce((sum, unit) => sum + unit.text.split(/\s+/).length, 0);
  return Math.max(1, Math.round(words / 230));
}
