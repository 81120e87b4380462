/** What a backup says it is, in its field `format`. */
export const BACKUP_FORMAT = 'long-game-backup';

/** The version that this code writes, and the newest it reads. */
export const BACKUP_VERSION = 1;

/**
 * The checksum of a backup: CRC-32 (IEEE 802.3, as in zip and PNG) over the UTF-8 bytes of
 * `JSON.stringify([articles, clippings, reflections])`, as eight hexadecimal digits. White space in the file does not
 * matter to it. It finds damage; it is no proof against a forger.
 */
export function backupChecksum(articles: unknown, clippings: unknown, reflections: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify([articles, clippings, reflections]));
  return crc32(bytes).toString(16).padStart(8, '0');
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of bytes, as an unsigned 32-bit number. `crc32` of "123456789" in ASCII is 0xcbf43926. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // By index: an iterator takes many times as long over the megabytes of a large log.
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
