/** The vocabulary: what a text is cut into. A piece's number is its token id. */
export interface Pieces {
  pieces: readonly string[];
  /** Log probability of each piece, in doubles as the original adds them. */
  scores: readonly number[];
}

const bad = (what: string): Error =>
  new Error(
    `The encoder's vocabulary cannot be used: ${what}. Reinstall Long Game, or run "npm run build:encoder".`,
  );

/**
 * Checks what `encoder-vocabulary.json` held, parsed.
 *
 * @throws Error with a sentence for people when it is not a vocabulary
 */
export function readPieces(json: unknown): Pieces {
  if (typeof json !== 'object' || json === null || !('pieces' in json) || !('scores' in json))
    throw bad('it has no pieces or no scores');
  const { pieces, scores } = json;
  if (!Array.isArray(pieces) || !pieces.every((piece) => typeof piece === 'string' && piece !== ''))
    throw bad('its pieces are not all texts');
  if (!Array.isArray(scores) || !scores.every((score) => typeof score === 'number'))
    throw bad('its scores are not all numbers');
  if (pieces.length !== scores.length) throw bad(`${pieces.length} pieces have ${scores.length} scores`);
  return { pieces, scores };
}
