import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { copyHashed } from '../backup/hashed-files.ts';
import { isMissingFile, type FileStorage } from '../files/file-storage.ts';
import type { MoveOptions } from './move-options.ts';
import { MoveRejected } from './move-rejected.ts';

export interface MovedFiles {
  readonly count: number;
  readonly sizeBytes: number;
}

interface StoredFile {
  readonly sha256: string;
  readonly size: string;
}

/**
 * Copies the stored files that the rows name, and reads each at the target to compare size and hash. Files that the
 * target has are only compared. With the same storage at both ends nothing is copied.
 * @throws MoveRejected when a file is missing or has other bytes than its row states
 */
export async function moveFiles(
  client: Client,
  cooperativeId: string,
  {
    sourceFiles: source,
    targetFiles: target,
    stagingFolder,
  }: Pick<MoveOptions, 'sourceFiles' | 'targetFiles' | 'stagingFolder'>,
): Promise<MovedFiles> {
  await mkdir(stagingFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(stagingFolder, 'move-'));
  let [count, sizeBytes] = [0, 0];
  try {
    await client.query(
      `declare moved_files no scroll cursor for select sha256, size_bytes::text as size from platform.stored_file where cooperative_id = '${cooperativeId}'::uuid`,
    );
    for (;;) {
      const { rows } = await client.query<StoredFile>('fetch 500 from moved_files');
      for (const { sha256, size } of rows) {
        const key = `files/${cooperativeId}/${sha256.slice(0, 2)}/${sha256}`;
        if (target && !(await target.exists(key)))
          await copyFile(source, target, key, path.join(folder, sha256), sha256);
        await requireSameBytes(target ?? source, key, { sha256, size });
        count += 1;
        sizeBytes += Number(size);
      }
      if (rows.length === 0) break;
    }
    await client.query('close moved_files');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { count, sizeBytes };
}

async function copyFile(source: FileStorage, target: FileStorage, key: string, place: string, sha256: string) {
  const bytes = await source.stream(key).catch((error: unknown) => {
    throw isMissingFile(error) ? new MoveRejected(`The file ${key} is missing in the source's storage.`) : error;
  });
  const copied = await copyHashed(bytes, place);
  if (copied.sha256 !== sha256)
    throw new MoveRejected(`The file ${key} of the source has other bytes than when it was stored.`);
  await target.store(key, { path: place, ...copied });
}

async function requireSameBytes(storage: FileStorage, key: string, { sha256, size }: StoredFile): Promise<void> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    for await (const piece of await storage.stream(key)) {
      hash.update(piece as Buffer);
      sizeBytes += (piece as Buffer).length;
    }
  } catch (error) {
    if (!isMissingFile(error)) throw error;
    throw new MoveRejected(`The file ${key} is not in the target's storage: state with --files where its files are.`);
  }
  if (hash.digest('hex') !== sha256 || sizeBytes !== Number(size))
    throw new MoveRejected(
      `The file ${key} of the target has other bytes than the source: delete it there, and run the command again.`,
    );
}
