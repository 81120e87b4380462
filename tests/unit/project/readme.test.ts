import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { object } from '../../e2e/json.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const manifest = object(JSON.parse(read('package.json')));

describe('the README', () => {
  const readme = read('README.md');

  it('links and shows only what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link);
    const ours = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(ours).toContain('LICENSE');
    expect(ours.filter((link) => !existsSync(fileURLToPath(new URL(link, ROOT))))).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const scripts = object(manifest.scripts);
    const named = [...readme.matchAll(/npm run (?:-\S+ )*([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['dev', 'classify', 'eval:tags', 'test:mutants']));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
