import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface HashedBytes {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Little time for most of the gain: rows are repetitive text. */
const LEVEL = 3;

/** Passes bytes through and hashes them. */
function hashing(): { through: Transform; result: () => HashedBytes } {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const through = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      sizeBytes += piece.length;
      done(null, piece);
    },
  });
  return { through, result: () => ({ sizeBytes, sha256: hash.digest('hex') }) };
}

const fileAt = (file: string) => createWriteStream(file, { mode: 0o600, flush: true });

/** Writes pieces to a new file, compressed, and returns the hash of what is in it. */
export async function writeCompressed(file: string, pieces: AsyncIterable<Buffer>): Promise<HashedBytes> {
  const { through, result } = hashing();
  await pipeline(Readable.from(pieces, { objectMode: false }), createGzip({ level: LEVEL }), through, fileAt(file));
  return result();
}

/** Copies a file and returns its hash. Folders on the way are made. */
export async function copyHashed(from: string, to: string): Promise<HashedBytes> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const { through, result } = hashing();
  await pipeline(createReadStream(from), through, fileAt(to));
  return result();
}

export async function hashFile(file: string): Promise<HashedBytes> {
  const { through, result } = hashing();
  through.resume();
  await pipeline(createReadStream(file), through);
  return result();
}
