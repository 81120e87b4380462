import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClippingTag } from '../../../src/clippings/schema.ts';
import { tagById } from '../../../src/framework/tags.ts';
import { logCsv } from '../../../src/log/export-csv.ts';
import { htmlPieces } from '../../../src/log/export-html.ts';
import { type GuideParts, guideMarkdown, guideOf } from '../../../src/log/guide.ts';
import { wholeText } from '../../../src/log/pieces.ts';
import { reportCsv, reportHtml, reportOf } from '../../../src/log/report.ts';
import { oddText, readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog, uuid } from '../clippings/made-rows.ts';

const now = new Date('2026-11-24T10:00:00Z');
const ALL: GuideParts = { question: true, lines: true, tags: true, notes: true };
const reader = (tag: 'ai' | 'agency'): ClippingTag => ({ tag, source: 'reader' });

/** Tags and attributes that our own pages are made of. */
const OWN =
  /^<(!doctype html|\/?(html|head|body|title|style|h1|h2|p|div|table|thead|tbody|tr|td|th|blockquote|a)|br|html lang="en"|meta [^<>]*|p class="(meta|label)"|th scope="col"|a href="https?:[^"<>]*")>$/;
const tagsIn = (html: string): string[] =>
  html.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];

describe('a guide', () => {
  it('asks a question of the framework for each passage, none twice', () => {
    const clippings = Array.from({ length: 6 }, (_, at) =>
      madeClipping({ id: uuid(at + 1), tags: [reader('ai')] }),
    );
    const { talks, about } = guideOf(madeLog({ clippings }), clippings, '', ALL, now);
    const questions = talks.map(({ question }) => question);
    expect(questions.slice(0, 3)).toEqual(tagById('ai').questions.slice(0, 3));
    expect(new Set(questions).size).toBe(6);
    expect(about).toBe('Six passages to talk about. 24 November 2026');
  });

  it('holds what is asked for and no note that is not', () => {
    const log = madeLog();
    const bare = guideOf(
      log,
      log.clippings,
      'Board retreat',
      { question: false, lines: false, tags: false, notes: false },
      now,
    );
    expect(bare.title).toBe('Board retreat');
    expect(bare.talks).toEqual([
      expect.objectContaining({
        question: '',
        lines: 0,
        tags: [],
        note: '',
        answers: [],
        source: 'Ana Pérez, School Dispatch, 3 October 2026',
      }),
    ]);
    expect(guideMarkdown(bare)).not.toContain('October board');
    const full = guideMarkdown(guideOf(log, log.clippings, 'Board retreat', ALL, now));
    for (const words of [
      '# Board retreat',
      '> Students plan',
      '**Note:** Bring to',
      'Tags: Agency, Jobs',
      '**Answer:** Counting',
    ])
      expect(full).toContain(words);
  });

  it('has every passage word for word, in the order given', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const { talks } = guideOf(log, log.clippings, 'x', ALL, now);
        expect(talks.map(({ quote }) => quote)).toEqual(log.clippings.map(({ quote }) => quote));
        expect(talks.every(({ question }) => question !== '')).toBe(true);
      }),
    );
  });
});

describe('a report', () => {
  const at = (day: string, n: number) =>
    madeClipping({ id: uuid(n), quote: `on ${day}`, createdAt: `${day}T12:00:00.000Z` });
  const log = madeLog({
    clippings: [at('2026-10-31', 3), at('2026-09-30', 1), at('2026-10-01', 2), at('2026-11-01', 4)],
  });

  it('has the days of its range, both ends included, earliest first', () => {
    const report = reportOf(log, '2026-10-01', '2026-10-31', false);
    expect(report.rows.map(({ quote }) => quote)).toEqual(['on 2026-10-01', 'on 2026-10-31']);
    expect(report.range).toBe('1 October 2026 to 31 October 2026');
    expect(report.counts).toBe('2 clippings from 1 article.');
    expect(reportOf(log, '2026-10-02', '2026-10-02', false).counts).toBe('0 clippings from 0 articles.');
  });

  it('has notes only where they are asked for', () => {
    const without = reportOf(log, '2026-10-01', '2026-10-31', false);
    expect(wholeText(reportHtml(without, now))).not.toContain('October board');
    expect(wholeText(reportCsv(without))).not.toContain('October board');
    const rows: string[][] = parseCsv(wholeText(reportCsv(reportOf(log, '2026-10-01', '2026-10-31', true))), {
      bom: true,
    });
    expect(rows[0]).toEqual(['Title', 'Site', 'Read', 'Tags', 'Quote', 'Note']);
    expect(rows[1]).toEqual([
      'The warehouse that stopped hiring',
      'School Dispatch',
      '2026-10-01',
      'Agency, Jobs',
      'on 2026-10-01',
      'Bring to the October board.',
    ]);
  });

  it('counts each clipping of its range once', () => {
    fc.assert(
      fc.property(readingLog, (any) => {
        expect(reportOf(any, '1999-01-01', '2101-01-01', true).rows).toHaveLength(any.clippings.length);
      }),
    );
  });
});

describe('pages of HTML', () => {
  const pages = (words: string): string[] => {
    const odd = madeLog({
      articles: [madeArticle({ title: words, site: words, byline: words, published: words })],
      clippings: [madeClipping({ quote: `x${words}`, note: words })],
    });
    return [
      wholeText(htmlPieces(odd, now)),
      wholeText(reportHtml(reportOf(odd, '2026-01-01', '2026-12-31', true), now)),
    ];
  };

  it('let nothing of an article become markup', () => {
    fc.assert(
      fc.property(oddText, (words) => {
        for (const page of pages(words)) for (const tag of tagsIn(page)) expect(tag).toMatch(OWN);
      }),
    );
  });

  it('load and run nothing', () => {
    for (const page of pages('x'))
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });
});

const OFFICE = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find(existsSync);

describe.skipIf(OFFICE === undefined)('opened in LibreOffice (skipped where it is not installed)', () => {
  function opened(name: string, text: string, to: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'long-game-office-'));
    try {
      writeFileSync(join(folder, name), text);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(OFFICE ?? '', [
        profile,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, name),
      ]);
      return readFileSync(join(folder, 'out', name.replace(/\.\w+$/, `.${to.slice(0, 3)}`)), 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('a CSV has its cells, and a formula is text', () => {
    const log = madeLog({ clippings: [madeClipping({ note: '=1+1' })] });
    const rows: string[][] = parseCsv(opened('log.csv', logCsv(log), 'csv'), {
      bom: true,
      relax_column_count: true,
    });
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('School Dispatch');
    expect(rows[1]).not.toContain('2');
  }, 120_000);

  it('the printable page has its words', () => {
    const text = opened('log.html', wholeText(htmlPieces(madeLog(), now)), 'txt:Text (encoded):UTF8');
    expect(text).toContain('Students plan their own week');
  }, 120_000);
});
