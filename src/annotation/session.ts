import { findArticle } from '../article/find.ts';
import type { TaggedPassage } from '../classifier/classifier.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import { type Annotations, createAnnotations } from './annotations.ts';
import { clipOfRange, clipOfUnit } from './clips.ts';
import { describeFound, failedReading, newReading } from './first-word.ts';
import { KeptClippings } from './kept-clippings.ts';
import type { PageReading } from './page-reading.ts';
import { pause } from './pause.ts';
import { Publisher } from './publisher.ts';
import type { Outcome, PageClip, PageSettings, SessionPorts } from './session-ports.ts';
import { annotated, listed, withoutTags } from './shown-passages.ts';
import { fromVisible, minutesOf, type Readable, readableOf, requestOf, type Unit } from './units.ts';

/** One page's reading from the first press to the page's end: what was found, what is marked, what is kept. */
export class Session {
  readonly #doc: Document;
  readonly #ports: SessionPorts;
  readonly #publisher: Publisher;
  readonly #kept: KeptClippings;
  readonly #tagged = new Map<number, TaggedPassage>();
  #reading: PageReading = newReading();
  #readable: Readable | null = null;
  #annotations: Annotations | null = null;
  #settings: PageSettings = { tint: true, margin: true, tagsOff: [] };
  /** The layer's style sheet; empty until it is here, and nothing is drawn before. */
  #css = '';
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
    if (on) await this.#show();
    else await this.#hide();
    this.#publish();
  }

  /** Scrolls to a passage; false when the page no longer has it. */
  scrollTo(index: number): boolean {
    if (this.#annotations?.show(index)) return true;
    const element = this.#readable?.units[index]?.places[0]?.element;
    element?.scrollIntoView({ block: 'center' });
    return element?.isConnected === true;
  }

  /** Scrolls to a clipping; false when its words were not found. */
  scrollToClipping(id: string): boolean {
    const range = this.#kept.range(id);
    if (!range) return false;
    if (this.#annotations) this.#annotations.showRange(range);
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
    this.#annotations?.setKept(this.#kept.marks());
    this.#publish();
  }

  /** What the reader chose takes effect at once. */
  async applySettings(settings: PageSettings): Promise<void> {
    this.#settings = settings;
    this.#unpaint();
    if (this.#reading.marks) await this.#show();
    this.#publish();
  }

  /** The page shows other words under the same document: forget the old ones, and read these. */
  async relocate(): Promise<void> {
    if (this.#finding) await this.#start(false);
  }

  /** Takes everything of ours out of the page. */
  async dispose(): Promise<void> {
    this.stop();
    this.#present.abort();
    this.#publisher.cancel();
    await this.#hide();
    this.#kept.clear();
    this.#tagged.clear();
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
    this.#reading = { ...newReading(), marks };
    this.#publish();
    try {
      this.#finding = this.#find(force, signal);
      await this.#finding;
      if (this.#readable) await this.#readAll(this.#readable, signal);
      this.#reading.phase = 'done';
    } catch (error) {
      if (signal !== this.#running.signal) return;
      this.#reading = signal.aborted
        ? { ...this.#reading, phase: 'stopped' }
        : failedReading(this.#reading, error);
    }
    this.#publish();
  }

  async #find(force: boolean, signal: AbortSignal): Promise<void> {
    const [settings] = await Promise.all([this.#ports.settings(), this.#fetchStyle()]);
    this.#settings = settings;
    const found = await findArticle(this.#doc, this.#doc.location.href, {
      force,
      pause,
      detectLanguage: (sample, declared) => this.#ports.detectLanguage(sample, declared),
    });
    signal.throwIfAborted();
    this.#readable = readableOf(found);
    Object.assign(this.#reading, describeFound(found, this.#doc.contentType));
  }

  async #fetchStyle(): Promise<void> {
    if (this.#css) return;
    const css = await this.#ports.layerStyle();
    if (!css.ok) throw new Error(css.message);
    this.#css = css.value;
  }

  async #readAll(readable: Readable, signal: AbortSignal): Promise<void> {
    const units = fromVisible(readable.units);
    const minutes = readable.list ? null : minutesOf(units);
    Object.assign(this.#reading, { phase: 'reading', total: units.length, minutes });
    this.#publish();
    if (this.#reading.marks) await this.#show();
    this.#kept.read(readable.units);
    const keeping = this.#keep(readable.page.url, this.#present.signal);
    // Awaited below; until then a failure is nobody's yet.
    keeping.catch(() => undefined);
    try {
      await this.#classify(readable, units, signal);
    } finally {
      await keeping;
    }
  }

  async #classify(readable: Readable, units: Unit[], signal: AbortSignal): Promise<void> {
    const requests = units.map((unit) => requestOf(readable, unit));
    for await (const tagged of this.#ports.classify(requests, signal)) {
      this.#tagged.set(tagged.index, tagged);
      this.#reading.read += 1;
      this.#annotations?.add(annotated(this.#doc, readable, [tagged], this.#settings.tagsOff));
      this.#publisher.soon(() => this.#state());
    }
  }

  async #keep(url: string, present: AbortSignal): Promise<void> {
    const here = await this.#ports.clippingsHere(url);
    // The page may have gone on to another article meanwhile.
    if (here.ok && !present.aborted) await this.setClippings(here.value);
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
    if (!this.#readable || this.#annotations) return;
    const { tint, margin, tagsOff } = this.#settings;
    this.#annotations = createAnnotations({
      doc: this.#doc,
      list: this.#readable.list,
      tint,
      margin,
      css: this.#css,
      alive: () => this.#ports.alive(),
      onClip: (index) => this.#clip(index),
      onUnclip: (index) => this.#unclip(index),
    });
    this.#annotations.add(annotated(this.#doc, this.#readable, this.#tagged.values(), tagsOff));
    this.#annotations.setKept(this.#kept.marks());
    await this.#ports.style(true);
  }

  #unpaint(): void {
    this.#annotations?.clear();
    this.#annotations = null;
  }

  async #hide(): Promise<void> {
    if (!this.#annotations) return;
    this.#unpaint();
    await this.#ports.style(false);
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
