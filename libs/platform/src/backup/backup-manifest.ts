import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppliedStep } from '../migration/schema-state.ts';

export const BACKUP_FORMAT = 'tallgrunn-backup/1';
export const MANIFEST = 'manifest.json';
export const FILE_LIST = 'files.jsonl';
export const SEALED_SECRETS = 'secrets.sealed';

/** A backup, or an operation on one, that cannot be done. The message is one sentence for the operator. */
export class BackupRefused extends Error {}

/** The rows of one table as compressed COPY text. */
export interface BackupTable {
  /** Schema and table name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Sum of the SHA-256 of the rows, independent of their order. */
  readonly rowsHash: string;
  readonly file: string;
  readonly sizeBytes: number;
  /** SHA-256 of the compressed file. */
  readonly sha256: string;
}

export interface BackupSequence {
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

export interface BackupFiles {
  readonly count: number;
  readonly sizeBytes: number;
  /** SHA-256 of the list of files. */
  readonly sha256: string;
  /** Files that were deleted, together with their rows, while the backup was written. */
  readonly removed: readonly string[];
  /** Files that rows name but that are not on the disk. */
  readonly missing: readonly string[];
}

export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  /** Version of the program that wrote it. */
  readonly version: string;
  readonly postgres: string;
  /** Time of the snapshot of all tables. */
  readonly takenAt: string;
  readonly finishedAt: string;
  readonly steps: readonly AppliedStep[];
  readonly tables: readonly BackupTable[];
  readonly sequences: readonly BackupSequence[];
  readonly jobs: BackupTable;
  readonly files: BackupFiles;
  /** `sealed`: in the backup, encrypted with the passphrase. `apart`: the operator stores them elsewhere. */
  readonly secrets: 'sealed' | 'apart';
  /** Tables whose rows are excluded from the backup. */
  readonly leftOut: readonly string[];
}

/** One line of the file list. */
export interface BackupFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A finished backup in a folder of backups. */
export interface FinishedBackup {
  readonly folder: string;
  readonly takenAt: Date;
}

/**
 * Reads the manifest of a backup.
 * @throws BackupRefused when the folder has no manifest of this format
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new BackupRefused(`${folder} holds no finished backup: there is no ${MANIFEST} in it.`);
  const manifest = parseManifest(text);
  if (manifest?.format === BACKUP_FORMAT) return manifest;
  throw new BackupRefused(`${path.join(folder, MANIFEST)} is not the manifest of a backup that this version can read.`);
}

function parseManifest(text: string): BackupManifest | null {
  try {
    return JSON.parse(text) as BackupManifest;
  } catch {
    return null;
  }
}

/** Returns the folder name of a backup: its start time in a sortable form. */
export const backupName = (moment: Date): string => moment.toISOString().slice(0, 19).replaceAll(':', '-') + 'Z';

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z$/;

/** Returns the finished backups of a folder, newest first. */
export async function listBackups(folder: string): Promise<FinishedBackup[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const backups: FinishedBackup[] = [];
  for (const name of names.toSorted().reverse()) {
    const [, day, hour, minute, second] = NAME.exec(name) ?? [];
    if (day === undefined) continue;
    const place = path.join(folder, name);
    if ((await readdir(place)).includes(MANIFEST))
      backups.push({ folder: place, takenAt: new Date(`${day}T${hour}:${minute}:${second}Z`) });
  }
  return backups;
}

/**
 * Returns the folder of the backup that a path names: a backup, its manifest, or a folder of backups (the newest).
 * @throws BackupRefused when there is none
 */
export async function findBackup(from: string): Promise<string> {
  if (path.basename(from) === MANIFEST) return path.dirname(from);
  const names = await readdir(from).catch(() => null);
  if (names === null) throw new BackupRefused(`${from} is not a folder that can be read.`);
  if (names.includes(MANIFEST)) return from;
  const [newest] = await listBackups(from);
  if (!newest) throw new BackupRefused(`${from} holds no finished backup.`);
  return newest.folder;
}
