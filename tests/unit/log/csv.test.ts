import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, logCsv } from '../../../src/log/export-csv.ts';
import { readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, madeReflection, uuid } from '../clippings/made-rows.ts';

/** RFC 4180, strictly: a quote inside a cell is doubled, rows end in CRLF. Written apart from the export. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (!(text[at] === '"' && text[at + 1] !== '"')) {
        if (at >= text.length) throw new Error('a cell is not closed');
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor CRLF at ${at}`);
  }
  return rows;
}

const read = (text: string): Record<string, string>[] => {
  expect(text.startsWith('\ufeff')).toBe(true);
  const [head = [], ...rows] = parseCsv(text.slice(1));
  expect(head).toEqual(CSV_COLUMNS);
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
  });
};

/** A cell without the apostrophe that neutralises it. */
const plain = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

describe('CSV', () => {
  it('has the documented columns in their order', () => {
    expect(CSV_COLUMNS).toEqual([
      'kept_at',
      'title',
      'site',
      'byline',
      'published',
      'url',
      'quote',
      'note',
      'tags',
      'tags_by_reader',
      'tags_removed',
      'reflections',
      'due_at',
      'words_found',
      'changed_at',
      'quote_url',
      'id',
    ]);
  });

  it('is one row a clipping', () => {
    const tags = [...madeClipping().tags, { tag: 'society' as const, source: 'reader' as const }];
    const [row] = read(logCsv(madeLog({ clippings: [madeClipping({ tags, removedTags: ['ai'] })] })));
    expect(row).toMatchObject({
      kept_at: '2026-10-04T08:00:00.000Z',
      title: 'The warehouse that stopped hiring',
      note: 'Bring to the October board.',
      tags: 'agency; jobs; culture; society',
      tags_by_reader: 'society',
      tags_removed: 'ai',
      reflections: '2026-10-12 What would you stop doing?\nCounting courses.',
      words_found: 'exact',
      id: uuid(1),
    });
  });

  it('of an empty log is its head', () => {
    expect(read(logCsv({ articles: [], clippings: [], reflections: [] }))).toEqual([]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '\ufeff=1', '\u200b@x'])(
    'makes text of %j',
    (text) => {
      const [row] = read(logCsv(madeLog({ clippings: [madeClipping({ note: text })] })));
      expect(row?.note).toBe(`'${text}`);
    },
  );

  it('leaves ordinary cells as they are', () => {
    const note = 'She said "no", then\r\nleft: a=b, 5-4.';
    const [row] = read(logCsv(madeLog({ clippings: [madeClipping({ note })] })));
    expect(row?.note).toBe(note);
  });

  it('reads back to the same cells, none of which begins a formula', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const rows = read(logCsv(log));
        expect(rows).toHaveLength(log.clippings.length);
        const articles = new Map(log.articles.map((article) => [article.url, article]));
        for (const clipping of log.clippings) {
          const row = rows.find(({ id }) => id === clipping.id);
          for (const field of ['quote', 'note'] as const)
            expect(plain(row?.[field])).toBe(plain(clipping[field].toWellFormed()));
          expect(plain(row?.title)).toBe(plain(articles.get(clipping.articleUrl)?.title.toWellFormed()));
        }
        for (const cell of rows.flatMap((row) => Object.values(row)))
          expect(cell).not.toMatch(/^(?:[\t\r\n]|\s*[=+\-@])/);
      }),
    );
  });

  it('has an article’s own fields for a clipping whose article is lost', () => {
    const [row] = read(logCsv(madeLog({ articles: [] })));
    expect(row).toMatchObject({ title: 'dispatch.example', url: madeArticle().url });
  });

  it('keeps all answers, oldest first', () => {
    const later = madeReflection({
      id: uuid(101),
      question: 'And now?',
      answeredAt: '2026-11-01T00:00:00.000Z',
    });
    const [row] = read(logCsv(madeLog({ reflections: [later, madeReflection()] })));
    expect(row?.reflections).toMatch(/^2026-10-12 What[\s\S]*\n\n2026-11-01 And now\?\n/);
  });
});
