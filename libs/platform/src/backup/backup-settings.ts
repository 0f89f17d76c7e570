import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How many backups to retain: the newest of each of this many days, weeks and months. */
export interface BackupRetention {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface BackupSettings {
  /** The folder of backups; null when none is set. */
  readonly folder: string | null;
  /** Time between two scheduled backups, ms; null when none are scheduled. */
  readonly everyMs: number | null;
  readonly keep: BackupRetention;
  /** Passphrase that seals the secrets in the backup; null: secrets are not in the backup. */
  readonly passphrase: string | null;
}

const DEFAULT_RETENTION = 'daily=7,weekly=5,monthly=12';
const HOUR_MS = 3600_000;

/**
 * Reads BACKUP_DIR, BACKUP_EVERY, BACKUP_KEEP and BACKUP_PASSPHRASE or BACKUP_PASSPHRASE_FILE.
 * @throws Error that states the expected format
 */
export function readBackupSettings(env: NodeJS.ProcessEnv): BackupSettings {
  const folder = env['BACKUP_DIR'];
  const every = env['BACKUP_EVERY'] || '24h';
  return {
    folder: folder ? path.resolve(folder) : null,
    everyMs: every === 'never' ? null : parseDuration(every),
    keep: parseRetention(env['BACKUP_KEEP'] || DEFAULT_RETENTION),
    passphrase: readPassphrase(env),
  };
}

function parseDuration(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,3})(m|h|d)$/.exec(text) ?? [];
  if (!count)
    throw new Error(
      `BACKUP_EVERY is not a time between backups: ${JSON.stringify(text)}. Write 30m, 24h, 7d or never.`,
    );
  return Number(count) * (unit === 'm' ? HOUR_MS / 60 : unit === 'h' ? HOUR_MS : 24 * HOUR_MS);
}

function parseRetention(text: string): BackupRetention {
  const counts: Record<string, number> = { daily: 0, weekly: 0, monthly: 0 };
  for (const part of text.split(',')) {
    const [, kind = '', count] = /^\s*(daily|weekly|monthly)=(\d{1,4})\s*$/.exec(part) ?? [];
    if (!count)
      throw new Error(
        `BACKUP_KEEP is not a number of backups: ${JSON.stringify(text)}. Write ${JSON.stringify(DEFAULT_RETENTION)}.`,
      );
    counts[kind] = Number(count);
  }
  return { daily: counts['daily'] ?? 0, weekly: counts['weekly'] ?? 0, monthly: counts['monthly'] ?? 0 };
}

function readPassphrase(env: NodeJS.ProcessEnv): string | null {
  const file = env['BACKUP_PASSPHRASE_FILE'];
  const text = file ? readFileSync(file, 'utf8').trim() : env['BACKUP_PASSPHRASE'];
  if (!text) return null;
  if (text.length >= 12) return text;
  throw new Error('The passphrase of the backup is shorter than 12 characters.');
}
