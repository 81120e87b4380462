import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Classifier } from '../../../src/classifier/classifier.ts';
import type { TeachableClassifier } from '../../../src/classifier/passage-classifier.ts';
import type { Lesson } from '../../../src/classifier/teaching/lesson.ts';
import { studyMemory } from '../../../src/messages/study-memory.ts';
import { Teacher, type TeacherNeeds } from '../../../src/messages/teacher.ts';

const lesson = (text: string): Lesson => ({ text, tag: 'ai', given: true });
const lessonsUpTo = (count: number): Lesson[] =>
  Array.from({ length: count }, (_, at) => lesson(`lesson ${at}`));

/** A classifier that remembers what it was taught. */
interface TaughtFake extends Classifier {
  texts: string[];
}

function fakeShipped() {
  const studied: string[] = [];
  const shipped: TeachableClassifier = {
    name: 'm',
    async *classify() {},
    study(text) {
      studied.push(text);
      return text === '…' ? null : { vector: new Float32Array(512), scores: new Float32Array(17) };
    },
    taught: (lessons): TaughtFake => ({ async *classify() {}, texts: lessons.map(({ text }) => text) }),
  };
  return { shipped, studied };
}

/** A teacher in one life of the background; `lessons` may be changed. */
function life(lessons: Lesson[], over: Partial<TeacherNeeds> = {}) {
  const { shipped, studied } = fakeShipped();
  const read = vi.fn(async () => lessons);
  const teacher = new Teacher({ load: async () => shipped, lessons: read, memory: studyMemory, ...over });
  const texts = async (): Promise<string[] | null> => {
    const { classifier } = await teacher.forReading();
    return 'texts' in classifier ? (classifier as TaughtFake).texts : null;
  };
  return { teacher, shipped, studied, read, texts, lessons };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a reading', () => {
  it('is read with what ships where nothing was taught', async () => {
    const { teacher, shipped } = life([]);
    expect(await teacher.forReading()).toEqual({ classifier: shipped, trouble: null });
  });

  it('is read with the lessons; the next one too, and nothing is read twice', async () => {
    const { texts, studied, read, teacher } = life([lesson('a'), lesson('b')]);
    expect(await texts()).toEqual(['a', 'b']);
    expect(await texts()).toEqual(['a', 'b']);
    expect(studied).toEqual(['a', 'b']);
    expect(read).toHaveBeenCalledTimes(1);
    teacher.changed();
    expect(await texts()).toEqual(['a', 'b']);
    expect(read).toHaveBeenCalledTimes(2);
    expect(studied).toEqual(['a', 'b']);
  });

  it('that begins beside another learns once', async () => {
    const { texts, studied } = life([lesson('a')]);
    expect(await Promise.all([texts(), texts(), texts()])).toEqual([['a'], ['a'], ['a']]);
    expect(studied).toEqual(['a']);
  });

  it('keeps what it began with; the next one has what changed meanwhile', async () => {
    const { teacher, texts, lessons } = life([lesson('a')]);
    const { classifier } = await teacher.forReading();
    lessons.push(lesson('b'));
    expect(await texts()).toEqual(['a']);
    teacher.changed();
    expect(await texts()).toEqual(['a', 'b']);
    expect((classifier as TaughtFake).texts).toEqual(['a']);
  });

  it('sees a change that came while the lessons were being read', async () => {
    const lessons = [lesson('a')];
    let interrupt = (): void => undefined;
    const { teacher, texts } = life(lessons, {
      lessons: async () => {
        const seen = [...lessons];
        interrupt();
        return seen;
      },
    });
    interrupt = () => {
      interrupt = () => undefined;
      lessons.push(lesson('b'));
      teacher.changed();
    };
    await texts();
    expect(await texts()).toEqual(['a', 'b']);
  });

  it('is the shipped one again when every lesson is gone', async () => {
    const { teacher, shipped, texts, lessons } = life([lesson('a')]);
    expect(await texts()).toEqual(['a']);
    lessons.length = 0;
    teacher.changed();
    expect((await teacher.forReading()).classifier).toBe(shipped);
  });

  it('learns nothing from a text without words', async () => {
    expect(await life([lesson('…'), lesson('a')]).texts()).toEqual(['a']);
  });
});

describe('a killed background', () => {
  it('reads no text again that an earlier life has read', async () => {
    await life([lesson('a'), lesson('b')]).texts();
    const next = life([lesson('a'), lesson('b'), lesson('c')]);
    expect(await next.texts()).toEqual(['a', 'b', 'c']);
    expect(next.studied).toEqual(['c']);
  });

  it('reads them again where what was kept is damaged', async () => {
    await life([lesson('a')]).texts();
    await fakeBrowser.storage.local.set({ studied: 'nonsense' });
    const next = life([lesson('a')]);
    expect(await next.texts()).toEqual(['a']);
    expect(next.studied).toEqual(['a']);
  });

  it('loses little of a long study', async () => {
    let left = 150;
    const first = life(lessonsUpTo(300));
    const { study } = first.shipped;
    first.shipped.study = (text) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return study(text);
    };
    await first.texts();
    await vi.waitFor(() => expect(left).toBeLessThan(0));
    const next = life(lessonsUpTo(300));
    await next.texts();
    await vi.waitFor(async () => expect(await next.texts()).toHaveLength(200));
    expect(next.studied.length).toBeLessThan(150);
  });
});

describe('many new lessons', () => {
  it('are not waited for; a later reading has them', async () => {
    const { texts, studied } = life(lessonsUpTo(41));
    expect(await texts()).toBeNull();
    expect(studied.length).toBeLessThan(41);
    await vi.waitFor(async () => expect(await texts()).toHaveLength(41));
  });

  it('that were learned before are', async () => {
    const first = life(lessonsUpTo(41));
    await vi.waitFor(async () => expect(await first.texts()).toHaveLength(41));
    expect(await life(lessonsUpTo(60)).texts()).toHaveLength(60);
  });
});

describe('what fails', () => {
  it('to be read leaves the shipped model, and says why; it is tried again', async () => {
    const lessons = vi.fn<TeacherNeeds['lessons']>(async () => [lesson('a')]);
    lessons.mockRejectedValueOnce(new Error('The log could not be opened.'));
    const { teacher, shipped, texts } = life([], { lessons });
    expect(await teacher.forReading()).toEqual({
      classifier: shipped,
      trouble: 'This page was read without your corrections. The log could not be opened.',
    });
    expect(await texts()).toEqual(['a']);
  });

  it('to be kept costs nothing but the next life’s time', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('the disk is full'));
    const { texts } = life([lesson('a')]);
    expect(await texts()).toEqual(['a']);
  });

  it('to load is said by whoever asked', async () => {
    const { teacher } = life([], {
      load: async () => {
        throw new Error('no model');
      },
    });
    await expect(teacher.forReading()).rejects.toThrow('no model');
  });
});

describe('a deleted clipping', () => {
  it('leaves nothing of its text behind, reading or not', async () => {
    const { teacher, texts, lessons } = life([lesson('a'), lesson('b')]);
    await texts();
    lessons.pop();
    await teacher.tidy();
    expect([...(await studyMemory.recall('m', ['a', 'b'])).keys()]).toEqual(['a']);
    lessons.pop();
    await teacher.tidy();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await texts()).toBeNull();
  });

  it('costs one look at the log, however many go at once', async () => {
    const { teacher, texts, read } = life([lesson('a')]);
    await texts();
    read.mockClear();
    await Promise.all([teacher.tidy(), teacher.tidy(), teacher.tidy()]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is no trouble where the log cannot be read', async () => {
    const first = life([lesson('a')]);
    await first.texts();
    const { teacher } = life([], {
      lessons: async () => {
        throw new Error('no log');
      },
    });
    await expect(teacher.tidy()).resolves.toBeUndefined();
  });
});
