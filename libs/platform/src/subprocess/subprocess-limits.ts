import os, { availableParallelism } from 'node:os';

/** Limits of a subprocess that reads a file: memory in bytes, time in seconds. */
export interface SubprocessLimits {
  readonly memoryBytesMax: number;
  readonly secondsMax: number;
}

/** Why a subprocess did not end normally: it exceeded a limit or crashed. */
export type StopReason = 'memory' | 'time' | 'crash';

const MB = 1024 * 1024;

/**
 * Returns the limits for reading a file of this size. Time: one minute plus a second for each 200 kB, at most two
 * hours. Memory: 1.5 GB, which a report of two million lines needs.
 */
export function limitsForFile(sizeBytes: number): SubprocessLimits {
  return { memoryBytesMax: 1536 * MB, secondsMax: Math.min(7200, 60 + Math.ceil(sizeBytes / (200 * 1024))) };
}

/** Largest file that counts as small, in bytes. Small files never wait for larger ones. */
export const SMALL_BYTES_MAX = 4 * MB;

const SLOTS_MAX = 8;
/** Memory to reserve for one slot, in bytes: enough for a small file, and half of what a large file needs. */
const SLOT_BYTES = 1280 * MB;
/** Share of the memory that subprocesses may use. The rest is for the server, the worker and PostgreSQL. */
const MEMORY_SHARE = 0.75;

/**
 * Returns the memory this process may use, in bytes: the limit of the container if there is one, else the memory of the
 * machine.
 */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(os.totalmem(), constrained) : os.totalmem();
}

/**
 * Returns how many small files one program reads at once: one per processor, at least two and at most eight, as far as
 * the memory allows.
 */
export function readingSlots(cores = availableParallelism(), memory = memoryBytes()): number {
  return Math.max(1, Math.min(SLOTS_MAX, Math.max(2, cores), Math.floor((memory * MEMORY_SHARE) / SLOT_BYTES)));
}

/** Returns how many large files one program reads at once: half as many as small ones, at least one. */
export const largeFileSlots = (slots = readingSlots()): number => Math.max(1, Math.floor(slots / 2));
