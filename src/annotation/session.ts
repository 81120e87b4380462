import type { Found } from '../article/article.ts';
import { findArticle } from '../article/find.ts';
import type { TaggedPassage } from '../classifier/classifier.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import { clipOfRange, clipOfUnit } from './clips.ts';
import { Drawing } from './drawing.ts';
import { describeFound, failedReading, newReading } from './first-word.ts';
import { KeptClippings } from './kept-clippings.ts';
import type { PageReading } from './page-reading.ts';
import { type Came, type PageWatch, watchPage } from './page-watch.ts';
import { pause } from './pause.ts';
import { Publisher } from './publisher.ts';
import { carried, createMeanings, isGone, isSame, keyOf, treesOf } from './renewal.ts';
import type { Outcome, PageClip, PageSettings, SessionPorts, Sheets } from './session-ports.ts';
import { listed, withoutTags } from './shown-passages.ts';
import { fromVisible, minutesOf, type Readable, readableOf, requestOf, type Unit } from './units.ts';

/** How long a page that nobody watches may take to put its new words in. */
const SETTLE_MS = 600;

/** One page's reading from the first press to the page's end: what was found, what is marked, what is kept. */
export class Session {
  readonly #doc: Document;
  readonly #ports: SessionPorts;
  readonly #publisher: Publisher;
  readonly #kept: KeptClippings;
  #tagged = new Map<number, TaggedPassage>();
  /** What was said of words, by the words: a page may take them away and bring them back. */
  readonly #seen = new Map<string, TaggedPassage>();
  #reading: PageReading = newReading();
  #readable: Readable | null = null;
  readonly #drawing: Drawing;
  #settings: PageSettings = { tint: true, margin: true, tagsOff: [] };
  /** Nothing is drawn before they are here. */
  #sheets: Sheets | null = null;
  #watch: PageWatch | null = null;
  #meaningOf = createMeanings([]);
  #force = false;
  /** The article whose clippings were asked for. */
  #keptUrl: string | null = null;
  /** Ends with the reading; the other with what was read. */
  #running = new AbortController();
  #present = new AbortController();
  /** Looking for the article; null for a page not yet begun. */
  #finding: Promise<void> | null = null;

  constructor(doc: Document, ports: SessionPorts) {
    this.#doc = doc;
    this.#ports = ports;
    this.#publisher = new Publisher((reading) => ports.publish(reading));
    this.#kept = new KeptClippings(doc, (text, quotes) => ports.locate(text, quotes));
    this.#drawing = new Drawing(doc, ports, {
      clip: (index) => this.#clip(index),
      unclip: (index) => this.#unclip(index),
    });
  }

  /** The button was pressed: reads a page not yet begun, says again how one stands that was. */
  async meet(): Promise<void> {
    if (this.#finding) this.#publish();
    else await this.#start(false);
  }

  /** Reads the page, and again where a reading stopped or failed; one that runs or is done is left alone. */
  async read(force: boolean): Promise<void> {
    const { phase } = this.#reading;
    if (force || phase === 'failed' || phase === 'stopped') await this.#start(force);
    else await this.meet();
  }

  /** Says again how the page stands: it was hidden, or somebody lost count. */
  sayAgain(): void {
    if (this.#finding) this.#publish();
  }

  /** The state's id, by which a late word of this document is told. */
  get document(): string {
    return this.#reading.document;
  }

  /** Stops the reading; what was found stays. */
  stop(): void {
    this.#running.abort(new DOMException('The reader stopped the reading.', 'AbortError'));
  }

  /** The shortcut: reads a page that was not read, shows or hides the marks of one that was. */
  async toggle(): Promise<void> {
    if (this.#readable) await this.setMarks(!this.#reading.marks);
    else await this.meet();
  }

  /** Shows or hides everything of ours on the page. Hidden leaves no trace but this session itself. */
  async setMarks(on: boolean): Promise<void> {
    this.#reading.marks = on;
    if (on && this.#finding) {
      this.#attend();
      // The page may have changed while nobody watched.
      this.#watch?.nudge();
      await this.#show();
    } else {
      this.#unwatch();
      await this.#drawing.hide();
    }
    this.#publish();
  }

  /** Scrolls to a passage; false when the page no longer has it. */
  scrollTo(index: number): boolean {
    if (this.#drawing.annotations?.show(index)) return true;
    const element = this.#readable?.units[index]?.places[0]?.element;
    element?.scrollIntoView({ block: 'center' });
    return element?.isConnected === true;
  }

  /** Scrolls to a clipping; false when its words were not found. */
  scrollToClipping(id: string): boolean {
    const range = this.#kept.range(id);
    if (!range) return false;
    if (this.#drawing.annotations) this.#drawing.annotations.showRange(range);
    else range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return true;
  }

  /** A passage ready to be clipped, or null when the page no longer has it. */
  async passage(index: number): Promise<PageClip | null> {
    const readable = this.#readable;
    const unit = readable?.units[index];
    if (!readable || !unit) return null;
    const tagged = this.#tagged.get(index);
    const allowed = tagged ? withoutTags(tagged, this.#settings.tagsOff) : null;
    return clipOfUnit(await this.#kept.pageText(), readable.page, unit, allowed);
  }

  /** What the reader has selected, tagged and ready to be clipped, or null when nothing is. */
  async selection(): Promise<PageClip | null> {
    // Where it failed the state says so, and the page's identity may be known all the same.
    await this.#finding?.catch(() => undefined);
    const selection = this.#doc.getSelection();
    const { page } = this.#reading;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !page) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const pageText = await this.#kept.pageText();
    const clip = clipOfRange(pageText, page, range);
    if (!clip) return null;
    const context = { title: page.title };
    const request = { index: 0, text: clip.quote, kind: 'paragraph' as const, context };
    try {
      for await (const tagged of this.#ports.classify([request], this.#present.signal)) {
        return clipOfRange(pageText, page, range, withoutTags(tagged, this.#settings.tagsOff));
      }
    } catch {
      // Kept without tags, which the reader can add: the words are what was asked for.
    }
    return clip;
  }

  /** What is kept of an article changed; what is not of this one comes too late. */
  async clippingsChanged(rows: readonly ClippingRow[]): Promise<void> {
    const url = this.#reading.page?.url;
    if (rows.every((row) => row.articleUrl === url)) await this.setClippings(rows);
  }

  /** Makes these the clippings of this page. */
  async setClippings(rows: readonly ClippingRow[]): Promise<void> {
    this.#kept.set(rows);
    const results = await this.#kept.anchor(this.#present.signal);
    if (results.length > 0) this.#ports.anchored(results);
    this.#drawing.annotations?.setKept(this.#kept.marks());
    this.#publish();
  }

  /** What the reader chose takes effect at once. */
  async applySettings(settings: PageSettings): Promise<void> {
    this.#settings = settings;
    this.#drawing.clear();
    if (this.#reading.marks) await this.#show();
    this.#publish();
  }

  /**
   * The page has another address under the same document, or came back from the browser's cache: other words may be
   * there, or come yet. What is marked stays as long as its words do.
   */
  relocate(): void {
    const present = this.#present.signal;
    if (this.#watch) this.#watch.nudge();
    // Hidden marks have no watch.
    else if (this.#finding) setTimeout(() => !present.aborted && void this.#renew(), SETTLE_MS);
  }

  /** Takes everything of ours out of the page. */
  async dispose(): Promise<void> {
    this.stop();
    this.#present.abort();
    this.#publisher.cancel();
    this.#unwatch();
    await this.#drawing.hide();
    this.#kept.clear();
    this.#keptUrl = null;
    this.#tagged.clear();
    this.#seen.clear();
    this.#readable = null;
    this.#finding = null;
  }

  async #start(force: boolean): Promise<void> {
    const { marks } = this.#reading;
    await this.dispose();
    // Another start may have begun while the page was tidied: the later one goes on alone.
    this.stop();
    this.#running = new AbortController();
    this.#present = new AbortController();
    const { signal } = this.#running;
    this.#force = force;
    this.#reading = { ...newReading(), marks };
    this.#publish();
    await this.#run(signal, async () => {
      if (marks) this.#attend();
      this.#finding = this.#begin(signal);
      await this.#finding;
      await this.#readAll(signal);
    });
  }

  async #run(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (signal !== this.#running.signal) return;
      this.#reading.phase = 'done';
    } catch (error) {
      if (signal !== this.#running.signal) return;
      this.#reading = signal.aborted
        ? { ...this.#reading, phase: 'stopped' }
        : failedReading(this.#reading, error);
    }
    this.#publish();
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const [settings] = await Promise.all([this.#ports.settings(), this.#fetchSheets()]);
    this.#settings = settings;
    this.#adopt(await this.#find(signal));
  }

  async #fetchSheets(): Promise<void> {
    if (this.#sheets) return;
    const sheets = await this.#ports.sheets();
    if (!sheets.ok) throw new Error(sheets.message);
    this.#sheets = sheets.value;
  }

  async #find(signal: AbortSignal): Promise<Found> {
    const found = await findArticle(this.#doc, this.#doc.location.href, {
      force: this.#force,
      pause,
      detectLanguage: (sample, declared) => this.#ports.detectLanguage(sample, declared),
    });
    signal.throwIfAborted();
    return found;
  }

  /** Makes this what the page is. What was said of its words before holds. */
  #adopt(found: Found): void {
    this.#readable = readableOf(found);
    const units = this.#readable?.units ?? [];
    this.#tagged = carried(this.#seen, units);
    this.#meaningOf = createMeanings(units);
    const { length: total } = units;
    const count = { minutes: null, total, read: this.#tagged.size, frameUrl: null };
    Object.assign(this.#reading, count, describeFound(found, this.#doc.contentType));
    this.#watch?.watch(treesOf(this.#doc, units));
    // The page may have changed while it was looked at.
    if (units.some(isGone)) this.#watch?.nudge();
  }

  /** Follows the page from now on, as long as marks are shown. */
  #attend(): void {
    this.#watch ??= watchPage(this.#doc, {
      changed: (records) => {
        if (!this.#ports.alive()) void this.dispose();
        this.#drawing.annotations?.changed(records);
        return this.#meaningOf(records);
      },
      rested: () => this.#renew(),
    });
    this.#watch.watch(treesOf(this.#doc, this.#readable?.units ?? []));
  }

  /** Looks again at a page that has changed, and reads what is new. */
  async #renew(): Promise<Came> {
    const { phase } = this.#reading;
    if (phase === 'finding' || phase === 'stopped' || phase === 'failed') return 'nothing';
    let found: Found;
    try {
      found = await this.#find(this.#present.signal);
    } catch (error) {
      if (!this.#present.signal.aborted) {
        this.#reading = failedReading(this.#reading, error);
        this.#publish();
      }
      return 'nothing';
    }
    const now = readableOf(found);
    if (now && this.#readable && isSame(this.#readable, now)) {
      if (this.#reading.marks) await this.#show();
      await this.#keepAgain();
      return 'nothing';
    }
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#adopt(found);
    const fresh = this.#tagged.size < this.#reading.total;
    void this.#run(signal, () => this.#readAll(signal));
    if (!now) return 'nothing';
    return fresh ? 'new' : 'same';
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const readable = this.#readable;
    if (!readable) return this.#drawing.hide();
    const units = fromVisible(readable.units);
    const waiting = units.filter(({ index }) => !this.#tagged.has(index));
    if (!readable.list) this.#reading.minutes = minutesOf(units);
    if (waiting.length > 0) this.#reading.phase = 'reading';
    this.#publish();
    if (this.#reading.marks) await this.#show();
    this.#kept.read(readable.units);
    const { url } = readable.page;
    const keeping = url === this.#keptUrl ? this.#keepAgain() : this.#keep(url, this.#present.signal);
    // Awaited below; until then a failure is nobody's yet.
    keeping.catch(() => undefined);
    try {
      await this.#classify(readable, waiting, signal);
    } finally {
      await keeping;
    }
  }

  async #classify(readable: Readable, units: Unit[], signal: AbortSignal): Promise<void> {
    const requests = units.map((unit) => requestOf(readable, unit));
    for await (const tagged of this.#ports.classify(requests, signal)) {
      this.#tagged.set(tagged.index, tagged);
      const unit = readable.units[tagged.index];
      if (unit) this.#seen.set(keyOf(unit), tagged);
      this.#reading.read += 1;
      this.#drawing.add(readable, tagged, this.#settings);
      this.#publisher.soon(() => this.#state());
    }
  }

  async #keep(url: string, present: AbortSignal): Promise<void> {
    // The last article's must not be looked for in this one.
    if (this.#keptUrl !== null) await this.setClippings([]);
    this.#keptUrl = url;
    const here = await this.#ports.clippingsHere(url);
    // The page may have gone on to another article meanwhile.
    if (here.ok && !present.aborted && this.#keptUrl === url) await this.setClippings(here.value);
  }

  /** Where the clippings' words are now. */
  async #keepAgain(): Promise<void> {
    this.#kept.lookAgain();
    await this.setClippings(this.#kept.rows());
  }

  #state(): PageReading {
    const passages = this.#readable
      ? listed(this.#readable, this.#tagged.values(), this.#settings.tagsOff)
      : [];
    return { ...this.#reading, passages, clippings: this.#kept.states() };
  }

  #publish(): void {
    this.#publisher.now(this.#state());
  }

  async #show(): Promise<void> {
    const readable = this.#readable;
    if (!readable || !this.#sheets) return;
    const kept = this.#kept.marks();
    const tagged = this.#tagged.values();
    await this.#drawing.show({ readable, tagged, settings: this.#settings, sheets: this.#sheets, kept });
  }

  #unwatch(): void {
    this.#watch?.stop();
    this.#watch = null;
  }

  async #clip(index: number): Promise<Outcome<null>> {
    const clip = await this.passage(index);
    if (!clip) return { ok: false, message: 'The page has replaced this passage. Read the page again.' };
    const kept = await this.#ports.clip(clip);
    if (!kept.ok) return kept;
    await this.setClippings([...this.#kept.rows(), kept.value]);
    return { ok: true, value: null };
  }

  async #unclip(index: number): Promise<Outcome<null>> {
    const row = this.#kept.ofBlock(index);
    if (!row) return { ok: false, message: 'This passage is not clipped any more.' };
    const gone = await this.#ports.unclip(row.id);
    if (gone.ok) await this.setClippings(this.#kept.rows().filter(({ id }) => id !== row.id));
    return gone;
  }
}
