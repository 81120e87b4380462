import { crc32 } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { countedTags } from '../../../src/clippings/counted-tags.ts';
import { CSV_COLUMNS, logCsv } from '../../../src/log/export-csv.ts';
import { vaultFiles } from '../../../src/log/export-markdown.ts';
import { fileName, uniqueFileNames } from '../../../src/log/file-name.ts';
import { frontMatter, yamlText } from '../../../src/log/front-matter.ts';
import { wholeText } from '../../../src/log/pieces.ts';
import { READWISE_COLUMNS, readwisePieces } from '../../../src/log/readwise.ts';
import { zipParts } from '../../../src/log/zip.ts';
import { oddText, readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog } from '../clippings/made-rows.ts';
import { parted } from './parted.ts';

const now = new Date(2026, 10, 24, 10, 30, 20);
const plain = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

const unzipped = (parts: Iterable<Uint8Array>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat([...parts]))).map(([name, bytes]) => [
      name,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ]),
  );

describe('CSV in a parser that is not ours', () => {
  it('reads back, cell for cell', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const rows: string[][] = parseCsv(logCsv(log), { bom: true });
        expect(rows[0]).toEqual(CSV_COLUMNS);
        expect(rows).toHaveLength(log.clippings.length + 1);
        for (const { id, note } of log.clippings) {
          const row = rows.find((cells) => cells.at(-1) === id);
          expect(plain(row?.[CSV_COLUMNS.indexOf('note')])).toBe(plain(note.toWellFormed()));
        }
      }),
    );
  });
});

describe("Readwise's CSV", () => {
  const read = (text: string): Record<string, string>[] => parseCsv(text, { columns: true });

  it('has the columns that Readwise names, and a place and a date it can sort by', () => {
    const log = madeLog({
      articles: [madeArticle({ byline: null })],
      clippings: [
        madeClipping({ quote: 'Second "quoted"', createdAt: '2026-10-04T08:00:01.500Z' }),
        madeClipping({
          id: '00000000-0000-4000-8000-000000000002',
          quote: '-40 degrees',
          selectors: { ...madeClipping().selectors, position: { start: 3, end: 9 } },
        }),
      ],
    });
    const text = wholeText(readwisePieces(log));
    expect(text.startsWith('"Highlight","Title","Author","URL","Note","Location","Date"\r\n')).toBe(true);
    expect(READWISE_COLUMNS).toHaveLength(7);
    expect(read(text)).toEqual([
      {
        Highlight: "'-40 degrees",
        Title: 'The warehouse that stopped hiring',
        Author: '',
        URL: 'https://dispatch.example/robots',
        Note: 'Bring to the October board.',
        Location: '1',
        Date: '2026-10-04 08:00:00',
      },
      expect.objectContaining({ Highlight: 'Second "quoted"', Location: '2', Date: '2026-10-04 08:00:01' }),
    ]);
  });

  it('is one row a clipping, whatever the log', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        expect(read(wholeText(readwisePieces(log)))).toHaveLength(log.clippings.length);
      }),
    );
  });
});

describe('front matter', () => {
  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(parseYaml(yamlText(text))).toBe(text.toWellFormed().trim());
        expect(yamlText(text)).not.toMatch(/[\n\r]/);
      }),
      { numRuns: 500 },
    );
  });

  it('has days, numbers and lists of its own, and leaves out what is not known', () => {
    const text = frontMatter([
      ['title', 'A: b # c'],
      ['kept', now],
      ['none', null],
      ['empty', ''],
      ['clippings', 3],
      ['tags', ['ai', 'new-learning']],
      ['more', []],
    ]);
    expect(text).toBe(
      '---\ntitle: "A: b # c"\nkept: 2026-11-24\nclippings: 3\ntags:\n  - ai\n  - new-learning\n---\n',
    );
  });
});

describe('one Markdown file an article', () => {
  it('is an archive that another program opens, every file with front matter that another parser reads', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        const files = unzipped(zipParts(vaultFiles(log).files, now));
        const matters = Object.values(files).map((text) => parseYaml(parted(text).matter));
        expect(matters.map(({ url }) => url).sort()).toEqual(log.articles.map(({ url }) => url).sort());
        for (const matter of matters) {
          const of = log.clippings.filter(({ articleUrl }) => articleUrl === matter.url);
          expect(matter.clippings).toBe(of.length);
          expect(new Set(matter.tags ?? [])).toEqual(new Set(of.flatMap(countedTags)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('dates a note by its first clipping, and the article as its page does', () => {
    const [file] = Object.values(unzipped(zipParts(vaultFiles(madeLog()).files, now)));
    expect(parseYaml(parted(file ?? '').matter)).toMatchObject({
      author: 'Ana Pérez',
      published: '2026-10-03',
      kept: '2026-10-04',
      tags: ['agency', 'jobs'],
    });
    const odd = madeLog({ articles: [madeArticle({ published: '2026-02-31' })] });
    expect(Object.values(unzipped(zipParts(vaultFiles(odd).files, now)))[0]).toContain(
      'published: "2026-02-31"',
    );
  });

  it('has a checksum for every file, which unzipping programs hold it to', () => {
    const [local] = [...zipParts([{ name: 'é.md', text: 'Every bell, 漢' }], now)];
    const view = new DataView(local?.buffer ?? new ArrayBuffer(0));
    expect(view.getUint32(14, true)).toBe(crc32(Buffer.from('Every bell, 漢')));
  });

  it('counts more files than a plain archive can', () => {
    const names = Array.from({ length: 66_000 }, (_, at) => ({ name: `${at}.md`, text: '' }));
    const files = unzipped(zipParts(names, now));
    expect(Object.keys(files)).toHaveLength(66_000);
  }, 60_000);
});

describe('names of files', () => {
  it.each([
    ['What: a "title"?', 'What a title'],
    ['a/b\\c|d#e^f[g]', 'a b c d e f g'],
    ['  .hidden. ', 'hidden'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['\u202egpj', 'gpj'],
    ['', 'Untitled'],
    ['...', 'Untitled'],
  ])('%j is %j', (title, name) => {
    expect(fileName(title)).toBe(name);
  });

  it('are unique where capitals do not count, and short enough for every file system', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(oddText, fc.constantFrom('A', 'a', 'A 2', 'É'.repeat(90)))), (titles) => {
        const nameOf = uniqueFileNames();
        const names = titles.map((title) => `${nameOf(title)}.md`);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
    );
  });
});
