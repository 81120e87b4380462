import type { TaggedPassage } from '../classifier/classifier.ts';
import { type Annotations, createAnnotations, type KeptMark } from './annotations.ts';
import type { ClipOutcome } from './card.ts';
import type { PageSettings, SessionPorts, Sheets } from './session-ports.ts';
import { annotated } from './shown-passages.ts';
import type { Readable } from './units.ts';

/** What is to be seen of a reading. */
interface Sight {
  readable: Readable;
  tagged: Iterable<TaggedPassage>;
  settings: PageSettings;
  sheets: Sheets;
  kept: readonly KeptMark[];
}

interface Actions {
  clip(index: number): Promise<ClipOutcome>;
  unclip(index: number): Promise<ClipOutcome>;
}

/** The marks and paint of a reading, in the document that its words are in: the page's own, or a frame's. */
export class Drawing {
  readonly #doc: Document;
  readonly #ports: Pick<SessionPorts, 'alive' | 'style'>;
  readonly #actions: Actions;
  #drawn: { annotations: Annotations; doc: Document; list: boolean } | null = null;

  constructor(doc: Document, ports: Pick<SessionPorts, 'alive' | 'style'>, actions: Actions) {
    this.#doc = doc;
    this.#ports = ports;
    this.#actions = actions;
  }

  /** What is on the page; null where nothing of ours is. */
  get annotations(): Annotations | null {
    return this.#drawn?.annotations ?? null;
  }

  /** Draws these and no others; what is drawn already stays as it is. */
  async show({ readable, tagged, settings, sheets, kept }: Sight): Promise<void> {
    const { list, units } = readable;
    const { tint, margin, tagsOff } = settings;
    // Highlights and marks belong to one document.
    const doc = units[0]?.places[0]?.element.ownerDocument ?? this.#doc;
    if (this.#drawn?.doc !== doc || this.#drawn.list !== list) this.clear();
    const begins = !this.#drawn;
    const styled = doc === this.#doc;
    const { clip: onClip, unclip: onUnclip } = this.#actions;
    const alive = () => this.#ports.alive();
    const options = { doc, list, tint, margin, sheets, styled, alive, onClip, onUnclip };
    this.#drawn ??= { annotations: createAnnotations(options), doc, list };
    this.#drawn.annotations.replace(annotated(doc, readable, tagged, tagsOff));
    this.#drawn.annotations.setKept(kept);
    if (begins) await this.#ports.style(styled);
  }

  /** Marks one more. */
  add(readable: Readable, tagged: TaggedPassage, { tagsOff }: PageSettings): void {
    if (this.#drawn) this.#drawn.annotations.add(annotated(this.#drawn.doc, readable, [tagged], tagsOff));
  }

  /** Takes everything of ours out of the page but the browser's own sheet, which is wanted again at once. */
  clear(): void {
    this.#drawn?.annotations.clear();
    this.#drawn = null;
  }

  async hide(): Promise<void> {
    if (!this.#drawn) return;
    this.clear();
    await this.#ports.style(false);
  }
}
