/**
 * What of Readability no page needs, left out when the content script is built. What it keeps of a text, and the
 * byline it finds, stay the same: a test runs both over pages.
 */

/** Methods that tidy what was found for showing it elsewhere (links, wrappers, classes, pictures of `<noscript>`), and one that nothing calls. */
const METHODS = [
  '_postProcessContent',
  '_fixRelativeUris',
  '_simplifyNestedElements',
  '_cleanClasses',
  '_isSingleImage',
  '_removeScripts',
  '_findNode',
];

/** Patterns that nothing asks for once those are gone. */
const PATTERNS = ['extraneous', 'replaceFonts', 'nextLink', 'prevLink', 'srcsetUrl'];

/** Names that are Readability's own, beside those that begin with an underscore; none is of the DOM. */
export const READABILITY_NAMES =
  /^(_[a-zA-Z]\w*|REGEXPS|FLAG_[A-Z_]+|DEFAULT_[A-Z_]+|UNLIKELY_ROLES|[A-Z_]+_(ELEMS|EXCEPTIONS|ATTRIBUTES|TO_PRESERVE)|HTML_ESCAPE_MAP|unlikelyCandidates|okMaybeItsACandidate|jsonLdArticleTypes|contentScore|b64DataUrl|shareElements|loadingWords)$/;

interface Cut {
  what: string;
  find: RegExp;
  put?: string;
  /** How often it stands there; left out where any number but none will do. */
  times?: number;
}

const CUTS: readonly Cut[] = [
  ...METHODS.map((name) => ({
    what: name,
    find: new RegExp(`^ {2}${name}\\([^)]*\\) \\{\\n[\\s\\S]*?^ {2}\\},\\n`, 'gm'),
    times: 1,
  })),
  { what: 'the calls of those', find: /^ +this\.(_postProcessContent|_removeScripts)\(.*\);\n/gm, times: 2 },
  ...PATTERNS.map((name) => ({
    what: name,
    find: new RegExp(`^ {4}${name}:\\s+/.*/[a-z]*,\\n`, 'gm'),
    times: 1,
  })),
  {
    what: 'pictures of <noscript>, which the copy has none of',
    find: /^ {4}var noscripts = [\s\S]*?^ {4}\}\);\n/gm,
    times: 1,
  },
  { what: 'the log', find: /^ +this\.log\([\s\S]*?\);\n/gm },
  { what: 'the making of the log', find: /^ {2}if \(this\._debug\) \{\n[\s\S]*?^ {2}\}\n/gm, times: 1 },
  { what: 'asking for the log', find: /if \(this\._debug\)/g, put: 'if (false)' },
  { what: 'words for the log', find: /errs\.push\(\s*`[^`]*`\s*\)/g, put: 'errs.push(0)' },
  {
    what: 'checks of a parser that is not there',
    find: /^ {4}if \(this\._docJSDOMParser && [\s\S]*?^ {4}\}\n/gm,
    times: 2,
  },
  {
    what: 'the excerpt',
    find: /^ {4}if \(!metadata\.excerpt\) \{\n[\s\S]*?^ {4}\}\n/gm,
    times: 1,
  },
  {
    what: 'what is said of the text beside it',
    find: /^ {4}var textContent = articleContent\.[\s\S]*?^ {4}\};\n/gm,
    put: '    return { byline: metadata.byline || this._articleByline, content: this._serializer(articleContent) };\n',
    times: 1,
  },
  {
    what: 'the export',
    find: /^if \(typeof module === "object"\) \{\n[\s\S]*?^\}\n/gm,
    put: 'export default Readability;\n',
    times: 1,
  },
];

/**
 * The source of `Readability.js` 0.6.0 as an ES module, without what no page needs.
 *
 * @throws Error that names what was not found, where the package was written anew
 */
export function smallReadability(source: string): string {
  return CUTS.reduce((code, { what, find, put = '', times }) => {
    const found = code.match(find)?.length ?? 0;
    if (found === 0 || (times !== undefined && found !== times))
      throw new Error(`Readability was written anew: ${what} stands there ${found} times.`);
    return code.replace(find, put);
  }, source);
}
