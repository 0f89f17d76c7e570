/** Bytes that can be read anywhere: a Blob in the browser, a file on the server. A workbook's index is at its end. */
export interface ByteSource {
  /** bytes */
  readonly size: number;
  /** The bytes of the half-open range [from, to), cut at the end of the source. */
  read(from: number, to: number): Promise<Uint8Array>;
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
  return { size: blob.size, read: async (from, to) => new Uint8Array(await blob.slice(from, Math.min(to, blob.size)).arrayBuffer()) };
}

/** The source from one end to the other in pieces. */
export async function* chunksOf(source: ByteSource, { from = 0, to = source.size, sizeBytes = 256 * 1024, signal }: { from?: number; to?: number; sizeBytes?: number; signal?: AbortSignal } = {}): AsyncGenerator<Uint8Array> {
  const end = Math.min(to, source.size);
  for (let at = from; at < end; at += sizeBytes) {
    signal?.throwIfAborted();
    yield await source.read(at, Math.min(at + sizeBytes, end));
  }
}
