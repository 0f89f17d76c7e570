import { crc32 } from './crc32.ts';

export interface ZipPart {
  /** with forward slashes */
  name: string;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A part copied from another zip: its packed bytes and their description there. */
export interface PackedPart {
  name: string;
  packed: AsyncIterable<Uint8Array>;
  /** 0 stored, 8 deflated */
  method: number;
  crc: number;
  packedBytes: number;
  sizeBytes: number;
}

interface Written {
  name: Uint8Array;
  method: number;
  crc: number;
  packedBytes: number;
  sizeBytes: number;
  offset: number;
}

const encoder = new TextEncoder();
const UTF8_AND_SIZES_AFTER = 0x0808;
const DEFLATED = 8;
/** Placeholder count: the actual count is in the zip64 record. */
const COUNT_IN_ZIP64 = 0xffff;
// A fixed date: the same content gives the same bytes.
const DOS_DATE_1980_01_01 = 0x0021;

function record(bytes: number, fill: (view: DataView) => void, tail?: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes + (tail?.length ?? 0));
  fill(new DataView(all.buffer));
  if (tail) all.set(tail, bytes);
  return all;
}

/** Writes the fields that the local header and the directory have in common, from "version needed" on. */
function writeCommonFields(view: DataView, at: number, entry: Omit<Written, 'offset'>): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_AND_SIZES_AFTER, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE_1980_01_01, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packedBytes, true);
  view.setUint32(at + 18, entry.sizeBytes, true);
  view.setUint16(at + 22, entry.name.length, true);
}

/**
 * Returns the local header. Sizes follow the content, except for stored parts, where a reader must know the end
 * beforehand.
 */
function localHeader({ name, method, crc, packedBytes, sizeBytes }: Written): Uint8Array {
  const known = method === DEFLATED ? { crc: 0, packedBytes: 0, sizeBytes: 0 } : { crc, packedBytes, sizeBytes };
  return record(
    30,
    (view) => {
      view.setUint32(0, 0x04034b50, true);
      writeCommonFields(view, 4, { name, method, ...known });
    },
    name,
  );
}

function sizesAfter({ crc, packedBytes, sizeBytes }: Written): Uint8Array {
  return record(16, (view) =>
    [0x08074b50, crc, packedBytes, sizeBytes].forEach((value, index) => view.setUint32(index * 4, value, true)),
  );
}

function directoryEntry(entry: Written): Uint8Array {
  return record(
    46,
    (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, 20, true);
      writeCommonFields(view, 6, entry);
      view.setUint32(42, entry.offset, true);
    },
    entry.name,
  );
}

function endRecord(count: number, sizeBytes: number, offset: number): Uint8Array {
  return record(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, Math.min(count, COUNT_IN_ZIP64), true);
    view.setUint16(10, Math.min(count, COUNT_IN_ZIP64), true);
    view.setUint32(12, sizeBytes, true);
    view.setUint32(16, offset, true);
  });
}

/** Returns the zip64 end record and its locator, for more parts than the ordinary record can count. */
function endRecord64(count: number, sizeBytes: number, offset: number): Uint8Array {
  return record(76, (view) => {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(4, 44n, true);
    view.setUint16(12, 45, true);
    view.setUint16(14, 45, true);
    for (const [at, value] of [
      [24, count],
      [32, count],
      [40, sizeBytes],
      [48, offset],
    ] as const)
      view.setBigUint64(at, BigInt(value), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(offset + sizeBytes), true);
    view.setUint32(72, 1, true);
  });
}

/** Compresses pieces as they come. `seen` is called with each input piece. */
async function* compress(
  content: ZipPart['content'],
  onInput: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const pieces = Symbol.asyncIterator in content ? content[Symbol.asyncIterator]() : content[Symbol.iterator]();
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      onInput(value);
      controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = plain.pipeThrough(new CompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function* pack(part: ZipPart, entry: Written): AsyncGenerator<Uint8Array> {
  const counted = (piece: Uint8Array) => {
    entry.crc = crc32(piece, entry.crc);
    entry.sizeBytes += piece.length;
  };
  for await (const piece of compress(part.content, counted)) {
    entry.packedBytes += piece.length;
    yield piece;
  }
}

function entryOf(part: ZipPart | PackedPart, offset: number): Written {
  const name = encoder.encode(part.name);
  if (!('packed' in part)) return { name, method: DEFLATED, crc: 0, packedBytes: 0, sizeBytes: 0, offset };
  const { method, crc, packedBytes, sizeBytes } = part;
  return { name, method, crc, packedBytes, sizeBytes, offset };
}

/**
 * Streams a zip; only the directory is in memory. Up to 4 GB; with more than 65,534 parts it writes a zip64 end record.
 */
export async function* writeZip(
  parts: AsyncIterable<ZipPart | PackedPart> | Iterable<ZipPart | PackedPart>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const entry = entryOf(part, offset);
    const header = localHeader(entry);
    yield header;
    yield* 'packed' in part ? part.packed : pack(part, entry);
    yield sizesAfter(entry);
    offset += header.length + entry.packedBytes + 16;
    if (offset > 0xffffffff || entry.sizeBytes > 0xffffffff)
      throw new RangeError('a zip of more than 4 GB is not written');
    written.push(entry);
  }
  let directoryBytes = 0;
  for (const entry of written) {
    const described = directoryEntry(entry);
    directoryBytes += described.length;
    yield described;
  }
  if (written.length >= COUNT_IN_ZIP64) yield endRecord64(written.length, directoryBytes, offset);
  yield endRecord(written.length, directoryBytes, offset);
}
