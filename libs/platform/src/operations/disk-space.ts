import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { Problem } from '../problem.ts';

/** Bytes of the file system that the data folder is on. */
export interface DiskUse {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** How long a refusal for lack of room is remembered: room on the disk of the database cannot be measured from here. */
const REMEMBERED_MS = 30_000;
export const DISK_RETRY_SECONDS = 60;

/** The system's and PostgreSQL's names for a disk or quota that is full. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether an error says that there is no room left. */
export const isDiskFull = (error: unknown): boolean =>
  FULL.has(String((error as { code?: unknown } | null)?.code ?? ''));

/** The answer to whoever sends something that there is no room for. */
export const diskFull = () => new Problem(507, 'disk-full', { retryAfterSeconds: DISK_RETRY_SECONDS });

/** How much room is left, and whether files are taken in. */
@Injectable()
export class DiskSpace {
  #fullUntil = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Null where the file system does not say. */
  async use(): Promise<DiskUse | null> {
    try {
      const { bavail, blocks, bsize } = await statfs(this.config.dataFolder);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch {
      return null;
    }
  }

  /** Remembers that a write failed for lack of room, here or in the database. */
  noteFull(): void {
    this.#fullUntil = performance.now() + REMEMBERED_MS;
  }

  /** Whether there is too little room to take a file in: less than DISK_FREE_MIN_MB, or a write has just failed. */
  async isLow(sizeBytes = 0): Promise<boolean> {
    if (performance.now() < this.#fullUntil) return true;
    const use = await this.use();
    return use !== null && use.freeBytes - sizeBytes < this.config.operations.diskFreeMinBytes;
  }

  /** @throws Problem 'disk-full' (507) when a file of that size would leave too little room */
  async requireRoom(sizeBytes = 0): Promise<void> {
    if (await this.isLow(sizeBytes)) throw diskFull();
  }
}
