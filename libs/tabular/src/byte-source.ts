/**
 * Bytes with random access: a Blob in the browser, a file on the server. Random access is needed because a workbook's
 * index is at its end.
 */
export interface ByteSource {
  /** bytes */
  readonly size: number;
  /** Returns the bytes of the half-open range [from, to), cut at the end of the source. */
  read(from: number, to: number): Promise<Uint8Array>;
  /**
   * Reads into the caller's buffer, from `from` on. Returns the number of bytes read. Optional: lets the caller stream
   * a file through one buffer.
   */
  fill?(bytes: Uint8Array, from: number): Promise<number>;
}

/** The members of a Blob or File used here, so that this library needs no browser types. */
export interface BlobLike {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export function bytesOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

export function blobSource(blob: BlobLike): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, Math.min(to, blob.size)).arrayBuffer()),
  };
}

interface Pieces {
  readonly from?: number;
  readonly to?: number;
  readonly sizeBytes?: number;
  readonly signal?: AbortSignal | undefined;
  /** A piece may be overwritten when the next is requested, so that its memory can be reused. */
  readonly passing?: boolean;
}

/** Streams the source in pieces. */
export async function* chunksOf(
  source: ByteSource,
  { from = 0, to = source.size, sizeBytes = 256 * 1024, signal, passing = false }: Pieces = {},
): AsyncGenerator<Uint8Array> {
  const end = Math.min(to, source.size);
  const room = passing && source.fill ? new Uint8Array(Math.min(sizeBytes, Math.max(0, end - from))) : null;
  for (let at = from; at < end; at += sizeBytes) {
    signal?.throwIfAborted();
    const size = Math.min(sizeBytes, end - at);
    yield room ? room.subarray(0, await source.fill!(room.subarray(0, size), at)) : await source.read(at, at + size);
  }
}
