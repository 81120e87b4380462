/** The nine conditions of a resilient learning culture, in the codebook's order. */
export const CONDITION_IDS = [
  'shared-vision',
  'learning-core',
  'growth-mindset',
  'shared-responsibility',
  'student-centered',
  'agency',
  'competencies',
  'technology',
  'social-justice',
] as const;

/** The five signals of the future. */
export const SIGNAL_IDS = ['ai', 'jobs', 'economy', 'new-learning', 'society'] as const;

/** The three lenses: how the leadership conversation leans. */
export const LENS_IDS = ['culture', 'open-walled', 'over-control'] as const;

/** All 17 tags, in the codebook's order. */
export const TAG_IDS = [...CONDITION_IDS, ...SIGNAL_IDS, ...LENS_IDS] as const;

export type ConditionId = (typeof CONDITION_IDS)[number];
export type SignalId = (typeof SIGNAL_IDS)[number];
export type LensId = (typeof LENS_IDS)[number];
export type TagId = (typeof TAG_IDS)[number];
export type TagGroup = 'condition' | 'signal' | 'lens';

const ids: ReadonlySet<string> = new Set(TAG_IDS);
const signals: ReadonlySet<string> = new Set(SIGNAL_IDS);

/** Whether `value` is one of the 17 tag ids. */
export const isTagId = (value: unknown): value is TagId => typeof value === 'string' && ids.has(value);

/** Whether `value` is the id of a future signal. */
export const isSignalId = (value: unknown): value is SignalId =>
  typeof value === 'string' && signals.has(value);
