import type { Settings } from '../settings/settings.ts';
import type { ClipRequest } from './clip-request.ts';
import type { Answer } from './protocol.ts';
import type { TabReading } from './tab-reading.ts';

/** What a view may do with one tab. Nothing here throws: what can't be done is answered with a sentence. */
export interface TabClient {
  /** The last known state of the tab, from memory (`storage.session`): at once, or null when it was never read. */
  last(): Promise<TabReading | null>;
  /** Calls back with every later state; with null when the tab shows another document, not yet read. */
  watch(listener: (reading: TabReading | null) => void, signal: AbortSignal): void;
  /** Reads the tab; `force` reads the whole page even where it is in another language or no article
   * was found; `again` reads afresh where a reading stopped or failed. */
  read(force: boolean, again?: boolean): Promise<Answer>;
  /** Stops the reading; what was found stays. */
  stop(): Promise<Answer>;
  /** Shows or hides every mark on the page. */
  setMarks(on: boolean): Promise<Answer>;
  /** Scrolls the page to a passage or story, and flashes its mark. */
  show(index: number): Promise<Answer>;
  /** Scrolls the page to a clipping that was found. */
  showClipping(id: string): Promise<Answer>;
  /** What is selected on the page, ready to be clipped, or null when nothing is. */
  selection(): Promise<ClipRequest | null>;
  /** A passage, ready to be clipped, or null when the page no longer has it. */
  passage(index: number): Promise<ClipRequest | null>;
}

/** What a view may ask of the browser. Implemented once, faked in tests. */
export interface ViewClient {
  /** The tab a popup or panel belongs to, or null. */
  activeTab(): Promise<TabClient | null>;
  /** Calls back with the active tab of this window whenever it changes (for the side panel). */
  watchActiveTab(listener: (tab: TabClient | null) => void, signal: AbortSignal): void;
  /** Tells pages that show clippings of these articles that they changed. */
  clippingsChanged(articleUrls: readonly string[]): Promise<void>;
  openLog(hash?: string): Promise<void>;
  openOptions(): Promise<void>;
  /** Opens the side panel; must be the first call in a click handler (the browsers ask for the gesture). */
  openPanel(): Promise<Answer>;
  /** Opens an article's own http(s) address in a new tab; any other address is refused. */
  openArticle(url: string): Promise<Answer>;
  /** The keys that read a page, as the browser names them, or null when the reader took them away. */
  shortcut(): Promise<string | null>;
  loadSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
}
