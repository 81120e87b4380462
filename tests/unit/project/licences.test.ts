import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { object } from '../../e2e/json.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const notices = read('assets/public/third-party-licences.txt');
const packages = Object.keys(object(object(JSON.parse(read('package.json'))).dependencies));

it('ships the notice of every package that the product is made of', () => {
  const headed = (name: string) => new RegExp(`^=+\\n${name} \\(\\S+\\)\\n=+\\n\\n.*\\S`, 'm').test(notices);
  expect(packages).toContain('preact');
  expect(packages.filter((name) => !headed(name))).toEqual([]);
});

it.each(packages)('brings the notice of %s as its author wrote it', (name) => {
  const folder = `node_modules/${name}/`;
  const files = readdirSync(new URL(folder, ROOT)).filter((file) => /^licen[cs]e/i.test(file));
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
  expect(files).not.toEqual([]);
  for (const file of files) expect(squeezed(notices)).toContain(squeezed(read(folder + file)));
});
