import 'fake-indexeddb/auto';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { ReadingLog } from '../../../src/clippings/schema.ts';
import { annotationJson } from '../../../src/log/export-web-annotation.ts';
import { readImport } from '../../../src/log/import-json.ts';
import type { ImportRead } from '../../../src/log/import-read.ts';
import { nameUuid } from '../../../src/log/name-uuid.ts';
import { readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection, uuid } from '../clippings/made-rows.ts';
import { ANNO, annoContext } from './anno-context.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';

const taken = (read: ImportRead): Extract<ImportRead, { ok: true }> => {
  if (!read.ok) throw new Error(read.message);
  return read;
};

/** A JSON-LD processor that is not ours; it opens no address, and fails on any word that no context defines. */
const expanded = (json: string): Promise<unknown> =>
  jsonld.expand(JSON.parse(json), {
    documentLoader: async (url: string) => {
      if (url !== ANNO) throw new Error(`it asks for ${url}`);
      return { contextUrl: undefined, documentUrl: url, document: annoContext };
    },
    ...{ safe: true },
  });

const file = (annotation: Record<string, unknown>): string =>
  JSON.stringify({ '@context': ANNO, type: 'Annotation', ...annotation });

const quote = (exact: string, source: unknown = 'https://a.example/one') => ({
  source,
  selector: { type: 'TextQuoteSelector', exact },
});

describe('web annotations, written', () => {
  it('mean to a JSON-LD processor what the model says', async () => {
    expect(await expanded(annotationJson(madeLog(), now, uuid(9)))).toEqual([
      expect.objectContaining({
        '@id': `urn:uuid:${uuid(9)}`,
        '@type': [`${AS}OrderedCollection`],
        [`${AS}totalItems`]: [
          { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@value': 1 },
        ],
        [`${AS}first`]: [
          expect.objectContaining({
            '@type': [`${AS}OrderedCollectionPage`],
            [`${AS}items`]: [
              {
                '@list': [
                  expect.objectContaining({
                    '@id': `urn:uuid:${uuid(1)}`,
                    '@type': [`${OA}Annotation`],
                    [`${OA}motivatedBy`]: [{ '@id': `${OA}commenting` }],
                    [`${OA}hasTarget`]: [
                      expect.objectContaining({
                        [`${OA}hasSource`]: [expect.objectContaining({ '@id': madeArticle().url })],
                        [`${OA}hasSelector`]: [
                          expect.objectContaining({
                            '@type': [`${OA}TextQuoteSelector`],
                            [`${OA}exact`]: [{ '@value': madeClipping().quote }],
                          }),
                        ],
                      }),
                    ],
                  }),
                ],
              },
            ],
          }),
        ],
      }),
    ]);
  });

  it('hold to what the model demands, whatever the log', async () => {
    await fc.assert(
      fc.asyncProperty(readingLog, async (log) => {
        const json = annotationJson(log, now);
        await expanded(json);
        const { first, total, label, ...collection } = JSON.parse(json);
        expect(collection.type).toBe('AnnotationCollection');
        expect([total, first.items.length]).toEqual([log.clippings.length, log.clippings.length]);
        expect(label).not.toBe('');
        for (const { id, type, target, body, created } of first.items) {
          expect(id).toMatch(/^urn:uuid:/);
          expect([type, target.type]).toEqual(['Annotation', 'SpecificResource']);
          expect(target.source.id).toMatch(/^https?:/);
          expect(Number.isNaN(Date.parse(created))).toBe(false);
          for (const one of body ?? [])
            expect([one.type, typeof one.value]).toEqual(['TextualBody', 'string']);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** What comes back of a log: where the words are today and when an article's row changed are not told. */
const comparable = ({ articles, clippings, reflections }: ReadingLog) => {
  const used = new Set(clippings.map(({ articleUrl }) => articleUrl));
  const well = (text: string): string => text.toWellFormed();
  const order = <Row>(rows: Row[], key: (row: Row) => string) =>
    rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    articles: order(
      articles
        .filter(({ url }) => used.has(url))
        .map(({ addedAt: _added, updatedAt: _updated, ...row }) => ({
          ...row,
          title: well(row.title),
          byline: row.byline === null || row.byline === '' ? null : well(row.byline),
          site: well(row.site),
          published: row.published === null || row.published === '' ? null : well(row.published),
        })),
      ({ url }) => url,
    ),
    clippings: order(
      clippings.map(({ anchor: _anchor, ...row }) => ({
        ...row,
        quote: well(row.quote),
        note: well(row.note),
        selectors: {
          ...row.selectors,
          quote: {
            exact: well(row.selectors.quote.exact),
            prefix: well(row.selectors.quote.prefix),
            suffix: well(row.selectors.quote.suffix),
          },
        },
      })),
      ({ id }) => id,
    ),
    reflections: order(
      reflections.map((row) => ({ ...row, question: well(row.question), answer: well(row.answer) })),
      ({ id }) => id,
    ),
  };
};

describe('web annotations, read', () => {
  it('bring back the log they were written from', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        // Without a title or a site an article comes back with its host's name.
        const named = {
          ...log,
          articles: log.articles.map((row) => ({ ...row, title: `t${row.title}`, site: `s${row.site}` })),
        };
        const read = taken(readImport(annotationJson(named, now), now));
        expect(read).toMatchObject({
          kind: 'annotations',
          rejected: [],
          notice: null,
          exportedAt: now.toISOString(),
        });
        expect(comparable(read.log)).toEqual(comparable(named));
      }),
      { numRuns: 150 },
    );
  });

  it('of another program become clippings: quote, note, our tags, others named in the note', () => {
    const read = taken(
      readImport(
        file({
          id: 'https://notes.example/7',
          created: '2026-09-01T10:00:00+02:00',
          motivation: 'commenting',
          body: [
            { type: 'TextualBody', value: 'Ask Luis.' },
            { type: 'TextualBody', purpose: 'tagging', value: 'shared vision' },
            { type: 'TextualBody', purpose: 'tagging', value: 'Budget' },
            'https://elsewhere.example/',
          ],
          target: {
            source: { id: 'https://a.example/one', language: ['en', 'de'] },
            selector: {
              type: 'RangeSelector',
              refinedBy: { type: 'TextQuoteSelector', exact: 'Every bell', prefix: 'x ' },
            },
          },
        }),
        now,
      ),
    );
    expect(read.rejected).toEqual([]);
    expect(read.log.clippings).toEqual([
      {
        id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
        articleUrl: 'https://a.example/one',
        quote: 'Every bell',
        selectors: {
          quote: { exact: 'Every bell', prefix: 'x ', suffix: '' },
          position: { start: 0, end: 10 },
        },
        block: null,
        tags: [{ tag: 'shared-vision', source: 'reader' }],
        removedTags: [],
        note: 'Ask Luis.\n\nhttps://elsewhere.example/\n\nTags in the file: Budget',
        createdAt: '2026-09-01T08:00:00.000Z',
        updatedAt: '2026-09-01T08:00:00.000Z',
        anchor: { state: 'pending', at: null },
        dueAt: null,
      },
    ]);
    expect(read.log.articles).toMatchObject([{ title: 'a.example', site: 'a.example', language: 'en' }]);
  });

  it.each([
    ['a page', { type: 'AnnotationPage', items: [{ type: 'Annotation', target: quote('one') }] }],
    ['a list', [{ type: 'Annotation', target: quote('one') }]],
    ['a graph', { '@context': [ANNO], '@graph': [{ type: ['Annotation'], target: [quote('one')] }] }],
    [
      'a collection',
      { type: ['AnnotationCollection'], first: { items: [{ type: 'Annotation', target: quote('one') }] } },
    ],
  ])('are found in %s', (_what, value) => {
    const read = taken(readImport(JSON.stringify(value), now));
    expect(read.log.clippings.map((row) => row.quote)).toEqual(['one']);
    expect(read.notice).toBeNull();
  });

  it('say so when pages are missing', () => {
    const value = { type: 'AnnotationCollection', first: 'https://notes.example/page1' };
    expect(taken(readImport(JSON.stringify(value), now)).notice).toMatch(/not in it/);
  });

  it.each([
    ['no quote', { target: 'https://a.example/' }, /quotes no words/],
    ['an empty quote', { target: quote('') }, /quotes no words/],
    ['no page', { target: { selector: { type: 'TextQuoteSelector', exact: 'x' } } }, /which page/],
    ['a script for a page', { target: quote('x', 'javascript:alert(1)') }, /javascript: address/],
    ['no day', { target: quote('x'), created: '2025-09-31' }, /created is not a time/],
    ['a wrong day', { target: quote('x'), modified: 'yesterday' }, /modified is not a time/],
  ])('with %s are reported, each with its reason', (_what, annotation, reason) => {
    const read = taken(readImport(file(annotation), now));
    expect(read.rejected.map((row) => row.reason)).toEqual([expect.stringMatching(reason)]);
    expect(read.log.clippings).toEqual([]);
  });

  it('without an id or a time give the same ids every time, and replace nothing', () => {
    const text = file({ target: quote('one') });
    const [first, second] = [now, new Date(now.getTime() + 1000)].map((at) => taken(readImport(text, at)));
    expect(first?.log.clippings[0]?.id).toBe(second?.log.clippings[0]?.id);
    expect(second?.log.clippings[0]?.updatedAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('twice in a file are taken once', () => {
    const one = { type: 'Annotation', id: `urn:uuid:${uuid(1)}`, target: quote('one') };
    const read = taken(readImport(JSON.stringify([one, one]), now));
    expect([read.log.clippings.length, read.rejected.length]).toEqual([1, 1]);
  });

  it('never throw, whatever the file', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 6 })), fc.jsonValue(), (items, body) => {
        const odd = items.map((target) => ({ type: 'Annotation', target, body, id: body, created: body }));
        const read = taken(
          readImport(JSON.stringify({ type: 'AnnotationPage', items: [...items, ...odd] }), now),
        );
        expect(read.rejected).toHaveLength(items.length * 2);
      }),
    );
  });

  it('keep answers with their question', () => {
    const read = taken(readImport(annotationJson(madeLog(), now), now));
    expect(read.log.reflections).toEqual([madeReflection()]);
  });
});

describe('a UUID by name', () => {
  it('is FNV-1a of 128 bits', () => {
    // The published test vector of "a" is d228cb696f1a8caf78912b704e4a8964.
    expect(nameUuid('a')).toBe('d228cb69-6f1a-8caf-b891-2b704e4a8964');
  });
});
