import type { PageSettings } from '../annotation/session-ports.ts';
import type { Settings } from './settings.ts';

/** What holds on a page until the reader chooses. Apart from the schema, so that a page can have it without one. */
export const PAGE_DEFAULTS: PageSettings = { tint: true, margin: true, tagsOff: [] };

/** What holds until the reader chooses. */
export const DEFAULT_SETTINGS: Settings = { tint: true, margin: true, tagsOff: [], learn: true };
