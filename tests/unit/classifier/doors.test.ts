import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const door = (script: string, ...args: string[]) =>
  run(process.execPath, [join(root, 'src/classifier/training', script), ...args]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, ...lines: (object | string)[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((of) => (typeof of === 'string' ? of : JSON.stringify(of))).join('\n'));
  return path;
}

const AI = [
  'The roof leaks.',
  'Artificial intelligence and robots now decide who is hired.',
  'An algorithm reads it.',
];

describe('npm run classify', { timeout: 120_000 }, () => {
  test('through npm, sent to a file: one clean line of JSON for each line, in order', async () => {
    const input = await file(
      'in.jsonl',
      { id: 'b', sentences: AI },
      { id: 'a', text: '' },
      { id: 3, text: AI.join(' ') },
    );
    const output = join(folder, 'out.jsonl');
    await run('sh', ['-c', `npm run classify -- "${input}" > "${output}"`], { cwd: root });
    const lines = (await readFile(output, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((of) => JSON.parse(of));
    expect(lines.map(({ id }) => id)).toEqual(['b', 'a', 3]);
    expect(lines[0].tags.ai.word).toMatch(/^(clear|likely|perhaps)$/);
    expect(lines[0].signals.ai).toContain(1);
    expect(lines[0].signals.ai).not.toContain(0);
    expect(lines[1]).toEqual({ id: 'a', tags: {}, signals: {} });
    expect(lines[2].tags).toEqual(lines[0].tags);
    expect(lines[2].signals).toEqual(lines[0].signals);
  });

  test('adding to a file leaves what was in it', async () => {
    const input = await file('in.jsonl', { id: 1, text: '' });
    const output = await file('log.txt', 'kept');
    await run('sh', ['-c', `npm run classify -- "${input}" >> "${output}"`], { cwd: root });
    expect(await readFile(output, 'utf8')).toMatch(/^kept/);
  });

  test('a bad line stops it with the line’s number, and nothing is answered', async () => {
    const input = await file('bad.jsonl', { id: 1, text: 'good' }, '{"id":2,');
    await expect(door('classify.ts', input)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/bad\.jsonl, line 2: .+\.\n$/),
    });
  });

  test('no file, or one that is not there, is said in words', async () => {
    await expect(door('classify.ts')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/No file was named/),
    });
    await expect(door('classify.ts', join(folder, 'none.jsonl'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/There is no file .*none\.jsonl/),
    });
  });
});

describe('npm run eval:tags', { timeout: 120_000 }, () => {
  test('prints a table for people and, last, a line of JSON', async () => {
    const input = await file(
      'gold.jsonl',
      { id: 1, sentences: AI, tags: ['ai', 'jobs'], signals: { ai: [1, 2], jobs: [1] } },
      { id: 2, sentences: ['Bake the dough for forty minutes.'], tags: [], signals: {} },
    );
    const { stdout } = await door('eval-tags.ts', input);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.some((line) => /^ai\s+1\.000\s+1\.000\s+1\.000\s+1$/.test(line))).toBe(true);
    const summary = JSON.parse(lines.at(-1)!);
    expect(summary.passages).toBe(2);
    expect(summary.tags.ai).toEqual({ precision: 1, recall: 1, f1: 1, support: 1 });
    expect(summary.macroOfEnough).toBeNull();
    expect(Object.keys(summary.baselines)).toEqual(['keyword lists', 'naive Bayes']);
  });
});
