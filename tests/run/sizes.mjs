import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));
const KB = 1000;

/** Most bytes, uncompressed, that a part of the built extension may have. */
export const BUDGETS = {
  'content script': 100 * KB,
  popup: 120 * KB,
  'whole package': 12_000 * KB,
};

/**
 * Files that an HTML page loads from the package when it opens: itself, its scripts with what they import, its style
 * sheets. What a click loads later (a dynamic import) is counted in the whole package only.
 */
export function filesOfPage(root, page) {
  const html = readFileSync(join(root, page), 'utf8');
  const found = new Set([page]);
  const follow = (path) => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    const code = readFileSync(join(root, path), 'utf8');
    const imports = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+|\/[^"']+)["']/g;
    for (const [, target] of code.matchAll(imports)) follow(resolvePath(path, target));
  };
  for (const [, target] of html.matchAll(/(?:src|href)="([^"#?]+\.(?:js|css))"/g))
    follow(resolvePath(page, target));
  return [...found];
}

function resolvePath(from, target) {
  return new URL(target, new URL(from, 'file:///')).pathname.slice(1);
}

const bytes = (root, files) => files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);

/** Every file below a folder, relative to it. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Sizes of the parts of one build, in bytes, uncompressed.
 * @param {'chrome-mv3' | 'firefox-mv3'} build
 * @returns {{ part: string, bytes: number, budget: number | null }[]}
 */
export function sizesOf(build) {
  const root = join(OUTPUT, build);
  const all = filesBelow(root);
  const model = all.filter((file) => file.endsWith('.bin'));
  const page = (name) => bytes(root, filesOfPage(root, `${name}.html`));
  const pages = readdirSync(root).filter((file) => file.endsWith('.html'));
  const sum = (files) => files.reduce((total, file) => total + statSync(file).size, 0);
  return [
    {
      part: 'content script',
      bytes: bytes(root, ['content-scripts/annotate.js']),
      budget: BUDGETS['content script'],
    },
    ...pages.map((file) => {
      const name = file.replace(/\.html$/, '');
      return { part: name, bytes: page(name), budget: BUDGETS[name] ?? null };
    }),
    { part: 'background', bytes: bytes(root, ['background.js']), budget: null },
    { part: 'model files', bytes: sum(model), budget: null },
    { part: 'whole package', bytes: sum(all), budget: null },
  ];
}

/** The sizes as lines of a table. */
export function sizeTable(rows) {
  const kb = (n) => `${(n / KB).toFixed(1)} KB`.padStart(12);
  return rows.map(({ part, bytes: size, budget }) => {
    const verdict =
      budget === null ? '' : size <= budget ? `of ${kb(budget).trim()}` : `OVER ${kb(budget).trim()}`;
    return `${part.padEnd(16)}${kb(size)}  ${verdict}`.trimEnd();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let over = false;
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    const rows = sizesOf(build);
    over ||= rows.some(({ bytes: size, budget }) => budget !== null && size > budget);
    process.stdout.write(`\n${build}, uncompressed\n${sizeTable(rows).join('\n')}\n`);
  }
  if (over) {
    process.stderr.write('\nA part is over its budget. `npx wxt build --analyze` shows what grew.\n');
    process.exitCode = 1;
  }
}
