import os, { availableParallelism } from 'node:os';

/** What a process that reads a file may take: memory in bytes, time in seconds. */
export interface ApartLimits {
  readonly memoryBytesMax: number;
  readonly secondsMax: number;
}

/** Why a process came to no end of its own: it was stopped from outside, or fell. */
export type StoppedBy = 'memory' | 'time' | 'crash';

const MB = 1024 * 1024;

/** Time to read: a minute, and a second for each 200 kB, at most two hours. Memory: 1.5 GB, what a report of two million lines needs. */
export function readingLimits(sizeBytes: number): ApartLimits {
  return { memoryBytesMax: 1536 * MB, secondsMax: Math.min(7200, 60 + Math.ceil(sizeBytes / (200 * 1024))) };
}

/** Largest file that counts as small, in bytes. Small files never wait for larger ones. */
export const SMALL_BYTES_MAX = 4 * MB;

const PLACES_MAX = 8;
/** Memory to plan for one place, in bytes: a small file, and half of a large one. */
const PLACE_BYTES = 1280 * MB;
/** Share of the memory that reading may take; the rest is for the server, the worker and PostgreSQL. */
const MEMORY_SHARE = 0.75;

/** Returns the memory this process may use, in bytes: that of the machine, or of the container where it has a limit. */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(os.totalmem(), constrained) : os.totalmem();
}

/** Returns how many small files one program reads at once: one a processor, at least two, as far as the memory allows, at most eight. */
export function readingPlaces(cores = availableParallelism(), memory = memoryBytes()): number {
  return Math.max(1, Math.min(PLACES_MAX, Math.max(2, cores), Math.floor((memory * MEMORY_SHARE) / PLACE_BYTES)));
}

/** Returns how many larger files one program reads at once: half as many, at least one. */
export const largePlaces = (places = readingPlaces()): number => Math.max(1, Math.floor(places / 2));
