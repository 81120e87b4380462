import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { makeEncoder } from '../../../../src/classifier/encoder/build/make-encoder.ts';
import { meanInputsFrom } from '../../../../src/classifier/encoder/build/mean-inputs.ts';
import { type FloatWeights, readFloatWeights } from '../../../../src/classifier/encoder/build/npm-weights.ts';
import { isCurrent, writeStamp } from '../../../../src/classifier/encoder/build/stamp.ts';
import { WEIGHTS } from '../../../../src/classifier/encoder/weight-layout.ts';
import { builtFile } from './built-encoder.ts';

const asset = (path: string) => new URL(`../../../../assets/${path}`, import.meta.url);

describe('the encoder’s files', () => {
  test('come out the same, byte for byte', { timeout: 60_000 }, async () => {
    const { kernel, weights, vocabulary } = await makeEncoder(asset('encoder/mean-inputs.f32'), () => {});
    expect(Buffer.compare(kernel, builtFile('encoder.wasm'))).toBe(0);
    expect(Buffer.compare(weights, builtFile('encoder.bin'))).toBe(0);
    expect(vocabulary).toBe(new TextDecoder().decode(builtFile('encoder-vocabulary.json')));
  });

  test('need mean inputs for every matrix', async () => {
    const weights = await readFloatWeights();
    expect(() => meanInputsFrom(new Float32Array(7), weights)).toThrow(
      /7 mean inputs where 6400 were expected/,
    );
  });

  test('are shipped with the notice of whose weights they are', () => {
    const notices = readFileSync(asset('public/third-party-licences.txt'), 'utf8');
    expect(notices).toMatch(/^=+\nUniversal Sentence Encoder lite \(Apache-2\.0\)\n=+\n\n.*\S/m);
    expect(notices).toContain('Copyright 2019 Google LLC');
  });
});

describe('rounding', () => {
  test.each([
    ['the head', ({ head }: FloatWeights) => head, WEIGHTS.head],
    ['a layer’s way down', ({ layers }: FloatWeights) => layers[1].down, WEIGHTS.layers[1].down],
  ])('%s: to the nearest step, and the mean input gives what it gave', async (_, matrixOf, place) => {
    const weights = await readFloatWeights();
    const learnt = new Float32Array(Uint8Array.from(readFileSync(asset('encoder/mean-inputs.f32'))).buffer);
    const matrix = matrixOf(weights);
    const mean = meanInputsFrom(learnt, weights)(matrix);
    const { buffer } = builtFile('encoder.bin');
    const { inputs, outputs } = matrix;
    const rounded = new Int8Array(buffer, place.weights, inputs * outputs);
    const scales = new Float32Array(buffer, place.scales, outputs);
    const biases = new Float32Array(buffer, place.biases, outputs);
    let [furthest, changed] = [0, 0];
    for (let n = 0; n < outputs; n += 1) {
      let [before, after] = [matrix.biases[n]!, biases[n]!];
      for (let k = 0; k < inputs; k += 1) {
        const panel = Math.floor(n / 8) * 8 * inputs;
        const step = rounded[panel + Math.floor(k / 2) * 16 + (n % 8) * 2 + (k % 2)]!;
        furthest = Math.max(furthest, Math.abs(step - matrix.weights[k * outputs + n]! / scales[n]!));
        before += mean[k]! * matrix.weights[k * outputs + n]!;
        after += mean[k]! * step * scales[n]!;
      }
      changed = Math.max(changed, Math.abs(after - before));
    }
    expect(furthest).toBeLessThan(0.501);
    expect(changed).toBeLessThan(1e-5);
  });
});

describe('a build’s stamp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'long-game-stamp-'));
  const file = (name: string) => pathToFileURL(join(folder, name));
  const put = (name: string, text: string) => writeFileSync(file(name), text);
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('holds until a source or an output changes or is gone', async () => {
    const [stamp, sources, outputs] = [file('deep/stamp'), [file('in')], [file('out')]] as const;
    put('in', '1');
    expect(await isCurrent(stamp, sources, outputs)).toBe(false);
    put('out', '2');
    await writeStamp(stamp, sources, outputs);
    expect(await isCurrent(stamp, sources, outputs)).toBe(true);
    put('in', '3');
    expect(await isCurrent(stamp, sources, outputs)).toBe(false);
    put('in', '1');
    put('out', '');
    expect(await isCurrent(stamp, sources, outputs)).toBe(false);
    put('out', '2');
    expect(await isCurrent(stamp, sources, outputs)).toBe(true);
    rmSync(file('out'));
    expect(await isCurrent(stamp, sources, outputs)).toBe(false);
  });
});
