import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export interface WrittenCopy {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Writes bytes to a file that only its owner may read. Returns their SHA-256 (hex) and size in bytes. */
export async function writeCopy(path: string, pieces: AsyncIterable<Uint8Array>): Promise<WrittenCopy> {
  const file = await open(path, 'w', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      sizeBytes += piece.length;
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
