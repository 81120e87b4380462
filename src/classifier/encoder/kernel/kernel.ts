/** `mode` of {@link Kernel.multiply}: what the product does with what is there. */
export const REPLACE = 0;
export const ADD = 1;
export const POSITIVE_PART = 2;

/** Computes on addresses (bytes) in the memory it was started with. */
type Compute = (...addressesAndSizes: number[]) => void;

/** The functions of `kernel.as.ts`, which says what each does and takes. */
export interface Kernel {
  /** x, a, rowScales, rows, inner, range */
  quantiseRows: Compute;
  /** a, rowScales, weights, scales, biases, c, rows, inner, columns, mode */
  multiply: Compute;
  /** x, y, rows, width, gain, bias */
  normaliseRows: Compute;
  /** qkv, out, tokens, width, keys, values, queries, scores */
  attend: Compute;
  /** ids, table, scales, positions, x, tokens */
  embed: Compute;
  /** x, mean, rows */
  meanOfRows: Compute;
}

/**
 * Starts the compiled kernel on a memory.
 *
 * @throws Error with a sentence for people when the module is not this version's kernel
 */
export async function startKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernel> {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const compute = (name: keyof Kernel): Compute => {
    const found = exports[name];
    if (typeof found !== 'function')
      throw new Error(`The encoder's kernel has no "${name}". Reinstall Long Game, or build it again.`);
    return (...numbers) => {
      found(...numbers);
    };
  };
  return {
    quantiseRows: compute('quantiseRows'),
    multiply: compute('multiply'),
    normaliseRows: compute('normaliseRows'),
    attend: compute('attend'),
    embed: compute('embed'),
    meanOfRows: compute('meanOfRows'),
  };
}
