import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StudiedText } from '../../../src/classifier/teaching/learn.ts';
import { studyMemory } from '../../../src/messages/study-memory.ts';

const studied = (seed: number): StudiedText => ({
  vector: Float32Array.from({ length: 512 }, (_, at) => Math.sin(at + seed)),
  scores: Float32Array.from({ length: 17 }, (_, at) => at - seed),
});
const stored = async (): Promise<Record<string, unknown>> => browser.storage.local.get(null);

describe('what was made of the texts of lessons', () => {
  beforeEach(() => fakeBrowser.reset());

  it('comes back bit for bit, for the texts asked for', async () => {
    await studyMemory.keep(
      'm',
      new Map([
        ['a', studied(1)],
        ['b', studied(2)],
      ]),
    );
    expect(await studyMemory.recall('m', ['b', 'c'])).toEqual(new Map([['b', studied(2)]]));
  });

  it('holds no word of a text', async () => {
    await studyMemory.keep('m', new Map([['a secret of the superintendent', studied(1)]]));
    expect(JSON.stringify(await stored())).not.toContain('secret');
  });

  it('is nothing for another model', async () => {
    await studyMemory.keep('m', new Map([['a', studied(1)]]));
    expect((await studyMemory.recall('n', ['a'])).size).toBe(0);
  });

  it('is whatever was kept last, and leaves nothing behind for no text', async () => {
    await studyMemory.keep('m', new Map([['a', studied(1)]]));
    await studyMemory.keep('m', new Map([['b', studied(2)]]));
    expect([...(await studyMemory.recall('m', ['a', 'b'])).keys()]).toEqual(['b']);
    await studyMemory.keep('m', new Map());
    expect(await stored()).toEqual({});
  });

  it('is forgotten but for the texts wanted; of none, whole', async () => {
    await studyMemory.keep(
      'm',
      new Map([
        ['a', studied(1)],
        ['b', studied(2)],
      ]),
    );
    await studyMemory.retain(async () => ['b']);
    expect([...(await studyMemory.recall('m', ['a', 'b'])).keys()]).toEqual(['b']);
    await studyMemory.retain(async () => []);
    expect(await stored()).toEqual({});
  });

  it('does not ask what is wanted where there is nothing to forget', async () => {
    const wanted = vi.fn(async () => []);
    await studyMemory.retain(wanted);
    expect(wanted).not.toHaveBeenCalled();
  });

  it('reads whatever is stored without a throw, and takes nothing that is not whole', async () => {
    const damaged = fc.oneof(
      fc.jsonValue(),
      fc.record({ model: fc.constant('m'), texts: fc.dictionary(fc.string(), fc.string()) }),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (value) => {
        await browser.storage.local.set({ studied: value });
        expect((await studyMemory.recall('m', ['a'])).size).toBe(0);
      }),
      { numRuns: 50 },
    );
    await studyMemory.keep('m', new Map([['a', studied(1)]]));
    const { studied: whole } = (await stored()) as { studied: { texts: Record<string, string> } };
    const [digest] = Object.keys(whole.texts);
    for (const packed of ['', '%', 'AAAA', btoa(String.fromCharCode(...new Uint8Array(529 * 4).fill(255)))]) {
      await browser.storage.local.set({ studied: { model: 'm', texts: { [digest ?? '']: packed } } });
      expect((await studyMemory.recall('m', ['a'])).size).toBe(0);
    }
  });
});
