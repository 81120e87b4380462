/**
 * The database as version 1 of the schema shipped it: its stores, its indexes and a few rows, written out by hand.
 * Never changed: readers' own databases look like this.
 */
export const VERSION_1 = {
  version: 1,
  stores: {
    articles: { keyPath: 'url', indexes: [] },
    clippings: { keyPath: 'id', indexes: ['articleUrl', 'createdAt', 'dueAt'] },
    reflections: { keyPath: 'id', indexes: ['clippingId'] },
    setAside: { keyPath: 'id', indexes: [] },
  },
  rows: {
    articles: [
      {
        url: 'https://board.example/agency',
        visitedUrl: 'https://board.example/agency?utm_source=letter',
        title: 'Who decides what a Tuesday is for?',
        byline: null,
        site: 'board.example',
        published: '2026-09-30T06:00:00+02:00',
        language: 'en-GB',
        addedAt: '2026-11-20T07:15:00.000Z',
        updatedAt: '2026-11-20T07:15:00.000Z',
      },
    ],
    clippings: [
      {
        id: '3f0c2a0e-6b1d-4c55-9f0a-0d8b6f2f7a11',
        articleUrl: 'https://board.example/agency',
        quote: 'Half of them had never been asked.',
        selectors: {
          quote: {
            exact: 'Half of them had never been asked.',
            prefix: 'in May. ',
            suffix: ' The other half',
          },
          position: { start: 2210, end: 2244 },
        },
        block: 7,
        tags: [
          { tag: 'agency', source: 'model', confidence: 0.88, word: 'clear' },
          { tag: 'society', source: 'reader' },
        ],
        removedTags: ['culture'],
        note: 'Ask ours. Both halves.',
        createdAt: '2026-11-20T07:15:00.000Z',
        updatedAt: '2026-11-21T18:02:11.120Z',
        anchor: { state: 'near', at: '2026-11-21T18:01:00.000Z' },
        dueAt: null,
      },
    ],
    reflections: [
      {
        id: '9a4b7d52-1c3e-4f60-8a7b-5e6d7c8b9a01',
        clippingId: '3f0c2a0e-6b1d-4c55-9f0a-0d8b6f2f7a11',
        question: 'Whom did you ask?',
        answer: 'Nobody yet.',
        answeredAt: '2026-11-21T18:02:11.120Z',
      },
    ],
    setAside: [
      {
        id: '0d9f8e7c-6b5a-4432-9a1b-2c3d4e5f6a7b',
        from: 'import',
        row: { url: 'javascript:void 0' },
        reason: 'Only http and https addresses are kept.',
        at: '2026-11-21T18:03:00.000Z',
      },
    ],
  },
} as const;
