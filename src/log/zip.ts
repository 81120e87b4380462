import { crc32 } from './backup-format.ts';

/** A file of an archive. */
export interface ZipFile {
  /** Path inside the archive, parted by `/`. */
  name: string;
  text: string;
}

/** More entries than a plain archive counts: then its end is written once more, in the form of Zip64. */
const MOST_ENTRIES = 0xfffe;
/** "Version needed": 2.0, and 4.5 for Zip64. */
const PLAIN = 20;
const ZIP64 = 45;
/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800;

/**
 * An archive (PKWARE's APPNOTE 6.3, entries stored as they are) made in pieces: one a file, one for the directory at
 * its end. Less than 4 GiB in all.
 *
 * @param at the time of change that every file gets, in the reader's own zone
 */
export function* zipParts(
  files: Iterable<ZipFile>,
  at: Date,
): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const utf8 = new TextEncoder();
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const { time, date } = dosTime(at);
  let offset = 0;
  for (const file of files) {
    const name = utf8.encode(file.name);
    const data = utf8.encode(file.text);
    const shared = new Fields()
      .u16(PLAIN)
      .u16(UTF8)
      .u16(0)
      .u16(time)
      .u16(date)
      .u32(crc32(data))
      .u32(data.length)
      .u32(data.length)
      .u16(name.length)
      .u16(0).bytes;
    const local = joined([new Fields().u32(0x04034b50).bytes, shared, name, data]);
    const tail = new Fields().u16(0).u16(0).u16(0).u32(0).u32(offset).bytes;
    directory.push(joined([new Fields().u32(0x02014b50).u16(PLAIN).bytes, shared, tail, name]));
    offset += local.length;
    yield local;
  }
  const entries = joined(directory);
  yield joined([entries, endOf(directory.length, entries.length, offset)]);
}

function endOf(count: number, size: number, start: number): Uint8Array<ArrayBuffer> {
  const many = count > MOST_ENTRIES;
  const end = new Fields()
    .u32(0x06054b50)
    .u16(0)
    .u16(0)
    .u16(many ? 0xffff : count)
    .u16(many ? 0xffff : count)
    .u32(size)
    .u32(start)
    .u16(0).bytes;
  if (!many) return end;
  const end64 = new Fields()
    .u32(0x06064b50)
    .u64(44)
    .u16(ZIP64)
    .u16(ZIP64)
    .u32(0)
    .u32(0)
    .u64(count)
    .u64(count)
    .u64(size)
    .u64(start).bytes;
  const locator = new Fields()
    .u32(0x07064b50)
    .u32(0)
    .u64(start + size)
    .u32(1).bytes;
  return joined([end64, locator, end]);
}

/** A time as MS-DOS writes it, to two seconds; 1980 where it is earlier. */
function dosTime(at: Date): { time: number; date: number } {
  const year = at.getFullYear() - 1980;
  if (year < 0) return { time: 0, date: 0x21 };
  return {
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    date: (Math.min(year, 127) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  };
}

/** Numbers after each other, the low byte first. */
class Fields {
  readonly #bytes: number[] = [];

  u16(value: number): this {
    return this.#add(value, 2);
  }
  u32(value: number): this {
    return this.#add(value, 4);
  }
  u64(value: number): this {
    return this.#add(value, 8);
  }
  get bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }

  #add(value: number, length: number): this {
    // Not by shifts: they cut at 32 bits.
    for (let at = 0; at < length; at += 1) this.#bytes.push(Math.floor(value / 256 ** at) % 256);
    return this;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
