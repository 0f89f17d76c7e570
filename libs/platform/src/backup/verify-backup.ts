import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { FILE_LIST, MANIFEST, readManifest, SEALED_SECRETS, type BackupManifest } from './backup-manifest.ts';
import { copyOutSql, inTransaction, readEverything } from './backup-connection.ts';
import { copyOut } from './copy-out.ts';
import { hashFile } from './hashed-files.ts';
import { readFileList } from './restore-backup.ts';
import { passThroughDigest, RowDigest } from './row-digest.ts';

/** Re-reads a whole backup and compares every hash and count with the manifest. Returns one sentence per fault. */
export async function verifyFolder(folder: string): Promise<string[]> {
  const manifest = await readManifest(folder);
  const faults: string[] = [];
  const expected = new Set([MANIFEST, FILE_LIST]);
  if (manifest.secrets === 'sealed') expected.add(SEALED_SECRETS);
  for (const table of [...manifest.tables, manifest.jobs]) {
    expected.add(table.file);
    if (!(await isWhole(path.join(folder, table.file), table.sha256))) faults.push(`${table.file} is damaged`);
    else if (!(await hasRows(path.join(folder, table.file), table)))
      faults.push(`${table.file} does not hold the rows of the manifest`);
  }
  if (!(await isWhole(path.join(folder, FILE_LIST), manifest.files.sha256)))
    return [...faults, `${FILE_LIST} is damaged, so the files were not read`];
  let count = 0;
  for await (const file of readFileList(folder)) {
    expected.add(file.path);
    count += 1;
    if (!(await isWhole(path.join(folder, file.path), file.sha256))) faults.push(`${file.path} is damaged`);
  }
  if (count !== manifest.files.count) faults.push(`${FILE_LIST} lists ${count} files and not ${manifest.files.count}`);
  for (const file of manifest.files.missing)
    faults.push(`${file} was not in the file store when the backup was written`);
  for (const name of await everyFile(folder)) if (!expected.has(name)) faults.push(`${name} is not of this backup`);
  return faults;
}

/**
 * Compares every table of a restored database with the manifest. Call it before later steps are applied. Returns one
 * sentence per difference.
 */
export function compareRestored(
  ownerUrl: string,
  { manifest, jobsLeftOut }: { manifest: BackupManifest; jobsLeftOut: number },
): Promise<string[]> {
  return inTransaction(ownerUrl, 'begin isolation level repeatable read read only', async (client) => {
    await readEverything(client);
    const differences: string[] = [];
    for (const table of [...manifest.tables, ...(jobsLeftOut === 0 ? [manifest.jobs] : [])]) {
      const digest = await digestOf(client, table);
      if (digest.rows !== table.rows) differences.push(`${table.name} has ${digest.rows} rows and not ${table.rows}`);
      else if (digest.value() !== table.rowsHash) differences.push(`${table.name} has other rows`);
    }
    return differences;
  });
}

async function digestOf(client: Client, table: { name: string; columns: readonly string[] }): Promise<RowDigest> {
  const digest = new RowDigest();
  for await (const piece of copyOut(client, copyOutSql(table))) digest.update(piece);
  return digest;
}

async function isWhole(file: string, sha256: string): Promise<boolean> {
  return (await hashFile(file).catch(() => null))?.sha256 === sha256;
}

async function hasRows(file: string, { rows, rowsHash }: { rows: number; rowsHash: string }): Promise<boolean> {
  const digest = new RowDigest();
  const bytes = pipeline(createReadStream(file), createGunzip(), () => undefined);
  for await (const piece of passThroughDigest(bytes, digest)) void piece;
  return digest.rows === rows && digest.value() === rowsHash;
}

async function everyFile(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
