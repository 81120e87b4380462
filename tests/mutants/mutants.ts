/** One small change that breaks a promise of the product, and the tests that must see it. */
export interface Mutant {
  /** The promise, in the product's words. */
  promise: string;
  /** What is broken, in a few words. */
  breaks: string;
  file: string;
  /** Words that stand in the file once, and what they become. */
  find: string;
  replace: string;
  project: 'unit' | 'browser' | 'e2e';
  /** Test files; an end-to-end one builds the extension first. */
  tests: string[];
}

const NOTHING_LEAVES = 'Nothing leaves the device';
const LEFT_ALONE = 'The page is left as it was';
const PLAIN_TEXT = 'Plain text only';
const NOT_LOST = 'No data is lost';
const QUESTIONED = 'A tag can be questioned';
const NOBODY_OUT = 'Nobody is left out';

export const MUTANTS: readonly Mutant[] = [
  {
    promise: NOTHING_LEAVES,
    breaks: 'extension pages may connect anywhere',
    file: 'wxt.config.ts',
    find: `"connect-src 'self'"`,
    replace: `"connect-src *"`,
    project: 'e2e',
    tests: ['tests/e2e/story-chromium.test.ts'],
  },
  {
    promise: NOTHING_LEAVES,
    breaks: 'every host is asked for at install',
    file: 'wxt.config.ts',
    find: `optional_host_permissions: [`,
    replace: `host_permissions: [`,
    project: 'e2e',
    tests: ['tests/e2e/manifest.test.ts'],
  },
  {
    promise: NOTHING_LEAVES,
    breaks: 'the content script calls home',
    file: 'entrypoints/annotate.content/index.ts',
    find: 'globalThis.longGame.meet();',
    replace: `globalThis.longGame.meet(); navigator.sendBeacon('https://home.invalid/');`,
    project: 'e2e',
    tests: ['tests/e2e/story-chromium.test.ts'],
  },
  {
    promise: NOTHING_LEAVES,
    breaks: 'a page may clip in another site’s name',
    file: 'src/messages/verified-clip.ts',
    find: 'page: { ...clip.page, url, visitedUrl }',
    replace: 'page: clip.page',
    project: 'unit',
    tests: ['tests/unit/messages'],
  },
  {
    promise: NOTHING_LEAVES,
    breaks: 'any sender counts as a page of ours',
    file: 'src/messages/senders.ts',
    find: `(sender.url ?? '').startsWith(browser.runtime.getURL('/'))`,
    replace: 'true',
    project: 'unit',
    tests: ['tests/unit/messages'],
  },
  {
    promise: LEFT_ALONE,
    breaks: 'our host stands in the flow',
    file: 'src/annotation/layer.css',
    find: `  position: absolute !important;
  inset: 0 auto auto 0 !important;
  display: block !important;
  inline-size: 0 !important;
  block-size: 0 !important;`,
    replace: `  display: block !important;
  block-size: 40px !important;`,
    project: 'e2e',
    tests: ['tests/e2e/left-alone.test.ts'],
  },
  {
    promise: LEFT_ALONE,
    breaks: 'turning off leaves the host behind',
    file: 'src/annotation/host.ts',
    find: '      element.remove();',
    replace: '      element.hidden = true;',
    project: 'e2e',
    tests: ['tests/e2e/left-alone.test.ts'],
  },
  {
    promise: LEFT_ALONE,
    breaks: 'a reading stamps the live document',
    file: 'entrypoints/annotate.content/index.ts',
    find: 'globalThis.longGame.meet();',
    replace: `document.body?.setAttribute('data-read', ''); globalThis.longGame.meet();`,
    project: 'e2e',
    tests: ['tests/e2e/left-alone.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a card’s Undo deletes a clipping with its note',
    file: 'src/messages/serve-pages.ts',
    find: 'if (row.updatedAt !== row.createdAt || age > UNDO_MS)',
    replace: 'if (age > UNDO_MS * 1e9)',
    project: 'unit',
    tests: ['tests/unit/messages'],
  },
  {
    promise: NOTHING_LEAVES,
    breaks: 'a page of ours opens any address',
    file: 'src/messages/browser-view-client.ts',
    find: 'if (!httpUrl.safeParse(url).success)',
    replace: 'if (url === "never")',
    project: 'unit',
    tests: ['tests/unit/messages'],
  },
  {
    promise: PLAIN_TEXT,
    breaks: 'the card takes the page’s words for markup',
    file: 'src/annotation/dom.ts',
    find: '  element.append(...children);',
    replace:
      "  for (const child of children) typeof child === 'string' ? element.insertAdjacentHTML('beforeend', child) : element.append(child);",
    project: 'e2e',
    tests: ['tests/e2e/plain-text.test.ts'],
  },
  {
    promise: PLAIN_TEXT,
    breaks: 'a javascript: address is stored',
    file: 'src/clippings/schema.ts',
    find: '/^https?:\\/\\//i.test(value) && ',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/clippings', 'tests/unit/log'],
  },
  {
    promise: PLAIN_TEXT,
    breaks: 'a cell runs as a formula',
    file: 'src/log/csv.ts',
    find: 'formula.test(text) ?',
    replace: 'false ?',
    project: 'unit',
    tests: ['tests/unit/log/csv.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a correction that took a tag away is forgotten',
    file: 'src/clippings/correct-tags.ts',
    find: '[...current.removedTags, ...gone.map(({ tag }) => tag)]',
    replace: '[...current.removedTags]',
    project: 'unit',
    tests: ['tests/unit/clippings'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a draft does not survive a closed popup',
    file: 'src/views/reading/drafts.ts',
    find: '    localStorage.setItem(keyOf(id), JSON.stringify({ text, at: now.toISOString() }));',
    replace: '    void text;',
    project: 'browser',
    tests: ['tests/browser/popup'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a newer backup is read as if it were ours',
    file: 'src/log/import-json.ts',
    find: 'value.version > BACKUP_VERSION',
    replace: 'value.version > BACKUP_VERSION + 1000',
    project: 'unit',
    tests: ['tests/unit/log'],
  },
  {
    promise: NOT_LOST,
    breaks: 'undoing an import takes what was changed since',
    file: 'src/clippings/undo-import.ts',
    find: 'if (there?.updatedAt !== row.updatedAt) kept.add(row.id);',
    replace: 'if (there === undefined) kept.add(row.id);',
    project: 'unit',
    tests: ['tests/unit/clippings/bring-in.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'an import that is stopped is kept by half',
    file: 'src/clippings/bring-in.ts',
    find: "throw new StoreError('stopped', 'The import was stopped before its end. Nothing was changed.');",
    replace: 'return;',
    project: 'unit',
    tests: ['tests/unit/clippings/bring-in.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'answers are left out of a backup',
    file: 'src/log/export-json.ts',
    find: 'const rows: readonly Row[] = log[list];',
    replace: "const rows: readonly Row[] = list === 'reflections' ? [] : log[list];",
    project: 'unit',
    tests: ['tests/unit/log'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a reading starts over when the background is killed',
    file: 'src/messages/reading-port.ts',
    find: '          next += 1;',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/messages/reading-port.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'the last word of a reading is lost with the background',
    file: 'src/messages/page-client.ts',
    find: 'while (deaths < MOST_DEATHS && stillCounts(type, turn))',
    replace: 'while (false)',
    project: 'unit',
    tests: ['tests/unit/messages/page-client.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'an earlier word of a reading comes after its last one',
    file: 'src/messages/page-client.ts',
    find: 'asked[type] === turn',
    replace: 'true',
    project: 'unit',
    tests: ['tests/unit/messages/page-client.test.ts'],
  },
  {
    promise: NOT_LOST,
    breaks: 'a quote is found where it only resembles',
    file: 'src/selectors/find-near.ts',
    find: '  if (candidate.likeness < 1 - EDITS || !sameNegations(exact, words)) return false;',
    replace: '  return true;',
    project: 'unit',
    tests: ['tests/unit/selectors'],
  },
  {
    promise: QUESTIONED,
    breaks: 'a mark without its evidence',
    file: 'src/annotation/card.ts',
    find: 'if (quotes.length > 0) item.append(',
    replace: 'if (quotes.length > 99) item.append(',
    project: 'browser',
    tests: ['tests/browser/annotation'],
  },
  {
    promise: QUESTIONED,
    breaks: 'the card does not say how sure it is',
    file: 'src/annotation/card.ts',
    find: "make(doc, 'span', { class: 'sure' }, word)",
    replace: "make(doc, 'span', { class: 'sure' })",
    project: 'e2e',
    tests: ['tests/e2e/nobody-left-out.test.ts'],
  },
  {
    promise: QUESTIONED,
    breaks: 'evidence points beside the words',
    file: 'src/classifier/evidence.ts',
    find: 'start: words[whole.first]?.start ?? 0',
    replace: 'start: 0',
    project: 'unit',
    tests: ['tests/unit/classifier'],
  },
  {
    promise: QUESTIONED,
    breaks: 'corrections move a tag without bounds',
    file: 'src/classifier/teaching/learn.ts',
    find: 'if (length > turn)',
    replace: 'if (length > 99)',
    project: 'unit',
    tests: ['tests/unit/classifier/teaching/learn.test.ts'],
  },
  {
    promise: QUESTIONED,
    breaks: 'learning that is switched off goes on',
    file: 'entrypoints/background/resources.ts',
    find: '(await loadSettings()).learn ?',
    replace: '(await loadSettings()) ?',
    project: 'e2e',
    tests: ['tests/e2e/taught.test.ts'],
  },
  {
    promise: NOBODY_OUT,
    breaks: 'a mark has no name',
    file: 'src/annotation/mark-button.ts',
    find: "  button.setAttribute('aria-label', label);",
    replace: '  void label;',
    project: 'browser',
    tests: ['tests/browser/annotation'],
  },
  {
    promise: NOBODY_OUT,
    breaks: 'faint words',
    file: 'src/ui/tokens.css',
    find: '--ink-3: light-dark(#5f635c, #9fa49a);',
    replace: '--ink-3: light-dark(#b5b8b2, #5f635c);',
    project: 'e2e',
    tests: ['tests/e2e/nobody-left-out.test.ts'],
  },
  {
    promise: NOBODY_OUT,
    breaks: 'a note without a label',
    file: 'src/ui/note-field.tsx',
    find: '<label class="label" for={id}>',
    replace: '<label class="label">',
    project: 'browser',
    tests: ['tests/browser/ui', 'tests/browser/popup'],
  },
];
