import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';

/**
 * One file of a zip as described in its directory. The sizes are declared values; actual output is counted separately.
 */
export interface ZipEntry {
  /** with forward slashes; otherwise as written */
  name: string;
  packedBytes: number;
  sizeBytes: number;
  encrypted: boolean;
  method: number;
  crc: number;
  /** offset of the local header from the start of the source */
  offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const SIGNATURE = 0x05054b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;
const DIRECTORY_BYTES_MAX = 64 * 1024 * 1024;

const damaged = (reason: string) => new ReadProblem('zip-damaged', { reason });
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function big(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged('size-out-of-range');
  return value;
}

interface Directory {
  count: number;
  sizeBytes: number;
  offset: number;
  /** number of bytes before the zip (a self-extracting file), to be added to each offset */
  before: number;
}

/** Finds the end record, which a comment of up to 64 kB may follow. */
async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailFrom = Math.max(0, source.size - END_BYTES - COMMENT_BYTES_MAX);
  const tail = viewOf(await source.read(tailFrom, source.size));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    const found = {
      count: tail.getUint16(at + 10, true),
      sizeBytes: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    if (found.count === 0xffff || found.sizeBytes === 0xffffffff || found.offset === 0xffffffff)
      return findDirectory64(source, tailFrom + at);
    const before = tailFrom + at - found.offset - found.sizeBytes;
    if (before >= 0) return { ...found, before };
  }
  throw damaged('no-directory');
}

async function findDirectory64(source: ByteSource, endAt: number): Promise<Directory> {
  const locator = viewOf(await source.read(Math.max(0, endAt - 20), endAt));
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== LOCATOR_64) throw damaged('no-directory');
  const recordAt = big(locator, 8);
  const record = viewOf(await source.read(recordAt, recordAt + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) throw damaged('no-directory');
  return { count: big(record, 32), sizeBytes: big(record, 40), offset: big(record, 48), before: 0 };
}

/** Replaces 32-bit sizes that refer to the extra field by its 64-bit ones. */
function widen(entry: ZipEntry, extra: DataView): void {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const size = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const key of ['sizeBytes', 'packedBytes', 'offset'] as const) {
        if (entry[key] !== 0xffffffff) continue;
        if (field + 8 > at + 4 + size || field + 8 > extra.byteLength) throw damaged('directory-cut');
        entry[key] = big(extra, field);
        field += 8;
      }
    }
    at += 4 + size;
  }
}

/**
 * Decodes a name. Names are UTF-8 when flagged; older programs write code page 437, of which only the ASCII half is
 * needed.
 */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

/** Programs without zip64 support overflow their entry count at this number. */
const COUNTED_TO = 0x10000;

/**
 * Lists the files of a zip, including zip64: all entries in its directory, so that none is missed. @throws ReadProblem
 * 'zip-damaged' | 'zip-bomb'
 */
export async function readDirectory(source: ByteSource, entriesMax: number): Promise<ZipEntry[]> {
  const { count, sizeBytes, offset, before } = await findDirectory(source);
  if (count > entriesMax) throw new ReadProblem('zip-bomb', { reason: 'entries', found: count, expected: entriesMax });
  if (sizeBytes > DIRECTORY_BYTES_MAX) throw damaged('directory-too-large');
  const bytes = await source.read(offset + before, offset + before + sizeBytes);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < sizeBytes) {
    if (at + 4 <= bytes.length && view.getUint32(at, true) === SIGNATURE) break;
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged('directory-cut');
    if (entries.length === entriesMax)
      throw new ReadProblem('zip-bomb', { reason: 'entries', found: entries.length + 1, expected: entriesMax });
    const [nameBytes, extraBytes, commentBytes] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const extraAt = at + 46 + nameBytes;
    if (extraAt + extraBytes > bytes.length) throw damaged('directory-cut');
    const entry: ZipEntry = {
      name: nameOf(bytes.subarray(at + 46, extraAt)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      sizeBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    widen(entry, viewOf(bytes.subarray(extraAt, extraAt + extraBytes)));
    entry.offset += before;
    entries.push(entry);
    at = extraAt + extraBytes + commentBytes;
  }
  if (entries.length % COUNTED_TO !== count % COUNTED_TO) throw damaged('directory-count');
  return entries;
}
