import type { Place } from '../article/article.ts';
import { shownUnder } from '../article/flat-tree.ts';
import { type Card, type CardContent, type ClipOutcome, createCard } from './card.ts';
import { placeCard } from './card-place.ts';
import { blockOf } from './gutter.ts';
import type { Host } from './host.ts';
import type { Margin } from './margin.ts';

/** The passage whose card is open, and where it is. */
export interface CardSubject {
  index: number;
  place: Place;
  content: CardContent;
}

/** Opens and closes the one card, keeps it beside its block, and gives the focus back. */
export class CardHolder {
  readonly #doc: Document;
  readonly #host: Host;
  readonly #margin: Margin;
  readonly #actions: Readonly<Record<'clip' | 'unclip', (index: number) => Promise<ClipOutcome>>>;
  #open: { subject: CardSubject; card: Card } | null = null;

  constructor(
    doc: Document,
    host: Host,
    margin: Margin,
    actions: Readonly<Record<'clip' | 'unclip', (index: number) => Promise<ClipOutcome>>>,
    signal: AbortSignal,
  ) {
    this.#doc = doc;
    this.#host = host;
    this.#margin = margin;
    this.#actions = actions;
    const onKey = (event: Event) => {
      if (!event.isTrusted || !this.#open || !('key' in event) || event.key !== 'Escape') return;
      if (event.currentTarget === host.root) event.preventDefault();
      this.close();
    };
    // Esc counts wherever the focus is: a card opened by a click on the page does not take it.
    host.root.addEventListener('keydown', onKey, { signal });
    doc.addEventListener('keydown', onKey, { signal });
  }

  /** The passage whose card is open, or null. */
  get index(): number | null {
    return this.#open?.subject.index ?? null;
  }

  setKept(kept: boolean): void {
    this.#open?.card.setKept(kept);
  }

  open(subject: CardSubject, focus: boolean): void {
    this.close();
    const { index } = subject;
    const card = createCard(this.#doc, subject.content, {
      clip: () => this.#actions.clip(index),
      unclip: () => this.#actions.unclip(index),
      close: () => this.close(),
    });
    const { element } = card;
    const button = this.#margin.buttonOf(index);
    // Right after its mark: Tab goes from the mark through the card to the next mark.
    if (button) button.after(element);
    else this.#host.root.append(element);
    element.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    this.#open = { subject, card };
    this.#raise(element);
    button?.setAttribute('aria-expanded', 'true');
    button?.setAttribute('aria-controls', element.id);
    this.place();
    if (focus) element.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.#open) return;
    const { subject, card } = this.#open;
    this.#open = null;
    const button = this.#margin.buttonOf(subject.index);
    const focused = card.element.contains(this.#host.root.activeElement);
    button?.setAttribute('aria-expanded', 'false');
    button?.removeAttribute('aria-controls');
    if (focused) button?.focus({ preventScroll: true });
    card.element.remove();
  }

  /** Puts the card beside its block, or at the foot of the window. */
  place(): void {
    if (!this.#open) return;
    const { element } = this.#open.card;
    const { place } = this.#open.subject;
    const view = this.#doc.defaultView ?? window;
    const box = blockOf(place.element, view);
    if (!box?.isConnected) {
      this.close();
      return;
    }
    const root = this.#doc.documentElement;
    const { top } = box.getBoundingClientRect();
    const { left, right } = columnOf(box, view);
    const page = root.getBoundingClientRect();
    const at = placeCard({
      block: { left, right, top },
      card: { width: WIDTH, height: element.offsetHeight },
      viewport: { width: root.clientWidth, height: view.innerHeight },
      page: { top: -view.scrollY, bottom: Math.max(view.innerHeight, page.bottom) },
      rtl: view.getComputedStyle(box).direction === 'rtl',
    });
    element.dataset.place = at.at;
    element.style.left = at.at === 'beside' ? `${at.left + view.scrollX}px` : '';
    element.style.top = at.at === 'beside' ? `${at.top + view.scrollY}px` : '';
  }

  /** Into the top layer, so that nothing of the page lies over the card. */
  #raise(element: HTMLDialogElement): void {
    // A page's modal dialog makes all else inert, popovers too; only another modal dialog is not.
    if (this.#doc.querySelector('dialog:modal')) element.showModal();
    else {
      element.popover = 'manual';
      element.showPopover();
    }
  }
}

/** A column is at most this many times as wide as a block in it. */
const COLUMN = 1.25;

/** The sides of the column that a block stands in: its other blocks must not be covered either. */
function columnOf(box: Element, view: Window): { left: number; right: number } {
  const own = box.getBoundingClientRect();
  let { left, right } = own;
  for (let outer = shownUnder(box); outer; outer = shownUnder(outer)) {
    const rect = outer.getBoundingClientRect();
    if (rect.width > own.width * COLUMN) break;
    const style = view.getComputedStyle(outer);
    left = Math.min(left, rect.left + (Number.parseFloat(style.paddingLeft) || 0));
    right = Math.max(right, rect.right - (Number.parseFloat(style.paddingRight) || 0));
  }
  return { left, right };
}

/** The card's width beside a block, as the style sheet has it. */
const WIDTH = 328;
