import { rename, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { ReadApart } from './apart/read-apart.ts';
import type { RedactReply, RedactRequest } from './apart/redact-request.ts';
import type { SpooledFile } from './file-store.ts';
import { Problem } from './problem.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** The reading itself came to no end. */
const stopped: ReadonlySet<string> = new Set(['took-too-much-memory', 'took-too-long', 'reading-fell']);

/** Takes persons out of an upload before anything of it is read or kept, in a process of its own. */
@Injectable()
export class RedactUpload {
  constructor(
    private readonly reader: ReadApart,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * Call it before anything is written: no connection is held meanwhile. Returns the upload without persons: the same file where none were
   * found, else a copy in its place, with the hash of the copy. A file that cannot be read comes back as it is, for its own reader to refuse.
   * @param program one that answers a RedactRequest
   * @throws Problem 'took-too-much-memory' | 'took-too-long' | 'reading-fell' (422)
   */
  async run(file: SpooledFile, program: string): Promise<SpooledFile> {
    const request: RedactRequest = { path: file.path, name: file.name, copyPath: `${file.path}.redacted` };
    await this.units.releaseConnection();
    try {
      const { copy } = await this.reader.one<RedactReply>({ program, request, sizeBytes: file.sizeBytes });
      if (!copy) return file;
      await rename(request.copyPath, file.path);
      return { ...file, ...copy };
    } catch (error) {
      await rm(request.copyPath, { force: true });
      if (error instanceof Problem && !stopped.has(error.code)) return file;
      throw error;
    }
  }
}
