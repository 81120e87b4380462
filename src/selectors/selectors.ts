/** W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface TextQuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C TextPositionSelector, in UTF-16 offsets of the page's text index; exports convert to code points. */
export interface TextPositionSelector {
  start: number;
  end: number;
}

/** How a clipping's quote is found again. */
export interface Selectors {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
}

/** Where a clipping's quote is in a text: found word for word, found nearly, or not found. */
export type AnchorState = 'exact' | 'near' | 'not-found';
