/** Bytes that can be read anywhere: a Blob in the browser, a file on the server. A workbook's index is at its end. */
export interface ByteSource {
  /** bytes */
  readonly size: number;
  /** The bytes of the half-open range [from, to), cut at the end of the source. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** Reads into bytes of the caller's, from `from` on; answers how many came. Where it is there, a file can be gone through in one piece of memory. */
  fill?(bytes: Uint8Array, from: number): Promise<number>;
}

/** What we need of a Blob or a File, so that no browser type is named here. */
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
  /** A piece is done with when the next is asked for: its memory may be used again. */
  readonly passing?: boolean;
}

/** The source from one end to the other in pieces. */
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
