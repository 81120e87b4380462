import { FORMAT, GRAM_BYTES, type LinearModel, MAGIC, PREAMBLE_BYTES } from '../model-file.ts';
import { checksum } from '../read-model.ts';

/** The bytes of a model file; `readModel` reads them back to the same model. */
export function writeModel({ head, features, counts, weights }: LinearModel): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const headBytes = Math.ceil(json.length / 4) * 4;
  const count = features.length;
  const bytes = new Uint8Array(PREAMBLE_BYTES + headBytes + count * GRAM_BYTES + weights.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, headBytes, true);
  view.setUint32(12, count, true);
  let at = PREAMBLE_BYTES;
  bytes.fill(0x20, at, at + headBytes);
  bytes.set(json, at);
  at += headBytes;
  for (const table of [features, counts, weights]) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += table.byteLength;
  }
  view.setUint32(16, checksum(bytes.subarray(PREAMBLE_BYTES)), true);
  return bytes;
}
