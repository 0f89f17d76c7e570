import { rename, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { ReadInSubprocess } from './subprocess/read-in-subprocess.ts';
import type { RedactResponse, RedactRequest } from './subprocess/redact-request.ts';
import type { SpooledFile } from './file-store.ts';
import { Problem } from './problem.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Problem codes for a reader that did not end normally. */
const stoppedCodes: ReadonlySet<string> = new Set(['memory-limit-exceeded', 'time-limit-exceeded', 'reader-crashed']);

/** Removes personal data from an upload in a subprocess, before it is parsed or stored. */
@Injectable()
export class RedactUpload {
  constructor(
    private readonly reader: ReadInSubprocess,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * Redacts an upload. Call it before the first write of the unit of work, because it releases the database connection.
   * Returns the same file when no personal data was found. Otherwise returns a redacted copy in its place, with the
   * hash of the copy. An unreadable file is returned unchanged, so that its own reader rejects it.
   * @param program a program that answers a RedactRequest
   * @throws Problem 'memory-limit-exceeded' | 'time-limit-exceeded' | 'reader-crashed' (422)
   */
  async run(file: SpooledFile, program: string): Promise<SpooledFile> {
    const request: RedactRequest = { path: file.path, name: file.name, copyPath: `${file.path}.redacted` };
    await this.units.releaseConnection();
    try {
      const { copy } = await this.reader.one<RedactResponse>({ program, request, sizeBytes: file.sizeBytes });
      if (!copy) return file;
      await rename(request.copyPath, file.path);
      return { ...file, ...copy };
    } catch (error) {
      await rm(request.copyPath, { force: true });
      if (error instanceof Problem && !stoppedCodes.has(error.code)) return file;
      throw error;
    }
  }
}
