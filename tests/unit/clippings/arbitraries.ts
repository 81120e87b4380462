import fc from 'fast-check';
import type {
  ArticleRow,
  ClippingRow,
  ClippingTag,
  ReadingLog,
  ReflectionRow,
} from '../../../src/clippings/schema.ts';
import { TAG_IDS } from '../../../src/framework/tag-ids.ts';

/** Text with everything that broke an export or a parser before: surrogates, controls, markup, formulas, line ends. */
export const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...'=+-@\t\r\n"\',;#>*_`[]()<>!|~&\\:$%^',
        ...[
          '\r\n',
          '\n\n',
          '    ',
          '---',
          '===',
          '```',
          '~~~',
          '<b>',
          '</script>',
          '&amp;',
          '1. ',
          '- ',
          '# ',
        ],
        ...[
          '[a](javascript:alert(1))',
          '![x](y)',
          'https://a.example',
          '\u2028',
          '\ufeff',
          '\u202e',
          'é',
          '漢',
        ],
        ...['\ud800', '\udc00', 'ﬁ', 'İ', 'ß', 'word', ' '],
      ),
      { maxLength: 16 },
    )
    .map((parts) => parts.join('')),
);

const someText = oddText.filter((text) => text.length > 0);

export const isoTime = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

export const httpUrl = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('', '(1)', '?a=b|c&copy;[x]'),
  )
  .map(([url, tail]) => url + tail)
  .filter((url) => URL.canParse(url));

const tag: fc.Arbitrary<ClippingTag> = fc.oneof(
  fc.record({
    tag: fc.constantFrom(...TAG_IDS),
    source: fc.constant('model' as const),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    word: fc.constantFrom('clear' as const, 'likely' as const, 'perhaps' as const),
  }),
  fc.record({ tag: fc.constantFrom(...TAG_IDS), source: fc.constant('reader' as const) }),
);

const offset = fc.nat({ max: 1_000_000 });

export const articleRow = (url: fc.Arbitrary<string>): fc.Arbitrary<ArticleRow> =>
  fc.record({
    url,
    visitedUrl: httpUrl,
    title: oddText,
    byline: fc.option(oddText),
    site: oddText,
    published: fc.option(oddText),
    language: fc.option(fc.constantFrom('en', 'en-GB')),
    addedAt: isoTime,
    updatedAt: isoTime,
  });

export const clippingRow = (articleUrl: fc.Arbitrary<string>): fc.Arbitrary<ClippingRow> =>
  fc.record({
    id: fc.uuid(),
    articleUrl,
    quote: someText,
    selectors: fc.record({
      quote: fc.record({ exact: someText, prefix: oddText, suffix: oddText }),
      position: fc.record({ start: offset, end: offset }),
    }),
    block: fc.option(offset),
    tags: fc.uniqueArray(tag, { maxLength: 4, selector: (one) => one.tag }),
    removedTags: fc.uniqueArray(fc.constantFrom(...TAG_IDS), { maxLength: 2 }),
    note: oddText,
    createdAt: isoTime,
    updatedAt: isoTime,
    anchor: fc.record({
      state: fc.constantFrom('pending' as const, 'exact' as const, 'near' as const, 'not-found' as const),
      at: fc.option(isoTime),
    }),
    dueAt: fc.option(isoTime),
  });

const reflectionRow = (clippingId: fc.Arbitrary<string>): fc.Arbitrary<ReflectionRow> =>
  fc.record({ id: fc.uuid(), clippingId, question: oddText, answer: oddText, answeredAt: isoTime });

/** A whole log whose rows belong together; articles without clippings are in it too. */
export const readingLog: fc.Arbitrary<ReadingLog> = fc
  .uniqueArray(articleRow(httpUrl), { minLength: 0, maxLength: 4, selector: ({ url }) => url })
  .chain((articles) => {
    const [first] = articles;
    if (!first) return fc.constant({ articles, clippings: [], reflections: [] });
    const url = fc.constantFrom(first.url, ...articles.map((article) => article.url));
    return fc.uniqueArray(clippingRow(url), { maxLength: 6, selector: ({ id }) => id }).chain((clippings) => {
      const ids = clippings.map(({ id }) => id);
      if (ids.length === 0) return fc.constant({ articles, clippings, reflections: [] });
      return fc
        .uniqueArray(reflectionRow(fc.constantFrom(...ids)), { maxLength: 5, selector: ({ id }) => id })
        .map((reflections) => ({ articles, clippings, reflections }));
    });
  });

/** A log in the order of its keys: two logs are the same when these are equal. */
export const inOrder = (log: ReadingLog): ReadingLog => ({
  articles: log.articles.toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  clippings: log.clippings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  reflections: log.reflections.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
