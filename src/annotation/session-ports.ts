import type { PageIdentity } from '../article/article.ts';
import type { ClassifyRequest, TaggedPassage } from '../classifier/classifier.ts';
import type { ClippingRow, ClippingTag } from '../clippings/schema.ts';
import type { TagId } from '../framework/tag-ids.ts';
import type { Located, Quote } from '../selectors/locate.ts';
import type { AnchorState, Selectors } from '../selectors/selectors.ts';
import type { PageReading } from './page-reading.ts';

/** Done, with what was asked for; or a sentence that says why not. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; message: string };

/** A quote of this page, ready to be kept. */
export interface PageClip {
  page: PageIdentity;
  quote: string;
  selectors: Selectors;
  block: number | null;
  tags: ClippingTag[];
}

/** What of the reader's choices a page needs. */
export interface PageSettings {
  tint: boolean;
  margin: boolean;
  tagsOff: TagId[];
}

/** Style sheets, as text. */
export interface Sheets {
  layer: string;
  paint: string;
}

/** What a session needs of the world outside the page. None of it throws but `classify`. */
export interface SessionPorts {
  /** False once the extension was updated or removed under the page: then everything of ours has to go. */
  alive(): boolean;
  classify(passages: readonly ClassifyRequest[], signal: AbortSignal): AsyncIterable<TaggedPassage>;
  /** The language of a text, as a BCP 47 tag or null, given what the page declares. */
  detectLanguage(sample: string, declared: string | null): Promise<string | null>;
  publish(reading: PageReading): void;
  clip(clip: PageClip): Promise<Outcome<ClippingRow>>;
  unclip(id: string): Promise<Outcome<null>>;
  clippingsHere(canonical: string): Promise<Outcome<ClippingRow[]>>;
  locate(text: string, quotes: readonly Quote[]): Promise<Located[]>;
  anchored(results: { id: string; state: AnchorState }[]): void;
  style(on: boolean): Promise<void>;
  /** The sheets that the browser can't put in: marks and card for our own tree, paint for shadow roots and frames. */
  sheets(): Promise<Outcome<Sheets>>;
  settings(): Promise<PageSettings>;
}
