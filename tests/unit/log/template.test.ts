import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  FIRST_TEMPLATE,
  readMarkdownTemplate,
  templateFiles,
  templatePieces,
} from '../../../src/log/markdown-template.ts';
import { wholeText } from '../../../src/log/pieces.ts';
import {
  readTemplate,
  type Template,
  type TemplateValues,
  writeTemplate,
} from '../../../src/log/template.ts';
import { oddText, readingLog } from '../clippings/arbitraries.ts';
import { madeArticle, madeClipping, madeLog } from '../clippings/made-rows.ts';
import { parted } from './parted.ts';

const FIELDS = { title: 'text', note: 'text', items: { name: 'text', parts: { name: 'text' } } } as const;
const text = (words: string) => ({ text: `<${words}>`, raw: words });

const read = (source: string): Template => {
  const result = readTemplate(source, FIELDS);
  if (!result.ok) throw new Error(result.message);
  return result.template;
};
const fault = (source: string): string => {
  const result = readTemplate(source, FIELDS);
  if (result.ok) throw new Error('it was read');
  return result.message;
};
const written = (source: string, values: TemplateValues): string => writeTemplate(read(source), values);

describe('a template', () => {
  const values: TemplateValues = {
    title: text('T'),
    note: text(''),
    items: [
      { name: text('a'), parts: [{ name: text('x') }] },
      { name: text('b'), parts: [] },
    ],
  };

  it.each([
    ['{{title}} {{{title}}} {{&title}} {{ title }}', '<T> T T <T>'],
    ['{{#items}}{{name}},{{/items}}', '<a>,<b>,'],
    ['{{#items}}{{#parts}}{{name}}{{title}}{{/parts}}{{^parts}}none{{/parts}};{{/items}}', '<x><T>;none;'],
    ['{{#note}}Note{{/note}}{{^note}}no note{{/note}}', 'no note'],
    ['{{#title}}has {{title}}{{/title}}', 'has <T>'],
    ['a{{! a remark }}b', 'ab'],
    ['{{#items}}\n- {{name}}\n{{/items}}\nend', '- <a>\n- <b>\nend'],
    ['x\r\n{{! alone }}\r\ny', 'x\ny'],
    ['no fields at all', 'no fields at all'],
    ['', ''],
  ])('%j gives %j', (source, result) => {
    expect(written(source, values)).toBe(result);
  });

  it.each([
    ['{{titel}}', 'Line 1: there is no field “titel” here. Did you mean title?'],
    ['one\ntwo {{author}}', 'Line 2: there is no field “author” here. There are: title, note, items.'],
    ['{{#items}}\n{{name}}', 'Line 1: {{#items}} is not closed. Add {{/items}}.'],
    ['{{/items}}', 'Line 1: {{/items}} closes nothing.'],
    ['{{#items}}{{#note}}{{/items}}', 'Line 1: {{/items}} stands where {{/note}} is expected.'],
    ['{{name}}', /there is no field “name” here/],
    ['{{items}}', /items is a list\. Write \{\{#items\}\}/],
    ['a\n{{title', 'Line 2: {{ is opened and not closed by }} on its own.'],
    ['{{}}', /without a name/],
    ['{{constructor}}', /no field “constructor”/],
    ['{{#title}}{{__proto__}}{{/title}}', /no field “__proto__”/],
  ])('%j is refused: %s', (source, message) => {
    if (typeof message === 'string') expect(fault(source)).toBe(message);
    else expect(fault(source)).toMatch(message);
  });

  it('without fields is written as it is', () => {
    fc.assert(
      fc.property(
        oddText.filter((words) => !words.includes('{{')),
        (words) => {
          expect(written(words, values)).toBe(words.replaceAll('\r\n', '\n'));
        },
      ),
    );
  });

  it('is never run: what a field holds is not read as a template', () => {
    expect(written('{{{title}}}', { title: text('{{note}}') })).toBe('{{note}}');
  });

  it('is read or refused, never anything else', () => {
    const bits = fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '#',
      '/',
      '^',
      '!',
      'title',
      'items',
      'name',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 20 }).map((parts) => parts.join('')),
        (source) => {
          const result = readTemplate(source, FIELDS);
          if (result.ok) writeTemplate(result.template, values);
          else expect(result.message).toMatch(/^Line \d+: /);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a template for Markdown', () => {
  const first = (): Template => {
    const result = readMarkdownTemplate(FIRST_TEMPLATE);
    if (!result.ok) throw new Error(result.message);
    return result.template;
  };

  it('begins with one that reads, and writes a note for an article', () => {
    const [file] = [...templateFiles(first(), madeLog()).files];
    expect(file?.name).toBe('The warehouse that stopped hiring.md');
    const { matter, body } = parted(file?.text ?? '');
    expect(parseYaml(matter)).toMatchObject({ title: madeArticle().title });
    expect(body).toContain('> Students plan their own week');
    expect(body).toContain('#agency #jobs');
    expect(body).toContain('**Note:** Bring to the October board.');
    expect(body).toContain('**What would you stop doing?** Counting courses.');
  });

  it('lets nothing of an article become markup where the name has two braces', () => {
    const parser = new MarkdownIt({ html: true, linkify: true });
    const result = readMarkdownTemplate('x{{title}} {{#clippings}}x{{quote}}{{/clippings}}');
    if (!result.ok) throw new Error(result.message);
    fc.assert(
      fc.property(oddText, (words) => {
        const log = madeLog({
          articles: [madeArticle({ title: `t${words}` })],
          clippings: [madeClipping({ quote: `q${words}` })],
        });
        const kinds = parser
          .parse(wholeText(templatePieces(result.template, log)), {})
          .flatMap((token) => [token.type, ...(token.children ?? []).map(({ type }) => type)]);
        expect(kinds.filter((kind) => !/^(paragraph_|inline|text|softbreak|hardbreak)/.test(kind))).toEqual(
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('writes every article once', () => {
    fc.assert(
      fc.property(readingLog, (log) => {
        expect([...templateFiles(first(), log).files]).toHaveLength(log.articles.length);
      }),
    );
  });
});
