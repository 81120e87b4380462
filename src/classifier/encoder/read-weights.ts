const bad = (bytes: string, wanted: number): Error =>
  new Error(
    `The encoder's weights cannot be used: ${bytes} bytes where ${wanted} were expected. ` +
      'Reinstall Long Game, or run "npm run build:encoder".',
  );

/**
 * Puts the weight file into `memory`, as it comes.
 *
 * @throws Error with a sentence for people when the file is shorter or longer than `memory`; what the stream throws
 */
export async function readWeights(
  weights: Uint8Array | ReadableStream<Uint8Array>,
  memory: Uint8Array,
): Promise<void> {
  if (weights instanceof Uint8Array) {
    if (weights.length !== memory.length) throw bad(`${weights.length}`, memory.length);
    memory.set(weights);
    return;
  }
  const reader = weights.getReader();
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > memory.length) {
      await reader.cancel();
      throw bad(`more than ${memory.length}`, memory.length);
    }
    memory.set(part.value, at);
    at += part.value.length;
  }
  if (at !== memory.length) throw bad(`${at}`, memory.length);
}
