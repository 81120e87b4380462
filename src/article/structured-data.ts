/** What a page says of itself in JSON-LD (schema.org), as far as it is used. All text plain. */
export interface StructuredData {
  /** Every `@type` met, in order. */
  types: string[];
  headline: string | null;
  author: string | null;
  published: string | null;
  url: string | null;
}

const ARTICLE = /^(\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review)$/;
const DEEPEST = 6;
const MOST = 500;

/** Whether a schema.org type is that of an article. */
export const isArticleType = (type: string): boolean => ARTICLE.test(type);

/**
 * Reads the texts of a page's `application/ld+json` scripts. What does not parse is as if it were not there:
 * many pages carry broken ones, and nothing depends on them alone.
 */
export function readStructuredData(texts: readonly string[]): StructuredData {
  const found: StructuredData = { types: [], headline: null, author: null, published: null, url: null };
  let budget = MOST;
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || budget-- <= 0) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    if (!isRecord(value)) return;
    const types = listOf(value['@type']).filter((type) => typeof type === 'string');
    found.types.push(...types);
    if (types.some(isArticleType)) {
      found.headline ??= textOf(value.headline) ?? textOf(value.name);
      found.author ??= names(value.author);
      found.published ??= textOf(value.datePublished);
      found.url ??= textOf(value.url) ?? textOf(value.mainEntityOfPage);
    }
    visit(value['@graph'], depth + 1);
    visit(value.mainEntity, depth + 1);
  };
  for (const text of texts) visit(parse(text), 0);
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(-->|\/\/\s*\]\]>|\]\]>)\s*$/g, ''),
    );
  } catch {
    // SyntaxError only: see above.
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return isRecord(value) && typeof value['@id'] === 'string' ? value['@id'].trim() || null : null;
}

function names(value: unknown): string | null {
  const all = listOf(value).flatMap((author) => {
    const name = isRecord(author) ? author.name : author;
    return typeof name === 'string' && name.trim() && !/^https?:/.test(name.trim()) ? [name.trim()] : [];
  });
  return all.length > 0 ? [...new Set(all)].join(', ') : null;
}
