import { rm } from 'node:fs/promises';
import { listBackups, type FinishedBackup } from './backup-manifest.ts';
import type { BackupRetention } from './backup-settings.ts';

const DAY_MS = 24 * 3600_000;

/** Returns the Monday of the week as an ISO date (UTC). */
const mondayOf = (moment: Date): string =>
  new Date(moment.getTime() - ((moment.getUTCDay() + 6) % 7) * DAY_MS).toISOString().slice(0, 10);

/**
 * Returns the backups that no rule retains. Retained are the newest backup, and the newest of each of the last days,
 * weeks and months that have one.
 */
export function expiredBackups(backups: readonly FinishedBackup[], retention: BackupRetention): FinishedBackup[] {
  const newestFirst = backups.toSorted((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  const retained = new Set(newestFirst.slice(0, 1));
  const rules: [number, (moment: Date) => string][] = [
    [retention.daily, (moment) => moment.toISOString().slice(0, 10)],
    [retention.weekly, mondayOf],
    [retention.monthly, (moment) => moment.toISOString().slice(0, 7)],
  ];
  for (const [count, periodOf] of rules) {
    const periods = new Set<string>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.takenAt);
      if (periods.has(period)) continue;
      if (periods.size === count) break;
      periods.add(period);
      retained.add(backup);
    }
  }
  return newestFirst.filter((backup) => !retained.has(backup));
}

/** Deletes the backups of a folder that no rule retains. Returns their folders. */
export async function removeExpiredBackups(folder: string, retention: BackupRetention): Promise<string[]> {
  const expired = expiredBackups(await listBackups(folder), retention);
  for (const backup of expired) await rm(backup.folder, { recursive: true, force: true });
  return expired.map((backup) => backup.folder);
}
