import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readModel } from '../../../src/classifier/read-model.ts';
import { shippedReader } from '../../../src/classifier/training/shipped.ts';
import { OPTIONS, trainModel } from '../../../src/classifier/training/train-model.ts';
import { writeModel } from '../../../src/classifier/training/write-model.ts';
import { smallCorpus } from './small-corpus.ts';

const train = async (seed = OPTIONS.seed) =>
  trainModel(smallCorpus(), await shippedReader(), { ...OPTIONS, seed }, () => {});
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  bytes = writeModel(await train());
}, 60_000);

describe('the model file', () => {
  test('training twice gives the same file, byte for byte; another seed another', {
    timeout: 60_000,
  }, async () => {
    expect(Buffer.compare(writeModel(await train()), bytes)).toBe(0);
    expect(Buffer.compare(writeModel(await train(1)), bytes)).not.toBe(0);
  });

  test('reads back what was written, from any view of memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const view = shifted.subarray(3);
    expect(Buffer.compare(writeModel(readModel(view)), bytes)).toBe(0);
    expect(Buffer.compare(writeModel(readModel(Uint8Array.from(bytes).buffer)), bytes)).toBe(0);
  });

  test.each([
    ['an empty file', (): Uint8Array<ArrayBuffer> => new Uint8Array(0), /it is not a model/],
    [
      'a page instead of a model',
      (): Uint8Array<ArrayBuffer> => new TextEncoder().encode('<!doctype html><title>404'),
      /it is not a model/,
    ],
    ['a file cut short', (): Uint8Array<ArrayBuffer> => bytes.slice(0, -5), /bytes where \d+ were expected/],
    [
      'a longer file',
      (): Uint8Array<ArrayBuffer> => Uint8Array.from([...bytes, 0]),
      /bytes where \d+ were expected/,
    ],
    [
      'a newer format',
      (): Uint8Array<ArrayBuffer> => bytes.with(4, 9),
      /format 9, and this version reads format 3/,
    ],
    [
      'one bit changed in a weight',
      (): Uint8Array<ArrayBuffer> => bytes.with(bytes.length - 9, bytes.at(-9)! ^ 1),
      /contents were changed/,
    ],
  ])('%s is refused in words', (_, file, reason) => {
    expect(() => readModel(file())).toThrow(reason);
    expect(() => readModel(file())).toThrow(/^The model file cannot be used: .+\. Reinstall/);
  });

  test('one byte changed anywhere behind its start is seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          expect(() => readModel(bytes.with(at, (bytes[at] ?? 0) ^ by))).toThrow(
            /The model file cannot be used/,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('any bytes, with a good start or none: an Error in words, never another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(40), (junk, keep) => {
        try {
          readModel(Uint8Array.from([...bytes.slice(0, keep), ...junk]));
          return false;
        } catch (error) {
          return error instanceof Error && error.message.startsWith('The model file cannot be used');
        }
      }),
    );
  });

  test('a head that lacks a part is named, even with a right checksum', () => {
    const model = readModel(bytes);
    const { sentenceRule: _, ...rest } = model.head;
    const broken = [
      [{ ...model.head, biases: [1] }, /bias is not one for each of 17 tags/],
      [{ ...model.head, tags: [...model.head.tags].reverse() }, /tags are in another order/],
      [{ ...model.head, tags: model.head.tags.map(() => 'weather') }, /tag of shared-vision is not known/],
      [
        { ...model.head, scales: model.head.scales.map(() => Number.NaN) },
        /scale of shared-vision is not a number/,
      ],
      [rest, /the rule for sentences is missing/],
    ] as const;
    for (const [head, reason] of broken) {
      // What a damaged training run could write: the types forbid it, the file does not.
      const file = writeModel({ ...model, head: head as typeof model.head });
      expect(() => readModel(file)).toThrow(reason);
    }
  });
});
