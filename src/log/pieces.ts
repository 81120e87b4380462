/**
 * A file made in pieces, so that whoever writes it can give the thread back between two of them, say how far it is,
 * and stop. Pieces are made when they are asked for; they can be asked for once.
 */
export interface Pieces<Part extends string | Uint8Array<ArrayBuffer> = string> {
  /** How many pieces there are, about: what a progress is measured by. */
  count: number;
  parts: Iterable<Part>;
}

/** The whole of a text at once. */
export const wholeText = ({ parts }: Pieces): string => [...parts].join('');
