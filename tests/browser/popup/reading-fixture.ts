import type { ReadPassage } from '../../../src/annotation/page-reading.ts';
import type { TagResult, Word } from '../../../src/classifier/classifier.ts';
import { isSignalId, type TagId } from '../../../src/framework/tag-ids.ts';
import type { ClipRequest } from '../../../src/messages/clip-request.ts';
import type { TabReading } from '../../../src/messages/tab-reading.ts';

export const URL_2040 = 'https://dispatch.example/2040';

/** A passage whose sentence between ⟦ and ⟧ is its evidence, and its signal sentence where it has a signal. */
function passage(index: number, marked: string, tags: [TagId, Word][]): ReadPassage {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const results: TagResult[] = tags.map(([tag, word]) => ({
    tag,
    word,
    confidence: { clear: 0.9, likely: 0.7, perhaps: 0.45 }[word],
    evidence: [{ start, end }],
    taught: 0,
  }));
  const signals = tags.filter(([, word]) => word !== 'perhaps').map(([tag]) => tag);
  const carried = signals.filter(isSignalId);
  return {
    index,
    text: marked.replace('⟦', '').replace('⟧', ''),
    tags: results,
    signals: carried.length > 0 ? [{ start, end, sentence: 0, signals: carried }] : [],
    teaser: null,
    url: null,
  };
}

export const PASSAGES: readonly ReadPassage[] = [
  passage(
    0,
    '⟦Ruth Adeyemi opens every meeting of the Harlow County school board the same way: ten minutes of thanks.⟧ The bus drivers come for it.',
    [['culture', 'clear']],
  ),
  passage(1, '⟦“We spend most of our evenings on the short game,” she told the room.⟧', [
    ['culture', 'likely'],
  ]),
  passage(
    2,
    '⟦The warehouse on Route 9 that hired 1,400 people in 2012 now runs with 310 and a fleet of robots.⟧ Nobody on the board had put the two facts side by side.',
    [
      ['economy', 'clear'],
      ['ai', 'clear'],
      ['jobs', 'likely'],
    ],
  ),
  passage(
    3,
    'So the district did something unfashionable and went slowly. ⟦For fourteen months, six hundred students, parents, bus drivers and employers argued over a single page.⟧ The line that survived every draft was the shortest: “Our graduates can learn what no one has taught them.”',
    [
      ['shared-vision', 'clear'],
      ['agency', 'likely'],
    ],
  ),
  passage(
    4,
    '“I used to plan what I would cover,” said Dana Whitlock. ⟦Teams of four teachers now hold a hundred students for a whole morning and decide together how long a question deserves.⟧',
    [
      ['learning-core', 'clear'],
      ['new-learning', 'likely'],
    ],
  ),
  passage(5, '⟦“The second year was better because the first was allowed to be bad,” Whitlock said.⟧', [
    ['growth-mindset', 'clear'],
  ]),
  passage(
    6,
    'The harder question is who gets the long game. ⟦Children in the county’s poorest attendance zone are still the likeliest to meet artificial intelligence as a drill that marks them, and the least likely to meet it as a tool they direct.⟧',
    [
      ['social-justice', 'clear'],
      ['ai', 'clear'],
      ['technology', 'perhaps'],
    ],
  ),
  passage(
    7,
    '⟦Its students work beside nurses, welders, water engineers and the keeper of the county archive, and in May those adults come back to judge what was made.⟧',
    [
      ['open-walled', 'likely'],
      ['jobs', 'likely'],
    ],
  ),
  passage(
    8,
    '⟦The county is growing older, its summers longer, and half of what its teenagers read each day was written by no one in particular.⟧',
    [['society', 'likely']],
  ),
  // Read, but only perhaps about anything: never listed, never counted.
  passage(9, '⟦The gym will open on Saturday.⟧', [['competencies', 'perhaps']]),
];

export const page = (
  over: Partial<NonNullable<TabReading['page']>> = {},
): NonNullable<TabReading['page']> => ({
  url: URL_2040,
  visitedUrl: `${URL_2040}?from=feed`,
  title: 'The class of 2040 is already in kindergarten',
  byline: 'Maren Okafor',
  site: 'School Dispatch',
  published: '2026-10-01',
  language: 'en',
  ...over,
});

export const reading = (over: Partial<TabReading> = {}): TabReading => ({
  document: 'd1',
  phase: 'done',
  what: 'article',
  page: page(),
  minutes: 4,
  total: 14,
  read: 14,
  marks: true,
  passages: [...PASSAGES],
  clippings: [],
  frameUrl: null,
  error: null,
  ...over,
});

const story = (index: number, text: string, tags: [TagId, Word][]): ReadPassage => ({
  ...passage(index, `⟦${text}⟧`, tags),
  url: `https://dispatch.example/story-${index + 1}`,
});

export const listReading = (): TabReading =>
  reading({
    what: 'list',
    page: page({ url: 'https://dispatch.example/', title: 'School Dispatch' }),
    minutes: null,
    total: 31,
    read: 31,
    passages: [
      story(0, 'The class of 2040 is already in kindergarten', [
        ['shared-vision', 'likely'],
        ['learning-core', 'likely'],
      ]),
      story(2, 'Tutoring bot passes its third audit, and parents ask what it remembers', [
        ['ai', 'likely'],
        ['technology', 'likely'],
      ]),
      story(8, 'Half of next year’s apprenticeships did not exist last year', [
        ['jobs', 'clear'],
        ['open-walled', 'likely'],
      ]),
      story(11, 'She asked the ninth grade what to keep', [
        ['student-centered', 'clear'],
        ['agency', 'likely'],
      ]),
      story(13, 'Ten minutes of thanks, every meeting', [['culture', 'likely']]),
      story(16, 'Enrollment falls for a sixth year, and the county is not shrinking evenly', [
        ['society', 'likely'],
      ]),
    ],
  });

/** What the page answers when a passage is to be clipped. */
export const clipOf = (index: number): ClipRequest => {
  const { text, tags } = PASSAGES[index]!;
  return {
    page: page(),
    quote: text,
    selectors: {
      quote: { exact: text, prefix: '', suffix: '' },
      position: { start: index * 1000, end: index * 1000 + text.length },
    },
    block: index,
    tags: tags
      .filter(({ word }) => word !== 'perhaps')
      .map(({ tag, word, confidence }) => ({ tag, word, confidence, source: 'model' })),
  };
};

/** What the page answers when the reader has selected words in it. */
export const selectionOf = (quote: string): ClipRequest => ({
  page: page(),
  quote,
  selectors: {
    quote: { exact: quote, prefix: '', suffix: '' },
    position: { start: 50, end: 50 + quote.length },
  },
  block: null,
  tags: [],
});
