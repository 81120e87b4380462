import type { ArticleRow, ClippingRow, ReadingLog, ReflectionRow } from '../../src/clippings/schema.ts';
import type { TagId } from '../../src/framework/tag-ids.ts';

/** Articles that nobody wrote, on sites that are not there. */
const ARTICLES = [
  ['The year a district asked what its pupils will walk into', 'The Lantern Review', 'Odile Brannigan'],
  ['Six weeks without bells', 'Schoolhouse Weekly', 'Tamsin Oyelaran'],
  ['What the harbor pilots taught the tenth grade', 'Coast & County', null],
  ['A grading policy dies in committee', 'The Lantern Review', 'Petra Vance'],
  ['The chatbot that asks back', 'Futures Desk', 'Idris Falk'],
] as const;

const QUOTES: readonly (readonly [string, readonly TagId[], string])[] = [
  [
    'Nearly every firm expected to hire fewer clerks, drivers and junior accountants, and every one said that the workers it could not find were people who can learn a new trade on their own.',
    ['jobs', 'agency'],
    'Read this aloud at the cabinet meeting.',
  ],
  [
    'Teachers put the failures on the wall, asked what the mistakes had to teach them, and revised the whole process twice before winter.',
    ['growth-mindset'],
    '',
  ],
  [
    'Four hundred parents, pupils, shopkeepers and teachers argued about a single page until they held it in common.',
    ['shared-vision', 'shared-responsibility'],
    'Ours took three meetings. Who was not in the room?',
  ],
  [
    'The state still mandates the number of minutes for each subject, and a pacing guide tells teachers which page to be on.',
    ['over-control'],
    '',
  ],
  [
    'They caught the AI inventing a battle, a statute and a cousin of Abraham Lincoln.',
    ['ai', 'technology'],
    'Try it with our eighth grade.',
  ],
  [
    'Morale rose, teachers stayed, and the relationships that a bitter contract fight had broken began to mend.',
    ['culture'],
    '',
  ],
  [
    'A pupil who needs five tries to show that she can reason with data takes five tries, and the standard stays where it is.',
    ['competencies'],
    'The board will ask about cost.',
  ],
  [
    'The museum lends its workshop, the library its archive, and a real audience waits for what the students make.',
    ['open-walled'],
    '',
  ],
  [
    'An equity gap that nobody can see is one that nobody will close.',
    ['social-justice'],
    'Publish ours by spring.',
  ],
  [
    'Wages for work without a qualification have fallen for a decade, and inequality between the harbor and the hill is wider than at any time since the war.',
    ['economy', 'society'],
    '',
  ],
];

const DAY = 86_400_000;
const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
const uuid = (kind: number, n: number) => `${hex(kind, 8)}-0000-4000-8000-${hex(n, 12)}`;

/**
 * A log of so many clippings, four to an article at most, always the same for the same arguments: the newest was kept an
 * hour before `now`, each other one nine hours before the last; every seventh has been answered once.
 */
export function madeUpLog(count: number, now: Date): ReadingLog {
  const articles: ArticleRow[] = [];
  const clippings: ClippingRow[] = [];
  const reflections: ReflectionRow[] = [];
  const pages = Math.max(Math.min(count, 3), Math.ceil(count / 4));
  const at = (n: number) => new Date(now.getTime() - 3_600_000 - n * 9 * 3_600_000).toISOString();
  for (let page = 0; page < pages; page += 1) {
    const [title, site, byline] = ARTICLES[page % ARTICLES.length] ?? ARTICLES[0];
    const url = `https://reading.example/${page}`;
    articles.push({
      url,
      visitedUrl: url,
      title: page < ARTICLES.length ? title : `${title}, part ${Math.floor(page / ARTICLES.length) + 1}`,
      byline,
      site,
      published: '2026-11-09',
      language: 'en',
      addedAt: at(Math.min(count - 1, page + pages * 3)),
      updatedAt: at(page),
    });
  }
  for (let n = 0; n < count; n += 1) {
    const [quote, tags, note] = QUOTES[n % QUOTES.length] ?? ['', [], ''];
    const createdAt = at(n);
    clippings.push({
      id: uuid(1, n),
      articleUrl: `https://reading.example/${n % pages}`,
      quote,
      selectors: {
        quote: { exact: quote, prefix: '', suffix: '' },
        position: { start: n, end: n + quote.length },
      },
      block: n % 14,
      tags: tags.map((tag, i) =>
        i === 0 ? { tag, source: 'model', confidence: 0.9, word: 'clear' } : { tag, source: 'reader' },
      ),
      removedTags: [],
      note,
      createdAt,
      updatedAt: createdAt,
      anchor: { state: n % 11 === 5 ? 'not-found' : 'exact', at: createdAt },
      dueAt: new Date(Date.parse(createdAt) + 7 * DAY).toISOString(),
    });
    if (n % 7 === 6)
      reflections.push({
        id: uuid(2, n),
        clippingId: uuid(1, n),
        question: 'Where have you seen this in your own buildings?',
        answer: 'At Harbor Elementary, in the science wing, and nowhere else yet.',
        answeredAt: new Date(Date.parse(createdAt) + DAY / 2).toISOString(),
      });
  }
  return { articles, clippings, reflections };
}
