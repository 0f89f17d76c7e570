import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { listBackups } from '@tallgrunn/platform';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

/** Delay before the next attempt after a failed backup. */
const RETRY_MS = 5 * 60_000;
/** Longest single timer: Node fires longer ones immediately, so a longer pause is split. */
const PAUSE_MS_MAX = 3600_000;

/** Returns the milliseconds until the next backup is due; 0 for a folder without backups. */
export async function pauseUntilDue(folder: string, everyMs: number, now: Date): Promise<number> {
  const [newest] = await listBackups(folder);
  return newest ? Math.max(0, newest.takenAt.getTime() + everyMs - now.getTime()) : 0;
}

/**
 * Writes a backup whenever one is due, until the process receives a signal to end. A backup in progress is finished
 * first.
 */
export async function watch(
  folder: string,
  everyMs: number | null,
  output: Output,
  backUp: () => Promise<ExitCode>,
): Promise<void> {
  if (everyMs === null) throw new WrongUsage('BACKUP_EVERY is never: set it to the time between backups, as in 24h.');
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    void once(process, signal, { signal: ending.signal }).then(
      () => ending.abort(),
      () => undefined,
    );
  output.log(`Backups are written to ${folder}.`);
  while (!ending.signal.aborted) {
    const due = await pauseUntilDue(folder, everyMs, new Date());
    const waitMs = due > 0 ? Math.min(due, PAUSE_MS_MAX) : (await backUp()) === exit.fine ? 1000 : RETRY_MS;
    await pause(waitMs, undefined, { signal: ending.signal }).catch(() => undefined);
  }
}
