import type { Classifier } from '../classifier/classifier.ts';
import { giveBack } from '../classifier/give-back.ts';
import type { TeachableClassifier } from '../classifier/passage-classifier.ts';
import type { StudiedLesson, StudiedText } from '../classifier/teaching/learn.ts';
import { type Lesson, standingLessons } from '../classifier/teaching/lesson.ts';
import { sentenceOf } from './answers.ts';
import type { StudyMemory } from './study-memory.ts';

/** A reading waits for no more new lessons than these, 20 ms each; more are learned beside it, for the next one. */
const MOST_AWAITED = 40;
/** Texts that are read between two saves: the background may be killed at any of them. */
const SAVE_EVERY = 100;

/** Where a teacher has everything from. */
export interface TeacherNeeds {
  /** The classifier as it ships. */
  load(): Promise<TeachableClassifier>;
  /** The reader's corrections in the order taught; none where they are not to be learned from. */
  lessons(): Promise<readonly Lesson[]>;
  memory: StudyMemory;
}

/** What one reading is read with, from its first passage to its last. */
export interface ReadingClassifier {
  classifier: Classifier;
  /** Why the reader's corrections are not in it, in a sentence. */
  trouble: string | null;
}

const textsOf = (lessons: readonly Lesson[]): Set<string> => new Set(lessons.map(({ text }) => text));

/** Teaches the classifier what the reader's corrections say, before a reading and never during one. */
export class Teacher {
  readonly #needs: TeacherNeeds;
  /** Counts the changes of the lessons. */
  #version = 0;
  #taught: { version: number; classifier: Classifier } | null = null;
  #studied: Map<string, StudiedText> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** Whether `tidy` waits for its turn. */
  #untidy = false;
  /** Whether many lessons are being learned beside the readings. */
  #beside = false;

  constructor(needs: TeacherNeeds) {
    this.#needs = needs;
  }

  /** Says that lessons may have changed: the next reading looks. */
  changed(): void {
    this.#version += 1;
  }

  /** Forgets what was made of texts that no longer teach, such as those of deleted clippings. Never rejects. */
  async tidy(): Promise<void> {
    this.changed();
    if (this.#untidy) return;
    this.#untidy = true;
    await this.#oneByOne(async () => {
      this.#untidy = false;
      await this.#needs.memory.retain(async () => textsOf(standingLessons(await this.#needs.lessons())));
    }).catch(() => undefined); // what is left is forgotten with the next lesson
  }

  /**
   * The classifier for a new reading. Where the corrections cannot be read it is the one that ships.
   *
   * @throws what loading the model throws
   */
  async forReading(): Promise<ReadingClassifier> {
    const shipped = await this.#needs.load();
    if (this.#beside || this.#taught?.version === this.#version)
      return { classifier: this.#taught?.classifier ?? shipped, trouble: null };
    return this.#oneByOne(async () => {
      const version = this.#version;
      try {
        if (this.#taught?.version !== version) await this.#learn(shipped, version);
        return { classifier: this.#taught?.classifier ?? shipped, trouble: null };
      } catch (error) {
        const trouble = `This page was read without your corrections. ${sentenceOf(error)}`;
        return { classifier: shipped, trouble };
      }
    });
  }

  /** One after another: two readings that begin together must not study the same texts twice. */
  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #learn(shipped: TeachableClassifier, version: number): Promise<void> {
    const lessons = standingLessons(await this.#needs.lessons());
    const texts = textsOf(lessons);
    const known = this.#studied ?? (await this.#recall(shipped.name, texts));
    const missing = [...texts].filter((text) => !known.has(text));
    this.#studied = known;
    const finish = async (): Promise<void> => {
      const studied = await this.#study(shipped, texts, known);
      this.#studied = studied;
      const ready = lessons.flatMap((lesson): StudiedLesson[] => {
        const found = studied.get(lesson.text);
        return found ? [{ ...lesson, studied: found }] : [];
      });
      this.#taught = { version, classifier: ready.length > 0 ? shipped.taught(ready) : shipped };
    };
    if (missing.length <= MOST_AWAITED) return finish();
    this.#beside = true;
    finish()
      .catch(() => undefined) // not learned: the next reading begins anew, and says what is wrong
      .finally(() => {
        this.#beside = false;
      });
  }

  async #recall(model: string, texts: ReadonlySet<string>): Promise<Map<string, StudiedText>> {
    // Nothing is lost that cannot be made anew.
    return this.#needs.memory.recall(model, texts).catch(() => new Map<string, StudiedText>());
  }

  /** Reads the texts that are not known yet, and keeps what was made of all of them. */
  async #study(
    shipped: TeachableClassifier,
    texts: ReadonlySet<string>,
    known: ReadonlyMap<string, StudiedText>,
  ): Promise<Map<string, StudiedText>> {
    const studied = new Map<string, StudiedText>();
    // A disk that is full costs the next life of the background this work once more.
    const keep = (all: ReadonlyMap<string, StudiedText>): Promise<void> =>
      this.#needs.memory.keep(shipped.name, all).catch(() => undefined);
    let read = 0;
    for (const text of texts) {
      const found = known.get(text) ?? null;
      if (!found) await giveBack();
      const made = found ?? shipped.study(text);
      if (made) studied.set(text, made);
      if (found) continue;
      read += 1;
      if (read % SAVE_EVERY === 0) await keep(new Map([...known, ...studied]));
    }
    const same = studied.size === known.size && [...studied.keys()].every((text) => known.has(text));
    if (!same) await keep(studied);
    return studied;
  }
}
