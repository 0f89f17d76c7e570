import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SpooledFile } from '@tallgrunn/platform';

/** Copies a local file to the spool like an upload, and hashes it while it streams. */
export async function spoolFile(spoolFolder: string, file: string): Promise<SpooledFile> {
  await mkdir(spoolFolder, { recursive: true });
  const target = path.join(spoolFolder, randomUUID());
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  };
  try {
    await pipeline(createReadStream(file), measured, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return { path: target, name: path.basename(file), sizeBytes, sha256: hash.digest('hex') };
}
