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

/** Gzip level with most of the gain for little time: rows are repetitive text. */
const LEVEL = 3;

/** Returns a transform that passes bytes through, and a function for their hash and size. */
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

/** Compresses chunks into a new file. Returns the hash and size of the compressed file. */
export async function writeCompressed(file: string, pieces: AsyncIterable<Buffer>): Promise<HashedBytes> {
  const { through, result } = hashing();
  await pipeline(Readable.from(pieces, { objectMode: false }), createGzip({ level: LEVEL }), through, fileAt(file));
  return result();
}

/** Copies a file or a stream, and creates the folders of the target. Returns its hash and size. */
export async function copyHashed(from: string | Readable, to: string): Promise<HashedBytes> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const { through, result } = hashing();
  await pipeline(typeof from === 'string' ? createReadStream(from) : from, through, fileAt(to));
  return result();
}

export async function hashFile(file: string): Promise<HashedBytes> {
  const { through, result } = hashing();
  through.resume();
  await pipeline(createReadStream(file), through);
  return result();
}
