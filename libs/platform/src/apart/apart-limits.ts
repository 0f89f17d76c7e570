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
