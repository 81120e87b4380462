import { CONDITION_IDS, SIGNAL_IDS, type TagGroup, type TagId } from './tag-ids.ts';

/** What a tag is called. Apart from its questions, so that a page carries only what it shows. */
export interface TagName {
  id: TagId;
  group: TagGroup;
  /** The codebook's name, word for word. */
  name: string;
  /** The id as words: fits a chip. */
  shortName: string;
}

const groups: ReadonlyMap<TagId, TagGroup> = new Map<TagId, TagGroup>([
  ...CONDITION_IDS.map((id) => [id, 'condition'] as const),
  ...SIGNAL_IDS.map((id) => [id, 'signal'] as const),
]);

/** The group of a tag. */
export const groupOf = (id: TagId): TagGroup => groups.get(id) ?? 'lens';

/** A group's name, as a heading over its tags. */
export const GROUP_NAMES: Readonly<Record<TagGroup, string>> = {
  condition: 'Conditions',
  signal: 'Signals',
  lens: 'Lenses',
};

/** What each tag is called. */
export const TAG_NAMES: Readonly<Record<TagId, Pick<TagName, 'name' | 'shortName'>>> = {
  'shared-vision': {
    shortName: 'Shared vision',
    name: 'Vision for learning is shared, challenging and compelling',
  },
  'learning-core': {
    shortName: 'Learning core',
    name: 'Learning is the core mission and organizing force, not teaching',
  },
  'growth-mindset': { shortName: 'Growth mindset', name: 'Mistakes and setbacks are mined as opportunities' },
  'shared-responsibility': {
    shortName: 'Shared responsibility',
    name: 'Success through transparency, shared responsibility, collaboration and interdependence',
  },
  'student-centered': {
    shortName: 'Student-centered',
    name: 'Learning is an inside-out, student-centered process',
  },
  agency: { shortName: 'Agency', name: 'Success is anchored in agency and capacity for future learning' },
  competencies: { shortName: 'Competencies', name: 'Competencies are guideposts that enable equity' },
  technology: { shortName: 'Technology', name: 'Technology is a tool for unlocking learning potential' },
  'social-justice': { shortName: 'Social justice', name: 'Learning supports social justice' },
  ai: { shortName: 'AI', name: 'AI and intelligent machines' },
  jobs: { shortName: 'Jobs', name: 'Jobs and the future of work' },
  economy: { shortName: 'Economy', name: 'A changing economy' },
  'new-learning': { shortName: 'New learning', name: 'New ways to learn and teach' },
  society: { shortName: 'Society', name: 'A changing society and world' },
  culture: { shortName: 'Culture', name: 'The short game: culture and relationships' },
  'open-walled': { shortName: 'Open-walled', name: 'Open-walled, socially embedded learning' },
  'over-control': { shortName: 'Over-control', name: 'School-centered control' },
};

/** What the tag with this id is called. */
export const tagName = (id: TagId): TagName => ({ id, group: groupOf(id), ...TAG_NAMES[id] });
