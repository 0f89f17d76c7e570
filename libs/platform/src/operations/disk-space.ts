import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Problem } from '../problem.ts';

/** Size and free space of the data folder's file system, bytes. */
export interface DiskUse {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/**
 * How long a write that failed for lack of space is remembered. The free space on the database's disk cannot be
 * measured from here.
 */
const REMEMBERED_MS = 30_000;
export const DISK_RETRY_SECONDS = 60;

/** Error codes of the system and of PostgreSQL for a full disk or quota. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Returns whether an error means that the disk is full. */
export const isDiskFull = (error: unknown): boolean =>
  FULL.has(String((error as { code?: unknown } | null)?.code ?? ''));

/** Returns the problem for a request that needs disk space: 'disk-full' (507). */
export const diskFull = () => new Problem(507, 'disk-full', { retryAfterSeconds: DISK_RETRY_SECONDS });

/** Free disk space, and whether uploads are accepted. */
@Injectable()
export class DiskSpace {
  #fullUntil = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Returns the disk use; null when the file system does not report it. */
  async use(): Promise<DiskUse | null> {
    try {
      const { bavail, blocks, bsize } = await statfs(this.config.dataFolder);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch {
      return null;
    }
  }

  /** Records that a write failed for lack of space, here or in the database. */
  recordFull(): void {
    this.#fullUntil = performance.now() + REMEMBERED_MS;
  }

  /**
   * Returns whether there is too little space for a file of this size: less than DISK_FREE_MIN_MB would be left, or a
   * write failed recently.
   */
  async isLow(sizeBytes = 0): Promise<boolean> {
    if (performance.now() < this.#fullUntil) return true;
    const use = await this.use();
    return use !== null && use.freeBytes - sizeBytes < this.config.operations.diskFreeMinBytes;
  }

  /**
   * Requires space for a file.
   * @throws Problem 'disk-full' (507) when too little would be left
   */
  async requireRoom(sizeBytes = 0): Promise<void> {
    if (await this.isLow(sizeBytes)) throw diskFull();
  }
}
