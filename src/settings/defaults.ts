import type { Settings } from './settings.ts';

/** What holds until the reader chooses. Apart from the schema, so that a page can have it without one. */
export const DEFAULT_SETTINGS: Settings = { tint: true, margin: true, tagsOff: [] };
