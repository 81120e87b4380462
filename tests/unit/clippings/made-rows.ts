import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../../../src/clippings/schema.ts';
import type { NewClipping } from '../../../src/clippings/store.ts';

/** A uuid (version 4) that is the same for the same number. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const madeArticle = (over: Partial<ArticleRow> = {}): ArticleRow => ({
  url: 'https://dispatch.example/robots',
  visitedUrl: 'https://dispatch.example/robots?ref=feed',
  title: 'The warehouse that stopped hiring',
  byline: 'Ana Pérez',
  site: 'School Dispatch',
  published: '2026-10-03',
  language: 'en',
  addedAt: '2026-10-04T08:00:00.000Z',
  updatedAt: '2026-10-04T08:00:00.000Z',
  ...over,
});

export const madeClipping = (over: Partial<ClippingRow> = {}): ClippingRow => ({
  id: uuid(1),
  articleUrl: 'https://dispatch.example/robots',
  quote: 'Students plan their own week, and the robots take the night shift.',
  selectors: {
    quote: {
      exact: 'Students plan their own week, and the robots take the night shift.',
      prefix: 'Since May. ',
      suffix: ' Nobody',
    },
    position: { start: 120, end: 186 },
  },
  block: 4,
  tags: [
    { tag: 'agency', source: 'model', confidence: 0.91, word: 'clear' },
    { tag: 'jobs', source: 'model', confidence: 0.7, word: 'likely' },
    { tag: 'culture', source: 'model', confidence: 0.42, word: 'perhaps' },
  ],
  removedTags: [],
  note: 'Bring to the October board.',
  createdAt: '2026-10-04T08:00:00.000Z',
  updatedAt: '2026-10-04T08:00:00.000Z',
  anchor: { state: 'exact', at: '2026-10-04T08:00:00.000Z' },
  dueAt: '2026-10-11T00:00:00.000Z',
  ...over,
});

export const madeReflection = (over: Partial<ReflectionRow> = {}): ReflectionRow => ({
  id: uuid(100),
  clippingId: uuid(1),
  question: 'What would you stop doing?',
  answer: 'Counting courses.',
  answeredAt: '2026-10-12T07:30:00.000Z',
  ...over,
});

export const madeLog = (over: Partial<ReadingLog> = {}): ReadingLog => ({
  articles: [madeArticle()],
  clippings: [madeClipping()],
  reflections: [madeReflection()],
  ...over,
});

/** What a view gives the store to keep. */
export function madeInput(over: Partial<NewClipping> = {}): NewClipping {
  const { addedAt: _added, updatedAt: _updated, ...article } = madeArticle();
  const { quote, selectors, block, tags } = madeClipping();
  return { article, quote, selectors, block, tags, ...over };
}
