import type { PageCommand } from './protocol.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIndex = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isClipping = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.quote === 'string' &&
  isRecord(value.selectors) &&
  isRecord(value.selectors.quote) &&
  isRecord(value.selectors.position);

const isSettings = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.tint === 'boolean' &&
  typeof value.margin === 'boolean' &&
  Array.isArray(value.tagsOff);

/** What must hold of each command besides its type. */
const CHECKS: Record<PageCommand['type'], (command: Record<string, unknown>) => boolean> = {
  show: (c) => isIndex(c.index),
  passage: (c) => isIndex(c.index),
  'show-clipping': (c) => typeof c.id === 'string',
  marks: (c) => typeof c.on === 'boolean',
  read: (c) => typeof c.force === 'boolean',
  stop: () => true,
  toggle: () => true,
  'say-again': () => true,
  selection: () => true,
  clippings: (c) => Array.isArray(c.clippings) && c.clippings.every(isClipping),
  settings: (c) => isSettings(c.settings),
};

const isType = (value: unknown): value is PageCommand['type'] =>
  typeof value === 'string' && Object.hasOwn(CHECKS, value);

function isPageCommand(value: unknown): value is PageCommand {
  return isRecord(value) && isType(value.type) && CHECKS[value.type](value);
}

/**
 * A command to a page, checked by hand: a schema library would be the largest part of the content script.
 * Null when it is none.
 */
export const parsePageCommand = (value: unknown): PageCommand | null => (isPageCommand(value) ? value : null);
