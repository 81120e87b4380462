import { beforeAll, describe, expect, test } from 'vitest';
import { Encoder, MAX_TOKENS } from '../../../../src/classifier/encoder/encoder.ts';
import { builtEncoder, builtKernel, builtWeights, cosine, GOLDEN } from './built-encoder.ts';

/** A module that is WebAssembly and nothing else. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** A stream of bytes in pieces of odd lengths; `cancelled` tells whether its reader gave it up. */
function streamOf(bytes: Uint8Array<ArrayBuffer>, step = 1_000_003) {
  const state = { cancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.subarray(at, at + step));
      controller.close();
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { stream, state };
}

let encoder: Encoder;
beforeAll(async () => {
  encoder = await builtEncoder();
});

describe('a text’s vector', () => {
  test.each(GOLDEN.map(({ text, ids, vector }) => [`${text.slice(0, 30)}…`, ids, vector] as const))(
    'is the original’s: %s',
    (_, ids, vector) => {
      const { whole } = encoder.encode(ids);
      expect(cosine(whole, vector)).toBeGreaterThan(0.999);
      expect(Math.hypot(...whole)).toBeCloseTo(1, 6);
      // The wrong text's vector would not do: these paragraphs are unlike.
      for (const other of GOLDEN)
        if (other.ids !== ids) expect(cosine(whole, other.vector)).toBeLessThan(0.9);
    },
  );

  test('is the same to the last bit, whatever was read before', async () => {
    const texts = [
      [7],
      ...GOLDEN.map(({ ids }) => ids),
      Array.from({ length: 250 }, (_, t) => (t * 37) % 8000),
    ];
    const forwards = texts.map((ids) => encoder.encode(ids).whole);
    const backwards = [...texts].reverse().map((ids) => encoder.encode(ids).whole);
    expect(backwards.reverse()).toEqual(forwards);
    const fresh = await builtEncoder();
    expect(fresh.encode(texts[3]!).whole).toEqual(forwards[3]);
  });

  test('is all zeros without tokens', () => {
    const { whole, parts } = encoder.encode([]);
    expect([whole, parts]).toEqual([new Float32Array(512), []]);
  });

  test('comes of the first 200 tokens only', () => {
    const ids = Array.from({ length: 250 }, (_, t) => (t * 37) % 8000);
    expect(MAX_TOKENS).toBe(200);
    expect(encoder.encode(ids).whole).toEqual(encoder.encode(ids.slice(0, 200)).whole);
    expect(encoder.encode(ids).whole).not.toEqual(encoder.encode(ids.slice(0, 199)).whole);
  });
});

describe('a part', () => {
  const { ids } = GOLDEN[0]!;
  const end = ids.length - 1;

  test('that is all of the text is the whole', () => {
    const { whole, parts } = encoder.encode(ids, [{ first: 0, last: end }]);
    expect(parts).toEqual([whole]);
  });

  test('is read in its place: not as the same tokens alone, and like its like', () => {
    const spans = [0, 20, 40, 60, 80].map((first) => ({ first, last: first + 19 }));
    const { whole, parts } = encoder.encode(ids, spans);
    expect(parts).toHaveLength(5);
    for (const [number, { first, last }] of spans.entries()) {
      const alone = encoder.encode(ids.slice(first, last + 1)).whole;
      const part = parts[number]!;
      expect(Math.hypot(...part)).toBeCloseTo(1, 6);
      expect(part).not.toEqual(alone);
      expect(cosine(part, alone)).toBeGreaterThan(cosine(part, encoder.encode(GOLDEN[4]!.ids).whole));
      const single = encoder.encode(ids, [{ first, last }]);
      expect([single.whole, single.parts]).toEqual([whole, [part]]);
    }
    expect(new Set(parts.map((part) => part[0])).size).toBe(5);
  });

  test('beyond what is read counts as far as it was read', () => {
    const long = [...ids, ...ids, ...ids];
    const { parts } = encoder.encode(long, [
      { first: 190, last: 199 },
      { first: 190, last: 210 },
      { first: 200, last: 210 },
    ]);
    expect(parts[1]).toEqual(parts[0]);
    expect(parts[2]).toEqual(new Float32Array(512));
  });
});

describe('odd input is refused in words', () => {
  test.each([[[8002]], [[1, -1]], [[1.5]], [[Number.NaN]]])('ids %j', (ids) => {
    expect(() => encoder.encode(ids)).toThrow(
      /^Token \d has the id .+; ids are whole numbers from 0 to 8001/,
    );
  });

  test.each([
    { first: 0, last: 3 },
    { first: -1, last: 1 },
    { first: 2, last: 1 },
    { first: 0.5, last: 1 },
  ])('tokens $first to $last of three', (span) => {
    expect(() => encoder.encode([5, 6, 7], [span])).toThrow(/are not a part of a text of 3 tokens/);
  });

  test('a text after a refused one is read as ever', () => {
    const before = encoder.encode(GOLDEN[1]!.ids).whole;
    expect(() => encoder.encode([9999])).toThrow(RangeError);
    expect(encoder.encode(GOLDEN[1]!.ids).whole).toEqual(before);
  });

  test.each([0, -1, 1.5, Number.NaN, 100_000])('maxTokens %d', async (maxTokens) => {
    await expect(Encoder.create(await builtKernel(), builtWeights(), { maxTokens })).rejects.toThrow(
      RangeError,
    );
  });

  test('another module than the kernel', async () => {
    const other = await WebAssembly.compile(EMPTY_MODULE);
    await expect(Encoder.create(other, builtWeights())).rejects.toThrow(/kernel has no "\w+"/);
  });
});

describe('the weights', () => {
  test('may come as a stream', async () => {
    const { stream } = streamOf(builtWeights());
    const streamed = await Encoder.create(await builtKernel(), stream);
    expect(streamed.encode(GOLDEN[2]!.ids)).toEqual(encoder.encode(GOLDEN[2]!.ids));
  });

  const cut = (length: number) => {
    const bytes = new Uint8Array(length);
    bytes.set(builtWeights().subarray(0, length));
    return bytes;
  };
  const wanted = builtWeights().length;

  test.each([0, wanted - 1, wanted + 1])('of %d bytes are refused', async (length) => {
    const refusal = /weights cannot be used: .*bytes where 7078160 were expected\. Reinstall/;
    await expect(Encoder.create(await builtKernel(), cut(length))).rejects.toThrow(refusal);
    await expect(Encoder.create(await builtKernel(), streamOf(cut(length)).stream)).rejects.toThrow(refusal);
  });

  test('are given up where they are too long, and a stream’s own fault is told', async () => {
    const { stream, state } = streamOf(cut(wanted + 1_000_003));
    await expect(Encoder.create(await builtKernel(), stream)).rejects.toThrow(/more than 7078160 bytes/);
    expect(state.cancelled).toBe(true);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('gone')),
    });
    await expect(Encoder.create(await builtKernel(), broken)).rejects.toThrow('gone');
  });
});
