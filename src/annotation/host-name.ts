/** Name of the one element that Long Game adds to a page. */
export const HOST_NAME = 'long-game-layer';
