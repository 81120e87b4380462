import { make } from './dom.ts';
import { HOST_NAME } from './host-name.ts';

/** Our one element on a page, and the tree inside that the page cannot see. */
export interface Host {
  element: HTMLElement;
  /** Where marks are put. */
  marks: HTMLElement;
  /** Where the card is put. */
  root: ShadowRoot;
  /** Lays the host as high as this stacking context of the page. */
  setLevel(zIndex: number): void;
  /** Puts the element into the page, where it is not. */
  attach(): void;
  remove(): void;
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Events inside our tree that a page's own listeners have no business with. */
const KEPT_INSIDE = [
  'click',
  'auxclick',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'focusin',
  'focusout',
] as const;

/**
 * Makes the host: a child of `<html>` after `<body>`, 0 × 0 px, out of the flow. Layout containment makes all that
 * sticks out of it ink only (css-contain-2, 3.2), so that no mark of ours can make a page scroll.
 *
 * @param css the style sheet of marks and card (layer.css): the page is sent it, its script does not carry it
 * @param mode `open` only where a test must look inside
 */
export function createHost(doc: Document, css: string, mode: 'open' | 'closed' = 'closed'): Host {
  const element = doc.createElementNS(XHTML, HOST_NAME);
  const root = element.attachShadow({ mode });
  const view = doc.defaultView ?? window;
  // A style element would obey the page's CSP in Firefox; a style sheet made in script does not.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  const level = new view.CSSStyleSheet();
  root.adoptedStyleSheets = [sheet, level];
  let zIndex = 0;
  const marks = make(doc, 'div', { class: 'marks', role: 'region', 'aria-label': 'Long Game marks' });
  root.append(marks);
  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation());
  return {
    element,
    marks,
    root,
    setLevel(wanted) {
      if (wanted === zIndex) return;
      zIndex = wanted;
      level.replaceSync(`:host { z-index: ${zIndex} !important; }`);
    },
    attach() {
      // A script that outlived its extension leaves its host behind: there is one of us.
      for (const other of [...doc.getElementsByTagNameNS(XHTML, HOST_NAME)])
        if (other !== element) other.remove();
      if (!element.isConnected) doc.documentElement?.append(element);
    },
    remove() {
      element.remove();
    },
  };
}
