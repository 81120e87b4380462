import type { Place } from '../article/article.ts';
import type { TaggedPassage } from '../classifier/classifier.ts';
import { createGrounds, type Grounds } from './background-colour.ts';
import type { ClipOutcome } from './card.ts';
import { CardHolder } from './card-holder.ts';
import { elementOf } from './dom.ts';
import { createHost, type Host } from './host.ts';
import { type LayoutWatch, watchLayout } from './layout-watch.ts';
import { createMargin, type Margin } from './margin.ts';
import { markOf } from './mark-button.ts';
import { hitsText, isForPage } from './page-click.ts';
import { createPainter } from './paint.ts';
import { createPassageText, type PassageText, signalRanges } from './passage-text.ts';
import type { Sheets } from './session-ports.ts';
import { createSheetLoans } from './sheet-loans.ts';

/** A passage with its places: one for a block; headline, and teaser where there is one, for a story. */
export interface AnnotatedPassage {
  passage: TaggedPassage;
  places: Place[];
  noun: 'paragraph' | 'headline';
  /** As people count: from 1. */
  number: number;
}

/** A clipping of this page: its block, when it was clipped from one, and its words' place, when they were found. */
export interface KeptMark {
  id: string;
  block: number | null;
  range: Range | null;
}

export interface AnnotationOptions {
  doc: Document;
  /** A list of stories: glyphs without names. */
  list: boolean;
  tint: boolean;
  margin: boolean;
  /** The style sheets of marks and card, and of what is painted; whether the browser put the latter into `doc`. */
  sheets: Sheets;
  styled: boolean;
  /** `open` only where a test must look inside. */
  rootMode?: 'open' | 'closed';
  /** False once the extension was updated or removed under the page; then nothing of this is drawn again. */
  alive?(): boolean;
  onClip(index: number): Promise<ClipOutcome>;
  onUnclip(index: number): Promise<ClipOutcome>;
}

/** Everything of ours that is seen on a page. */
export interface Annotations {
  /** Marks these; a passage known already is replaced. */
  add(passages: AnnotatedPassage[]): void;
  /** Marks these and no others; what is marked already in the same place stays as it is. */
  replace(passages: AnnotatedPassage[]): void;
  /** Takes at once what stands on words that have changed or gone. */
  changed(records: readonly MutationRecord[]): void;
  /** Makes these the kept ones. */
  setKept(kept: readonly KeptMark[]): void;
  setOptions(options: { tint: boolean; margin: boolean }): void;
  /** Scrolls to a passage and lights it up for a moment; false when the page no longer has it. */
  show(index: number): boolean;
  /** Scrolls to words and lights them up for a moment. */
  showRange(range: Range): void;
  /** Takes everything of ours out of the page. What comes after begins anew. */
  clear(): void;
}

interface Entry {
  annotated: AnnotatedPassage;
  words: PassageText;
  ranges: Range[];
}

const FLASH_MS = 1600;
/** A clipping this near to its whole block is the block: the ribbon says so, no underline. */
const WHOLE = 0.9;

/** Marks and paint for `options.doc`. Nothing is put into the page before there is something to show. */
export function createAnnotations(options: AnnotationOptions): Annotations {
  const { doc, list } = options;
  const view = doc.defaultView ?? window;
  const painter = createPainter(doc, createSheetLoans(options.sheets.paint, options.styled ? doc : null));
  const entries = new Map<number, Entry>();
  let { tint, margin: marksShown } = options;
  let kept: KeptMark[] = [];
  let layer: {
    host: Host;
    margin: Margin;
    watch: LayoutWatch;
    card: CardHolder;
    ends: AbortController;
  } | null = null;
  let grounds: Grounds | null = null;
  let frame = 0;
  let moving = false;
  let flashEnds = 0;

  /** Measured once a frame: pages restyle themselves between frames. */
  const groundsNow = (): Grounds => {
    grounds ??= createGrounds(doc);
    schedule();
    return grounds;
  };
  const orphaned = () => options.alive?.() === false;
  const schedule = () => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (orphaned()) return clear();
      const now = createGrounds(doc);
      grounds = null;
      if (!layer) return;
      layer.host.attach();
      moving = layer.margin.layout(now).moving;
      layer.card.place();
    });
  };
  const layerNow = () => {
    if (layer) return layer;
    const ends = new AbortController();
    const host = createHost(doc, options.sheets.layer, options.rootMode);
    const margin = createMargin(doc, host, list);
    const card = new CardHolder(
      doc,
      host,
      margin,
      { clip: options.onClip, unclip: options.onUnclip },
      ends.signal,
    );
    const watch = watchLayout(
      doc,
      (by) => {
        if (by === 'layout' || moving) schedule();
      },
      ends.signal,
    );
    host.marks.addEventListener('click', (event) => {
      const target = event.target instanceof view.Element ? event.target.closest('button') : null;
      const index = margin.indexOf(target);
      if (event.isTrusted && index !== null) toggleCard(index, true);
    });
    doc.addEventListener('click', (event) => onPageClick(event), { signal: ends.signal });
    host.attach();
    layer = { host, margin, watch, card, ends };
    return layer;
  };

  const isKept = (index: number) => kept.some(({ block }) => block === index);
  const whereOf = ({ noun, number }: AnnotatedPassage) => `${noun} ${number}`;

  const openCard = (index: number, focus: boolean) => {
    const entry = entries.get(index);
    const [place] = entry?.annotated.places ?? [];
    if (!entry || !place?.element.isConnected) return;
    layerNow().card.open(
      {
        index,
        place,
        content: {
          passage: entry.annotated.passage,
          text: entry.words.text,
          where: whereOf(entry.annotated),
          kept: isKept(index),
          tone: groundsNow().of(place.element).tone,
        },
      },
      focus,
    );
    schedule();
  };
  const toggleCard = (index: number, focus: boolean) => {
    if (layer?.card.index === index) layer.card.close();
    else openCard(index, focus);
  };
  const onPageClick = (event: MouseEvent) => {
    if (orphaned()) return clear();
    if (!event.isTrusted || !layer || event.composedPath().includes(layer.host.element)) return;
    const hit = isForPage(event)
      ? [...entries].find(([, { ranges }]) => hitsText(ranges, event.clientX, event.clientY))
      : undefined;
    if (hit) toggleCard(hit[0], false);
    else layer.card.close();
  };

  const paint = (index: number, entry: Entry) => {
    const ranges = tint ? signalRanges(entry.annotated.passage, entry.words) : [];
    entry.ranges = ranges.map(({ range }) => range);
    painter.signals(index, ranges, groundsNow());
  };
  const mark = (index: number, { annotated }: Entry) => {
    const [place] = annotated.places;
    const content = marksShown ? markOf(annotated.passage, whereOf(annotated), isKept(index)) : null;
    if (!place || (!content && !layer)) return;
    const { margin, watch } = layerNow();
    margin.set(index, place, content);
    if (content && place.element.isConnected) watch.watch(place.element);
    schedule();
  };
  const drop = (index: number) => {
    if (layer?.card.index === index) layer.card.close();
    painter.unpaint(index);
    const [place] = entries.get(index)?.annotated.places ?? [];
    if (place) layer?.margin.set(index, place, null);
    entries.delete(index);
    schedule();
  };
  const add = (passages: readonly AnnotatedPassage[]) => {
    for (const annotated of passages) {
      const { index } = annotated.passage;
      const entry = { annotated, words: createPassageText(doc, annotated.places), ranges: [] };
      entries.set(index, entry);
      paint(index, entry);
      mark(index, entry);
    }
    if (passages.length > 0 && tint) layerNow();
  };
  const paintKept = () => {
    const alone = kept.filter(({ block, range }) => range && !coversBlock(range, block));
    painter.kept(
      alone.flatMap(({ range }) => (range ? [range] : [])),
      groundsNow(),
    );
  };
  /** Whether a mark's ribbon already says that these words are kept. */
  const coversBlock = (range: Range, block: number | null) => {
    const entry = block === null ? undefined : entries.get(block);
    return marksShown && entry !== undefined && range.toString().length >= WHOLE * entry.words.text.length;
  };

  const scrollTo = (range: Range) => {
    const element = elementOf(range.startContainer);
    const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const tall = range.getBoundingClientRect().height > view.innerHeight * 0.8;
    element?.scrollIntoView({ block: tall ? 'start' : 'center', behavior: still ? 'instant' : 'smooth' });
    painter.flash(range, groundsNow());
    view.clearTimeout(flashEnds);
    flashEnds = view.setTimeout(() => painter.flash(null, groundsNow()), FLASH_MS);
  };

  const clear = () => {
    view.cancelAnimationFrame(frame);
    view.clearTimeout(flashEnds);
    frame = 0;
    layer?.card.close();
    layer?.ends.abort();
    layer?.host.remove();
    layer = null;
    grounds = null;
    entries.clear();
    kept = [];
    painter.clear();
  };

  return {
    add,
    replace(passages) {
      const now = new Map(passages.map((one) => [one.passage.index, one]));
      for (const [index, { annotated }] of [...entries]) if (!isSame(annotated, now.get(index))) drop(index);
      add(passages.filter(({ passage }) => !entries.has(passage.index)));
      layer?.watch.tidy();
    },
    changed(records) {
      const changed = records.filter(({ type }) => type === 'characterData').map(({ target }) => target);
      const removed = records.some(({ removedNodes }) => removedNodes.length > 0);
      if (changed.length === 0 && !removed) return;
      for (const [index, { annotated }] of [...entries]) {
        const nodes = annotated.places.flatMap((place) => place.nodes);
        if (nodes.some((node) => changed.includes(node) || !node.isConnected)) drop(index);
      }
      const stale = ({ range }: KeptMark) => range && changed.some((node) => range.intersectsNode(node));
      if (!kept.some(stale)) return;
      kept = kept.map((mark) => (stale(mark) ? { ...mark, range: null } : mark));
      paintKept();
    },
    setKept(now) {
      kept = [...now];
      for (const [index, entry] of entries) mark(index, entry);
      paintKept();
      if (layer?.card.index != null) layer.card.setKept(isKept(layer.card.index));
    },
    setOptions(chosen) {
      tint = chosen.tint;
      marksShown = chosen.margin;
      for (const [index, entry] of entries) {
        paint(index, entry);
        mark(index, entry);
      }
      paintKept();
    },
    show(index) {
      const range = entries.get(index)?.words.whole() ?? null;
      if (range) scrollTo(range);
      return range !== null;
    },
    showRange(range) {
      if (range.startContainer.isConnected) scrollTo(range);
    },
    clear,
  };
}

/** Whether a passage is marked already as it should be: the same words in the same nodes, said the same of. */
function isSame(marked: AnnotatedPassage, now: AnnotatedPassage | undefined): boolean {
  const nodes = now?.places.flatMap((place) => place.nodes);
  return (
    marked.number === now?.number &&
    JSON.stringify(marked.passage) === JSON.stringify(now.passage) &&
    marked.places.flatMap((place) => place.nodes).every((node, at) => node === nodes?.[at])
  );
}
