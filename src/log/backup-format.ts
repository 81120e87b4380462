/** What a backup says it is, in its field `format`. */
export const BACKUP_FORMAT = 'long-game-backup';

/** The version that this code writes, and the newest it reads. */
export const BACKUP_VERSION = 1;

/**
 * The checksum of a backup: CRC-32 (IEEE 802.3, as in zip and PNG) over the UTF-8 bytes of
 * `JSON.stringify([articles, clippings, reflections])`, as eight hexadecimal digits. White space in the file does not
 * matter to it. It finds damage; it is no proof against a forger.
 */
export function backupChecksum(lists: Readonly<Record<BackupList, readonly unknown[]>>): string {
  const sum = new BackupSum();
  for (const list of BACKUP_LISTS) {
    sum.begin();
    for (const row of lists[list]) sum.row(JSON.stringify(row));
    sum.end();
  }
  return sum.value();
}

/** The lists of a backup, in their order. */
export const BACKUP_LISTS = ['articles', 'clippings', 'reflections'] as const;
export type BackupList = (typeof BACKUP_LISTS)[number];

/** `backupChecksum`, row by row: a large log is written without being held as one text. */
export class BackupSum {
  #crc = FIRST;
  #next = '[';
  #text = new TextEncoder();

  /** Begins the next of the lists. */
  begin(): void {
    this.#add(`${this.#next}[`);
    this.#next = '';
  }

  /** @param json a row as `JSON.stringify` has it */
  row(json: string): void {
    this.#add(this.#next + json);
    this.#next = ',';
  }

  /** Ends the list. */
  end(): void {
    this.#add(']');
    this.#next = ',';
  }

  /** Ends it all. */
  value(): string {
    this.#add(']');
    return last(this.#crc).toString(16).padStart(8, '0');
  }

  #add(text: string): void {
    this.#crc = more(this.#crc, this.#text.encode(text));
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const FIRST = 0xffffffff;

function more(crc: number, bytes: Uint8Array): number {
  let next = crc;
  // By index: an iterator takes many times as long over the megabytes of a large log.
  for (let at = 0; at < bytes.length; at += 1)
    next = (next >>> 8) ^ (TABLE[(next ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return next;
}

const last = (crc: number): number => (crc ^ FIRST) >>> 0;

/** CRC-32 of bytes, as an unsigned 32-bit number. `crc32` of "123456789" in ASCII is 0xcbf43926. */
export const crc32 = (bytes: Uint8Array): number => last(more(FIRST, bytes));
