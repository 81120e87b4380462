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
import { fromVisible, minutesOf, type Readable, readableOf, requestOf } from './units.ts';

/** One page's reading from the first press to the page's end: what was found, what is marked, what is kept. */
export class Session {
  readonly #doc: Document;
  readonly #ports: SessionPorts;
  readonly #publisher: Publisher;
  readonly #kept: KeptClippings;
  readonly #tagged = new Map<number, TaggedPassage>();
  #reading: PageReading;
  #readable: Readable | null = null;
  #annotations: Annotations | null = null;
  #settings: PageSettings = { tint: true, margin: true, tagsOff: [] };
  #running = new AbortController();
  /** Whether this document's words were looked at: the state alone does not tell a page not yet begun. */
  #begun = false;

  constructor(doc: Document, ports: SessionPorts) {
    this.#doc = doc;
    this.#ports = ports;
    this.#publisher = new Publisher((reading) => ports.publish(reading));
    this.#kept = new KeptClippings(doc);
    this.#reading = newReading();
  }

  /** Reads the page, unless it is being read or was: then says again how that stands. */
  async read(force: boolean): Promise<void> {
    const { phase } = this.#reading;
    if (!this.#begun || force || phase === 'failed' || phase === 'stopped') await this.#start(force);
    else this.#publisher.now(this.#reading);
  }

  /** Stops the reading; what was found stays. */
  stop(): void {
    this.#running.abort(new DOMException('The reader stopped the reading.', 'AbortError'));
  }

  /** The shortcut: reads a page that was not read, shows or hides the marks of one that was. */
  async toggle(): Promise<void> {
    if (this.#readable && this.#reading.phase !== 'finding') return this.setMarks(!this.#reading.marks);
    return this.read(false);
  }

  /** Shows or hides everything of ours on the page. Hidden leaves no trace but this session itself. */
  async setMarks(on: boolean): Promise<void> {
    this.#reading.marks = on;
    if (on) await this.#show();
    else await this.#hide();
    this.#publisher.now(this.#reading);
  }

  /** Scrolls to a passage; false when the page no longer has it. */
  scrollTo(index: number): boolean {
    if (this.#annotations) return this.#annotations.show(index);
    const element = this.#readable?.units[index]?.places[0]?.element;
    if (!element?.isConnected) return false;
    element.scrollIntoView({ block: 'center' });
    return true;
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
    const unit = this.#readable?.units[index];
    if (!unit || !this.#readable) return null;
    const tagged = this.#tagged.get(index);
    return clipOfUnit(
      await this.#kept.pageText(),
      this.#readable.page,
      unit,
      tagged ? this.#allowed(tagged) : null,
    );
  }

  /** What the reader has selected, tagged and ready to be clipped, or null when nothing is. */
  async selection(): Promise<PageClip | null> {
    const selection = this.#doc.getSelection();
    const page = this.#reading.page;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !page) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const clip = clipOfRange(await this.#kept.pageText(), page, range);
    if (!clip) return null;
    const request = {
      index: 0,
      text: clip.quote,
      kind: 'paragraph' as const,
      context: { title: page.title },
    };
    for await (const tagged of this.#ports.classify([request], new AbortController().signal)) {
      return clipOfRange(await this.#kept.pageText(), page, range, this.#allowed(tagged));
    }
    return clip;
  }

  /** Makes these the clippings of this page. */
  async setClippings(rows: readonly ClippingRow[]): Promise<void> {
    this.#kept.set(rows);
    const results = await this.#kept.anchor(this.#running.signal);
    if (results.length > 0) this.#ports.anchored(results);
    this.#annotations?.setKept(this.#kept.marks());
    this.#reading.clippings = this.#kept.states();
    this.#publisher.now(this.#reading);
  }

  /** What the reader chose takes effect at once. */
  async applySettings(settings: PageSettings): Promise<void> {
    this.#settings = settings;
    this.#reading.passages = [];
    for (const tagged of this.#inOrder()) this.#list(tagged);
    this.#unpaint();
    if (this.#reading.marks) await this.#show();
    this.#publisher.now(this.#reading);
  }

  /** The page shows other words under the same document: forget the old ones, and read again if they were marked. */
  async relocate(): Promise<void> {
    if (!this.#begun) return;
    const { marks } = this.#reading;
    await this.dispose();
    this.#reading = { ...newReading(), marks };
    if (marks) await this.#start(false);
    else this.#publisher.now(this.#reading);
  }

  /** Takes everything of ours out of the page. */
  async dispose(): Promise<void> {
    this.stop();
    this.#publisher.cancel();
    await this.#hide();
    this.#kept.clear();
    this.#tagged.clear();
    this.#readable = null;
    this.#begun = false;
  }

  async #start(force: boolean): Promise<void> {
    const { marks } = this.#reading;
    await this.dispose();
    this.#begun = true;
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#reading = { ...newReading(), marks };
    this.#publisher.now(this.#reading);
    try {
      this.#settings = await this.#ports.settings();
      const found = await findArticle(this.#doc, this.#doc.location.href, { force, pause });
      signal.throwIfAborted();
      this.#readable = readableOf(found);
      this.#reading = { ...this.#reading, ...describeFound(found) };
      if (this.#readable) await this.#readAll(this.#readable, signal);
      this.#reading.phase = 'done';
    } catch (error) {
      if (signal !== this.#running.signal) return;
      this.#reading = signal.aborted
        ? { ...this.#reading, phase: 'stopped' }
        : failedReading(this.#reading, error);
    }
    this.#publisher.now(this.#reading);
  }

  async #readAll(readable: Readable, signal: AbortSignal): Promise<void> {
    const units = fromVisible(readable.units);
    Object.assign(this.#reading, {
      phase: 'reading',
      total: units.length,
      minutes: readable.list ? null : minutesOf(units),
    });
    this.#publisher.now(this.#reading);
    if (this.#reading.marks) await this.#show();
    const clippings = this.#clippings(readable.page.url);
    const requests = units.map((unit) => requestOf(readable, unit));
    for await (const tagged of this.#ports.classify(requests, signal)) {
      this.#tagged.set(tagged.index, tagged);
      this.#reading.read += 1;
      this.#list(tagged);
      this.#paint([tagged]);
      this.#publisher.soon(() => this.#reading);
    }
    await clippings;
  }

  async #clippings(url: string): Promise<void> {
    const here = await this.#ports.clippingsHere(url);
    if (here.ok) await this.setClippings(here.value);
  }

  #inOrder(): TaggedPassage[] {
    return [...this.#tagged.values()].sort((a, b) => a.index - b.index);
  }

  /** A passage without the tags that the reader switched off. */
  #allowed(tagged: TaggedPassage): TaggedPassage {
    const off = new Set(this.#settings.tagsOff);
    if (off.size === 0) return tagged;
    const signals = tagged.signals
      .map((sentence) => ({ ...sentence, signals: sentence.signals.filter((id) => !off.has(id)) }))
      .filter((sentence) => sentence.signals.length > 0);
    return { ...tagged, tags: tagged.tags.filter(({ tag }) => !off.has(tag)), signals };
  }

  /** Puts a passage with tags into the state, in reading order. */
  #list(tagged: TaggedPassage): void {
    const unit = this.#readable?.units[tagged.index];
    const allowed = this.#allowed(tagged);
    if (!unit || allowed.tags.length === 0) return;
    const { passages } = this.#reading;
    const at = passages.findLastIndex((passage) => passage.index < tagged.index) + 1;
    passages.splice(at, 0, { ...allowed, text: unit.text, teaser: unit.teaser, url: unit.url });
  }

  #paint(passages: readonly TaggedPassage[]): void {
    const list = this.#readable?.list === true;
    this.#annotations?.add(
      passages.flatMap((tagged) => {
        const unit = this.#readable?.units[tagged.index];
        const passage = this.#allowed(tagged);
        if (!unit || passage.tags.length === 0) return [];
        const noun = list ? ('headline' as const) : ('paragraph' as const);
        return [{ passage, places: unit.places, noun, number: tagged.index + 1 }];
      }),
    );
  }

  async #show(): Promise<void> {
    if (!this.#readable || this.#annotations) return;
    const { tint, margin } = this.#settings;
    this.#annotations = createAnnotations({
      doc: this.#doc,
      list: this.#readable.list,
      tint,
      margin,
      onClip: (index) => this.#clip(index),
      onUnclip: (index) => this.#unclip(index),
    });
    this.#paint(this.#inOrder());
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
