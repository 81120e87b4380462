import type { TagId } from '../../framework/tag-ids.ts';

/** What a reader means by one tag, told by what our own reader labelled. */
export interface ReaderLaw {
  name: string;
  tag: TagId;
  wants(labels: readonly TagId[]): boolean;
}

const also = (tag: TagId, where: TagId): ReaderLaw => ({
  name: `${tag} also where ${where} is`,
  tag,
  wants: (labels) => labels.includes(tag) || labels.includes(where),
});

const never = (tag: TagId, where: TagId): ReaderLaw => ({
  name: `${tag} never where ${where} is`,
  tag,
  wants: (labels) => labels.includes(tag) && !labels.includes(where),
});

const asOurs = (tag: TagId): ReaderLaw => ({
  name: `${tag} as our reader has it`,
  tag,
  wants: (labels) => labels.includes(tag),
});

/** Readers who mean more by a tag than we do, less, and the same. */
export const LAWS: readonly ReaderLaw[] = [
  also('technology', 'ai'),
  also('economy', 'jobs'),
  also('culture', 'growth-mindset'),
  never('economy', 'jobs'),
  never('new-learning', 'competencies'),
  never('competencies', 'over-control'),
  asOurs('ai'),
  asOurs('agency'),
];
