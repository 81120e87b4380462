import { collapse } from '../article/block-text.ts';
import type { ClippingRow } from '../clippings/schema.ts';
import { anchorAll, type Locate } from './anchor.ts';
import type { KeptMark } from './annotations.ts';
import type { Anchored } from './page-reading.ts';
import { buildPageText, type PageText } from './page-text.ts';
import { pause } from './pause.ts';
import type { Unit } from './units.ts';

/** A clipping this near to its whole block is the block's. */
const WHOLE = 0.9;

/** The clippings of this page's article, each with where its words are today. */
export class KeptClippings {
  #doc: Document;
  #units: readonly Unit[] = [];
  #byText = new Map<string, number>();
  readonly #locate: Locate;
  readonly #observer: MutationObserver;
  #pageText: Promise<PageText> | null = null;
  #rows = new Map<string, ClippingRow>();
  #ranges = new Map<string, Range | null>();
  /** The words of each range as they were found. */
  #found = new Map<string, string>();
  /** What was said of each clipping last. */
  #said = new Map<string, Anchored['state']>();
  #states = new Map<string, Anchored['state']>();

  constructor(doc: Document, locate: Locate) {
    this.#doc = doc;
    this.#locate = locate;
    this.#observer = new MutationObserver(() => {
      this.#pageText = null;
      this.#observer.disconnect();
    });
  }

  /** What was read, and in which document: the page's own, or a frame's of the same site. */
  read(units: readonly Unit[]): void {
    this.#units = units;
    this.#byText = new Map(units.map((unit) => [collapse(unit.text), unit.index]));
    this.#doc = units[0]?.places[0]?.element.ownerDocument ?? this.#doc;
    this.#pageText = null;
  }

  /** The page's text index: built once, and again after the page has changed. */
  pageText(): Promise<PageText> {
    if (this.#pageText === null) {
      const root = this.#doc.documentElement;
      if (root) this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
      this.#pageText = buildPageText(this.#doc, pause);
    }
    return this.#pageText;
  }

  /** Makes these the kept ones; those whose words have no place yet are pending. */
  set(rows: readonly ClippingRow[]): void {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    for (const id of this.#states.keys()) {
      if (this.#rows.has(id)) continue;
      this.#states.delete(id);
      this.#ranges.delete(id);
    }
    for (const id of this.#rows.keys()) if (!this.#states.has(id)) this.#states.set(id, 'pending');
  }

  /** The page has changed: those not found, and those whose words are not where they were, are pending again. */
  lookAgain(): void {
    for (const id of this.#states.keys()) {
      const range = this.#ranges.get(id);
      if (range?.startContainer.isConnected && range.toString() === this.#found.get(id)) continue;
      this.#states.set(id, 'pending');
      this.#ranges.delete(id);
    }
  }

  /** Looks for the words of every pending clipping. Returns what became of those, where it was not said before. */
  async anchor(signal: AbortSignal): Promise<{ id: string; state: 'exact' | 'near' | 'not-found' }[]> {
    const pending = [...this.#rows.values()].filter((row) => this.#states.get(row.id) === 'pending');
    if (pending.length === 0) return [];
    const results = await anchorAll(await this.pageText(), pending, this.#locate);
    signal.throwIfAborted();
    const known = results.filter(({ id }) => this.#rows.has(id));
    for (const { id, state, range } of known) {
      this.#states.set(id, state);
      this.#ranges.set(id, range);
      this.#found.set(id, range?.toString() ?? '');
    }
    const news = known.filter(({ id, state }) => this.#said.get(id) !== state);
    for (const { id, state } of news) this.#said.set(id, state);
    return news.map(({ id, state }) => ({ id, state }));
  }

  rows(): ClippingRow[] {
    return [...this.#rows.values()];
  }

  /** The clipping of a block, or null. */
  ofBlock(index: number): ClippingRow | null {
    return this.rows().find((row) => this.#blockOf(row) === index) ?? null;
  }

  /** The block that a clipping is all of, by its words: after an edit, or on a list, the block's number may lie. */
  #blockOf(row: ClippingRow): number | null {
    const said = this.#byText.get(collapse(row.quote));
    if (said !== undefined) return said;
    const range = this.#ranges.get(row.id);
    if (!range) return null;
    const unit = this.#units.find(({ places }) =>
      places[0]?.nodes.some((node) => node === range.startContainer),
    );
    return unit && range.toString().length >= WHOLE * unit.text.length ? unit.index : null;
  }

  range(id: string): Range | null {
    return this.#ranges.get(id) ?? null;
  }

  marks(): KeptMark[] {
    return [...this.#rows.values()].map((row) => ({
      id: row.id,
      block: this.#blockOf(row),
      range: this.range(row.id),
    }));
  }

  states(): Anchored[] {
    return [...this.#states].map(([id, state]) => ({ id, state }));
  }

  /** Forgets everything and listens to nothing. */
  clear(): void {
    this.#observer.disconnect();
    this.#pageText = null;
    this.#rows.clear();
    this.#ranges.clear();
    this.#found.clear();
    this.#said.clear();
    this.#states.clear();
  }
}
