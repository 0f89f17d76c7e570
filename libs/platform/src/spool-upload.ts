import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { redactFileName } from '@tallgrunn/values';
import { fileNameOf, HEAD_BYTES } from './file-name.ts';
import { Problem } from './problem.ts';
import type { SpooledFile } from './file-store.ts';
import { spoolName } from './spool-lease.ts';

/** Maximum size of the multipart form without the file: fields, headers and boundaries. */
const FORM_BYTES_MAX = 64 * 1024;

/**
 * Multer storage that hashes, counts and spools a file while it streams. Rejects it at the first byte over the limit,
 * or at once when Content-Length is too large.
 */
export class SpoolUpload implements StorageEngine {
  constructor(
    private readonly folder: string,
    private readonly sizeBytesMax: number,
  ) {}

  _handleFile(
    request: Request,
    file: Express.Multer.File,
    done: (error?: unknown, info?: Partial<Express.Multer.File> & { spooled?: SpooledFile }) => void,
  ): void {
    // Multer delays an error until a readable request has ended. Marking it unreadable rejects an upload that is too
    // large while it streams.
    const rejectNow = () => (request.readable = false);
    if (Number(request.headers['content-length'] ?? 0) > this.sizeBytesMax + FORM_BYTES_MAX) {
      rejectNow();
      return done(this.#tooLarge(file));
    }
    this.#spool(file, rejectNow).then(
      (spooled) => done(null, { path: spooled.path, size: spooled.sizeBytes, spooled }),
      (error) => done(error),
    );
  }

  _removeFile(_request: Request, file: Express.Multer.File, done: (error: Error | null) => void): void {
    rm(file.path ?? '', { force: true }).then(() => done(null), done);
  }

  #tooLarge(file: Express.Multer.File): Problem {
    return new Problem(413, 'file-too-large', { sizeBytesMax: this.sizeBytesMax, name: nameOf(file) });
  }

  async #spool(file: Express.Multer.File, rejectNow: () => void): Promise<SpooledFile> {
    await mkdir(this.folder, { recursive: true });
    const target = path.join(this.folder, spoolName());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let head = Buffer.alloc(0);
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        sizeBytes += chunk.length;
        if (sizeBytes > this.sizeBytesMax) {
          rejectNow();
          return next(this.#tooLarge(file));
        }
        hash.update(chunk);
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
        next(null, chunk);
      },
    });
    try {
      await pipeline(file.stream, measure, createWriteStream(target, { mode: 0o600 }));
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
    const sha256 = hash.digest('hex');
    return { path: target, name: nameOf(file, head, `file-${sha256.slice(0, 8)}`), sizeBytes, sha256 };
  }
}

/**
 * Returns the name for a file. Browsers send UTF-8, which multer decodes as Latin-1. The extension is made to fit the
 * content, and a name with personal data is replaced by `ownName`.
 */
function nameOf(file: Express.Multer.File, head: Uint8Array = new Uint8Array(), fallbackName = 'file'): string {
  return redactFileName(fileNameOf(Buffer.from(file.originalname, 'latin1').toString('utf8'), head), fallbackName);
}

/**
 * Returns the spooled file that multer added to the request.
 * @throws Problem 'file-missing' (400)
 */
export function requireSpooledFile(file: Express.Multer.File | undefined): SpooledFile {
  const spooled = (file as (Express.Multer.File & { spooled?: SpooledFile }) | undefined)?.spooled;
  if (!spooled) throw new Problem(400, 'file-missing', { field: 'file' });
  return spooled;
}

/** Marks an upload as taken over by a use case: an error response from here on no longer deletes it. */
export function markTakenOver(file: Express.Multer.File | undefined): void {
  if (file) file.path = '';
}
