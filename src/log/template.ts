/**
 * Templates in the logic-less manner of Mustache (mustache(5)), the part of it that a note needs: `{{name}}`,
 * `{{{name}}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`, `{{! words }}`. A template is text and nothing else: it
 * can look up the fields it is given and can run nothing. Other than Mustache, a name that is not a field is an error,
 * told before anything is written.
 */

/** What a template may name: a text, or a list whose items have fields of their own. */
export interface TemplateFields {
  readonly [name: string]: 'text' | TemplateFields;
}

/** What stands behind a name: `text` for `{{name}}`, `raw` for `{{{name}}}`; a list for a section. */
export type TemplateValue = { text: string; raw: string } | readonly TemplateValues[];
export interface TemplateValues {
  readonly [name: string]: TemplateValue;
}

type Part =
  | { kind: 'words'; words: string }
  | { kind: 'field'; name: string; raw: boolean }
  | { kind: 'section'; name: string; inverted: boolean; parts: Part[] };

/** A template that was read, or why it was not: a sentence for the reader, with its line. */
export type TemplateRead = { ok: true; template: Template } | { ok: false; message: string };

export interface Template {
  readonly parts: readonly Part[];
}

interface Token {
  sigil: '' | '#' | '^' | '/' | '!' | '{' | '&';
  name: string;
  start: number;
  end: number;
}

const TAG = /\{\{(?:\{\s*([^{}]*?)\s*\}|([#^/!&]?)\s*([^{}]*?)\s*)\}\}/g;

const isSigil = (text: string): text is Token['sigil'] => ['', '#', '^', '/', '!', '{', '&'].includes(text);

interface Scope {
  fields: TemplateFields;
  parts: Part[];
  /** The section that this is the inside of. */
  section: Token | null;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

class Fault extends Error {}

/** Reads a template and checks every name in it against the fields there are. */
export function readTemplate(text: string, fields: TemplateFields): TemplateRead {
  try {
    return { ok: true, template: { parts: parse(text, fields) } };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, message: fault.message };
    throw fault;
  }
}

function parse(source: string, fields: TemplateFields): Part[] {
  const text = source.replaceAll('\r\n', '\n');
  const scopes: Scope[] = [{ fields, parts: [], section: null }];
  let at = 0;
  const words = (until: number): void => {
    const between = text.slice(at, until);
    const broken = between.indexOf('{{');
    if (broken >= 0)
      throw new Fault(`Line ${lineOf(text, at + broken)}: {{ is opened and not closed by }} on its own.`);
    if (between !== '') scopes.at(-1)?.parts.push({ kind: 'words', words: between });
  };
  for (const token of tokensOf(text)) {
    words(token.start);
    at = token.end;
    place(token, scopes, lineOf(text, token.start));
  }
  words(text.length);
  const open = scopes.at(-1)?.section;
  if (open)
    throw new Fault(
      `Line ${lineOf(text, open.start)}: {{${open.sigil}${open.name}}} is not closed. Add {{/${open.name}}}.`,
    );
  return scopes[0]?.parts ?? [];
}

/** Every tag of a text. One of a section or a comment that stands alone on its line takes the line with it. */
function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(TAG)) {
    const sigil = match[1] === undefined ? (match[2] ?? '') : '{';
    if (!isSigil(sigil)) continue;
    let start = match.index;
    let end = start + match[0].length;
    if (sigil === '#' || sigil === '^' || sigil === '/' || sigil === '!') {
      const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start));
      const after = /^[ \t]*(?:\n|$)/.exec(text.slice(end));
      if (before && after) {
        start -= before[0].replace('\n', '').length;
        end += after[0].length;
      }
    }
    yield { sigil, name: match[1] ?? match[3] ?? '', start, end };
  }
}

function place(token: Token, scopes: Scope[], line: number): void {
  const scope = scopes.at(-1);
  if (scope === undefined || token.sigil === '!') return;
  if (token.sigil === '/') {
    if (scope.section === null) throw new Fault(`Line ${line}: {{/${token.name}}} closes nothing.`);
    if (scope.section.name !== token.name)
      throw new Fault(
        `Line ${line}: {{/${token.name}}} stands where {{/${scope.section.name}}} is expected.`,
      );
    scopes.pop();
    return;
  }
  const field = lookUp(token.name, scopes, (each) => each.fields);
  if (field === undefined) throw new Fault(`Line ${line}: ${unknown(token.name, scopes)}`);
  if (token.sigil === '#' || token.sigil === '^') {
    const section: Part = { kind: 'section', name: token.name, inverted: token.sigil === '^', parts: [] };
    scope.parts.push(section);
    const inner = field === 'text' || section.inverted ? {} : field;
    scopes.push({ fields: inner, parts: section.parts, section: token });
    return;
  }
  if (field !== 'text')
    throw new Fault(
      `Line ${line}: ${token.name} is a list. Write {{#${token.name}}} before what each of them gives, and {{/${token.name}}} after it.`,
    );
  scope.parts.push({ kind: 'field', name: token.name, raw: token.sigil !== '' });
}

/** The innermost of what has this name. */
function lookUp<Scoped, Value>(
  name: string,
  scopes: readonly Scoped[],
  of: (scope: Scoped) => { readonly [name: string]: Value },
): Value | undefined {
  for (const scope of scopes.toReversed()) {
    const fields = of(scope);
    if (Object.hasOwn(fields, name)) return fields[name];
  }
  return undefined;
}

function unknown(name: string, scopes: readonly Scope[]): string {
  if (name === '') return 'there is a {{ }} without a name.';
  const known = [...new Set(scopes.toReversed().flatMap(({ fields }) => Object.keys(fields)))];
  const near = known
    .map((each) => ({ each, away: distance(each, name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)[0];
  return near && near.away <= 2
    ? `there is no field “${name}” here. Did you mean ${near.each}?`
    : `there is no field “${name}” here. There are: ${known.join(', ')}.`;
}

/** Letters to change, add or take away to make one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    for (let at = 0; at < b.length; at += 1)
      next.push(
        Math.min((last[at] ?? 0) + (letter === b[at] ? 0 : 1), (last[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1),
      );
    last = next;
  }
  return last.at(-1) ?? 0;
}

/** Writes a template with these values. A field that has no value is empty. */
export const writeTemplate = ({ parts }: Template, values: TemplateValues): string => write(parts, [values]);

function write(parts: readonly Part[], scopes: readonly TemplateValues[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'words') return part.words;
      const value = lookUp(part.name, scopes, (each) => each);
      if (part.kind === 'field') {
        if (value === undefined || !('text' in value)) return '';
        return part.raw ? value.raw : value.text;
      }
      const empty = value === undefined || ('text' in value ? value.raw.trim() === '' : value.length === 0);
      if (part.inverted) return empty ? write(part.parts, scopes) : '';
      if (empty) return '';
      if ('text' in value) return write(part.parts, scopes);
      return value.map((item) => write(part.parts, [...scopes, item])).join('');
    })
    .join('');
}
