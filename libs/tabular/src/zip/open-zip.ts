import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import { zipLimits } from '../table.ts';
import type { ZipLimits } from '../table.ts';
import { crc32 } from './crc32.ts';
import { readDirectory } from './read-directory.ts';
import type { ZipEntry } from './read-directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
// Small input pieces, so that the output of one piece (up to about a thousand times its size) stays small too.
const INPUT_PIECE_BYTES = 32 * 1024;

export interface ZipFile {
  readonly entries: readonly ZipEntry[];
  /**
   * Unpacks one entry in pieces. @throws ReadProblem 'zip-bomb' as soon as a limit is passed | 'zip-damaged' when the
   * checksum is wrong
   */
  read(entry: ZipEntry, options?: { signal?: AbortSignal }): AsyncGenerator<Uint8Array>;
  /** Returns the packed bytes of one entry as stored in the zip. */
  packed(entry: ZipEntry): AsyncGenerator<Uint8Array>;
}

/**
 * Opens a zip for random access: only its directory is read. Unpacking uses the platform's DecompressionStream, in
 * browsers and on the server. Limits count the actual output bytes, not the sizes that the file declares.
 */
export async function openZip(source: ByteSource, limits: ZipLimits = zipLimits): Promise<ZipFile> {
  const entries = await readDirectory(source, limits.entriesMax);
  rejectOverlaps(entries, source.size);
  rejectTotalSize(entries, source.size, limits);
  return {
    entries,
    read: (entry, options = {}) => unpack(source, entry, limits, options.signal),
    packed: (entry) => packedBytesOf(source, entry),
  };
}

/**
 * Rejects entries that share bytes, by which a small zip could expand without end ("A better zip bomb", Fifield 2019).
 * @throws ReadProblem 'zip-bomb' | 'zip-damaged'
 */
function rejectOverlaps(entries: readonly ZipEntry[], sizeBytes: number): void {
  let free = 0;
  for (const { name, offset, packedBytes } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < free) throw new ReadProblem('zip-bomb', { reason: 'overlap', entry: name });
    free = offset + LOCAL_BYTES + packedBytes;
    if (free > sizeBytes) throw new ReadProblem('zip-damaged', { reason: 'entry-cut', entry: name });
  }
}

/**
 * Limits the total declared size: many entries within their own limit must not exceed it together. @throws ReadProblem
 * 'zip-bomb'
 */
function rejectTotalSize(
  entries: readonly ZipEntry[],
  sizeBytes: number,
  { ratioFromBytes, ratioMax }: ZipLimits,
): void {
  const found = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  const expected = Math.max(ratioFromBytes, sizeBytes * ratioMax);
  if (found > expected) throw new ReadProblem('zip-bomb', { reason: 'size', found, expected });
}

async function dataStart(source: ByteSource, { name, offset }: ZipEntry): Promise<number> {
  const bytes = await source.read(offset, offset + LOCAL_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL)
    throw new ReadProblem('zip-damaged', { reason: 'entry-cut', entry: name });
  return offset + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

async function* packedBytesOf(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new ReadProblem('password-protected', { entry: entry.name });
  const from = await dataStart(source, entry);
  if (from + entry.packedBytes > source.size)
    throw new ReadProblem('zip-damaged', { reason: 'entry-cut', entry: entry.name });
  yield* chunksOf(source, { from, to: from + entry.packedBytes });
}

async function* unpack(
  source: ByteSource,
  entry: ZipEntry,
  limits: ZipLimits,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { name, method, packedBytes } = entry;
  if (entry.encrypted) throw new ReadProblem('password-protected', { entry: name });
  if (method !== STORED && method !== DEFLATED)
    throw new ReadProblem('zip-damaged', { reason: 'method', entry: name, found: method });
  const bytesMax = Math.min(limits.entryBytesMax, Math.max(limits.ratioFromBytes, packedBytes * limits.ratioMax));
  const refuse = (found: number) =>
    new ReadProblem('zip-bomb', { reason: 'size', entry: name, found, expected: bytesMax });
  if (entry.sizeBytes > bytesMax) throw refuse(entry.sizeBytes);
  const from = await dataStart(source, entry);
  const packed = chunksOf(source, { from, to: from + packedBytes, sizeBytes: INPUT_PIECE_BYTES, signal });
  let out = 0;
  let crc = 0;
  for await (const piece of method === STORED ? packed : inflate(packed, name)) {
    out += piece.length;
    if (out > bytesMax) throw refuse(out);
    if (out > entry.sizeBytes) throw new ReadProblem('zip-damaged', { reason: 'checksum', entry: name });
    crc = crc32(piece, crc);
    yield piece;
  }
  if (out !== entry.sizeBytes || crc !== entry.crc)
    throw new ReadProblem('zip-damaged', { reason: 'checksum', entry: name });
}

async function* inflate(packed: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  // An error of the source (or an abort) is not the zip's fault and is passed on unchanged.
  let upstream: { cause: unknown } | null = null;
  const bites = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await packed.next().catch((cause: unknown) => {
          upstream = { cause };
          throw cause;
        });
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
      async cancel() {
        await packed.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  const reader = bites.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        if (upstream) throw upstream.cause;
        throw new ReadProblem('zip-damaged', { reason: 'unpacking', entry: name }, { cause });
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Reads all bytes of a small entry. Its size is limited by the limits of the zip and by `bytesMax`. @throws ReadProblem
 * 'zip-bomb'
 */
export async function readEntry(zip: ZipFile, entry: ZipEntry, bytesMax: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of zip.read(entry)) {
    size += piece.length;
    if (size > bytesMax)
      throw new ReadProblem('zip-bomb', { reason: 'size', entry: entry.name, found: size, expected: bytesMax });
    pieces.push(piece);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
