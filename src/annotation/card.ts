import type { TaggedPassage, TagResult } from '../classifier/classifier.ts';
import { CLOSE_ICON, GLYPHS, KEPT_ICON } from '../framework/glyphs.ts';
import { tagName } from '../framework/tag-names.ts';
import type { Tone } from './background-colour.ts';
import { drawGlyph, make } from './dom.ts';

/** Done, or a sentence for the reader that says why not. */
export type ClipOutcome = { ok: true } | { ok: false; message: string };

/** What a card shows: plain text, never markup. */
export interface CardContent {
  passage: TaggedPassage;
  /** The text that the evidence's offsets count in. */
  text: string;
  /** "paragraph 7" */
  where: string;
  kept: boolean;
  tone: Tone;
}

export interface CardActions {
  clip(): Promise<ClipOutcome>;
  unclip(): Promise<ClipOutcome>;
  close(): void;
}

export interface Card {
  element: HTMLDialogElement;
  setKept(kept: boolean): void;
}

/** Evidence longer than this is cut at a word. */
const LONGEST_QUOTE = 160;
const MOST_QUOTES = 2;

/** The small card of a passage: its tags and why, and a button to clip it. Takes clicks and keys, no typing. */
export function createCard(
  doc: Document,
  { passage, text, where, kept, tone }: CardContent,
  actions: CardActions,
): Card {
  const close = make(doc, 'button', { type: 'button', class: 'x', 'aria-label': 'Close' });
  close.append(drawGlyph(doc, CLOSE_ICON));
  onTrusted(close, () => actions.close());

  const title = make(doc, 'h2', { id: 'card-title' }, `${capital(where)}, and why it is marked`);
  const list = make(doc, 'ul', { class: 'why' }, ...passage.tags.map((tag) => row(doc, tag, text)));
  // Safari's and Chrome's list role goes with `list-style: none`.
  list.setAttribute('role', 'list');
  const trouble = make(doc, 'p', { class: 'trouble', role: 'alert' });
  const state = make(doc, 'span', { class: 'clipped', role: 'status' });
  const button = make(doc, 'button', { type: 'button' });
  const element = make(
    doc,
    'dialog',
    {
      class: 'card',
      id: 'card',
      'data-tone': tone,
      'aria-labelledby': 'card-title',
      tabindex: '-1',
      // A dialog that is shown gives the focus to its first button, and Close would ask to be pressed.
      autofocus: '',
    },
    make(doc, 'div', { class: 'head' }, title, close),
    list,
    make(doc, 'div', { class: 'foot' }, state, button, trouble),
  );

  let clipped = kept;
  let busy = false;
  const show = () => {
    button.textContent = clipped ? 'Undo' : 'Clip';
    button.className = clipped ? '' : 'go';
    state.replaceChildren(...(clipped ? [drawGlyph(doc, KEPT_ICON), 'Clipped'] : []));
    button.setAttribute('aria-disabled', String(busy));
  };
  show();
  onTrusted(button, () => {
    if (busy) return;
    busy = true;
    trouble.textContent = '';
    show();
    const wanted = !clipped;
    void (wanted ? actions.clip() : actions.unclip())
      .catch(
        (error: unknown): ClipOutcome => ({
          ok: false,
          message: `That did not work: ${error instanceof Error ? error.message : String(error)}`,
        }),
      )
      .then((outcome) => {
        busy = false;
        if (outcome.ok) clipped = wanted;
        else trouble.textContent = outcome.message;
        show();
      });
  });

  return {
    element,
    setKept(now) {
      if (busy) return;
      clipped = now;
      show();
    },
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Only what the reader does counts: a page can dispatch events of its own. */
function onTrusted(button: HTMLButtonElement, act: () => void): void {
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
}

function row(doc: Document, { tag, word, evidence }: TagResult, text: string): HTMLLIElement {
  const { group, name, shortName } = tagName(tag);
  const quotes = evidence
    .slice(0, MOST_QUOTES)
    .map(({ start, end }) => shorten(text.slice(start, end).trim()))
    .filter((quote) => quote !== '')
    .map((quote) => `“${quote}”`);
  const item = make(
    doc,
    'li',
    { 'data-group': group },
    drawGlyph(doc, GLYPHS[tag]),
    make(doc, 'h3', {}, shortName),
    make(doc, 'span', { class: 'sure' }, word),
    make(doc, 'p', { class: 'full' }, name),
  );
  if (quotes.length > 0) item.append(make(doc, 'p', { class: 'because' }, quotes.join(' ')));
  return item;
}

function shorten(quote: string): string {
  if (quote.length <= LONGEST_QUOTE) return quote;
  const cut = quote.lastIndexOf(' ', LONGEST_QUOTE);
  return `${quote.slice(0, cut > 0 ? cut : LONGEST_QUOTE)} …`;
}
