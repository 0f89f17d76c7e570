import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import type { ChainHead } from './audit-chain.ts';

/** Returns the folder to which chain heads are exported. */
export const headsFolder = ({
  auditHeadsFolder,
  dataFolder,
}: Pick<Config, 'auditHeadsFolder' | 'dataFolder'>): string => auditHeadsFolder ?? path.join(dataFolder, 'audit-heads');

const fileName = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

/**
 * Appends chain heads to the file of the day, one JSON object per line. Returns the path. The folder is meant to be
 * copied to write-once storage.
 */
export async function exportHeads(folder: string, heads: readonly ChainHead[], now = new Date()): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${now.toISOString().slice(0, 10)}.jsonl`);
  if (heads.length > 0)
    await appendFile(file, heads.map((head) => `${JSON.stringify(head)}\n`).join(''), { mode: 0o600 });
  return file;
}

/**
 * Reads all heads that were exported to a folder; empty when the folder does not exist.
 * @throws Error that names the file and line that is not a head
 */
export async function readHeads(folder: string): Promise<ChainHead[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const heads: ChainHead[] = [];
  for (const name of names.filter((each) => fileName.test(each)).sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n');
    for (const [index, line] of lines.entries())
      if (line.trim() !== '') heads.push(headOf(line, `${name}, line ${index + 1}`));
  }
  return heads;
}

function headOf(line: string, where: string): ChainHead {
  try {
    const { cooperativeId, sequence, hash, sealedAt } = JSON.parse(line) as Partial<ChainHead>;
    if (
      typeof cooperativeId === 'string' &&
      Number.isInteger(sequence) &&
      /^[0-9a-f]{64}$/.test(hash ?? '') &&
      typeof sealedAt === 'string'
    ) {
      return { cooperativeId, sequence: sequence as number, hash: hash as string, sealedAt };
    }
  } catch {
    // told below
  }
  throw new Error(`${where} is no head of an audit chain. Expected {"cooperativeId", "sequence", "hash", "sealedAt"}.`);
}
