const PRIME = (1n << 88n) + 0x13bn;
const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const MASK = (1n << 128n) - 1n;

/**
 * A UUID that is the same for the same name: FNV-1a of its UTF-8 bytes, 128 bits, in the custom form of RFC 9562
 * (version 8).
 */
export function nameUuid(name: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(name)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  const hex = hash.toString(16).padStart(32, '0');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
