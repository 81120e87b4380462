import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const FOLDER = fileURLToPath(new URL('../kernel/', import.meta.url));

/** SIMD of WebAssembly's baseline; memory is the caller's; no run time of the language's own. */
const OPTIONS = [
  '--optimizeLevel=3',
  '--noAssert',
  '--runtime=stub',
  '--importMemory',
  '--enable=simd',
  `--baseDir=${FOLDER}`,
];

/** Compiles `kernel.as.ts` to WebAssembly. Throws Error with the compiler's words when it does not compile. */
export async function compileKernel(): Promise<Uint8Array> {
  let wasm: Uint8Array | null = null;
  const { error, stderr } = await asc.main(['kernel.as.ts', '--outFile=encoder.wasm', ...OPTIONS], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') wasm = contents;
    },
  });
  if (error || wasm === null) throw new Error(`The kernel does not compile.\n${stderr.toString()}`);
  return wasm;
}
